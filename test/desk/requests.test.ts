import { expect } from 'chai';
import {
  type Chat,
  clicks,
  doesNotSee,
  hears,
  isOffered,
  isTicked,
  type Line,
  newest,
  play,
  says,
  sees,
} from '../support/chat.ts';
import { TENANT } from '../support/teamsActivity.ts';
import { deskClock } from './deskClock.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { inTenant, OTHER_TENANT } from './inTenant.ts';
import { ASKED, arriveWithCase, sendCase } from './toCase.ts';

const DAY = 24 * 60 * 60_000;

const STUCK_TOLD = 'I’ve told the helpdesk that it’s stuck';

const ALL = says('my requests');
const WITHDRAW: readonly Line[] = [says('withdraw'), sees('You withdrew it')];

/** Two people who must never see each other's cases. */
const STRANGERS: readonly (readonly [who: string, meet: (world: DeskWorld) => readonly [Chat, Chat]])[] = [
  ['two people of a tenant', ({ teams }) => [teams(), teams()]],
  [
    'two people of two tenants whose ids are the same there',
    ({ teams, someone }) => {
      const who = someone();
      return [teams(who), teams(who, inTenant)];
    },
  ],
  ['two sessions of the web page', ({ web }) => [web(), web()]],
  ['somebody in Teams and a guest', ({ teams, web }) => [teams(), web()]],
];

describe('my requests', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({ env: { TEAMS_TENANTS: `${TENANT},${OTHER_TENANT}` } });
  });
  after(() => world.stop());

  for (const on of ['web', 'teams'] as const) {
    it(`takes the number of a row while the list is the newest card, on ${on}`, async () => {
      const chat = world[on]();
      const first = await arriveWithCase(chat, ASKED);
      await play(chat, WITHDRAW);
      const second = await sendCase(chat);

      await play(chat, [ALL, says('2'), sees('Your case is closed', first)]);
      await play(chat, [ALL, says('1.'), sees('Your case is with the helpdesk', second)]);
      // Elsewhere it is the answer to the bot, and where an agent hears it, it is for them.
      await play(chat, [clicks('Keep trying'), says('1'), sees('2 of 4')]);
      await play(chat, [ALL, clicks('Keep trying'), says('1'), sees('3 of 4')]);
    });
  }

  for (const on of ['web', 'teams'] as const) {
    it(`takes it still after what shows no card, on ${on}`, async () => {
      const chat = world[on]();
      const first = await arriveWithCase(chat);
      await play(chat, WITHDRAW);
      const second = await sendCase(chat);
      await play(chat, [says('It is black'), sees(`Added to ${second}`)]);

      await play(chat, [ALL, isTicked('and big'), says('2'), sees('Your case is closed', first)]);
    });

    it(`takes it no more once something came unasked, on ${on}`, async () => {
      const chat = world[on]();
      const id = await arriveWithCase(chat, ASKED);
      await play(chat, [clicks('Keep trying'), ALL]);
      const ana = await world.agent('Ana');
      await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
      await play(chat, [hears('Ana took your case'), clicks('Back to the bot'), ALL]);

      await ana.click({ verb: 'desk-reply', card: id, case: id, text: 'Hello' }, id);
      await play(chat, [hears('Hello')]);
      await world.rows.quiet();

      await play(chat, [says('1'), sees('2 of 4')]);
    });
  }

  it('shows the list again that comes twice, and takes its numbers', async () => {
    const chat = world.teams();
    const first = await arriveWithCase(chat);
    await play(chat, WITHDRAW);
    await sendCase(chat);
    const asked = chat.person.says('my requests');
    await chat.deliver(asked);
    await world.bot.restart();

    await chat.deliver(asked);

    await play(chat, [sees('Tap one to see it'), says('2'), sees('Your case is closed', first)]);
  });

  it('leaves a number to the agent who hears it', async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    const ana = await world.agent('Ana');
    await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
    await play(chat, [hears('Ana took your case'), ALL]);

    await chat.tell('1');

    await world.rows.quiet();
    const last = (await world.rows.entries(id)).at(-1);
    expect(last?.event).to.deep.equal({ kind: 'message', text: '1' });
  });

  for (const [who, meet] of STRANGERS) {
    it(`lists one’s own cases alone: ${who}`, async () => {
      const [luis, mara] = meet(world);
      const his = await arriveWithCase(luis);
      await mara.arrive();
      await play(mara, [ALL, sees('You have no requests')]);

      const hers = await sendCase(mara);

      await play(luis, [ALL, sees('Tap one to see it', his), doesNotSee(hers)]);
      await play(mara, [ALL, sees('Tap one to see it', hers), doesNotSee(his)]);
      for (const text of [his, `my request ${his}`]) {
        await mara.say(text);
        expect(newest(mara).text).to.not.include(`Case number: ${his}`);
      }
    });

    it(`shows and changes no case of somebody else, whatever a click says: ${who}`, async () => {
      const [luis, mara] = meet(world);
      const his = await arriveWithCase(luis);
      await mara.arrive();
      await world.rows.quiet();
      const before = await world.rows.all();

      for (const verb of ['my-request', 'my-withdraw', 'my-reopen', 'my-stuck', 'my-solved']) {
        await mara.click({ verb, card: his, case: his }, newest(mara).id);
        expect(mara.answers()).to.equal(1);
        await play(mara, [sees('You have no requests'), doesNotSee(his)]);
      }

      await world.rows.quiet();
      expect(await world.rows.all()).to.deep.equal(before);
    });
  }

  for (const on of ['web', 'teams'] as const) {
    it(`lets one add, withdraw and go on, ${on === 'web' ? 'on the page' : 'in Teams'}`, async () => {
      const chat = world[on]();
      const id = await arriveWithCase(chat);

      await play(chat, [
        ALL,
        sees(id, 'Waits for the helpdesk', 'sent today at'),
        clicks(id),
        sees('Your case is with the helpdesk', id),
        says('It is the third time'),
        sees(`Added to ${id}`),
        isTicked('and the last, I hope'),
        ALL,
        clicks(id),
        clicks('Withdraw'),
        sees('Your case is closed', 'You withdrew it'),
        ALL,
        sees(id, 'Closed'),
        clicks('Keep trying'),
        sees('Can’t join a meeting?'),
      ]);

      expect((await world.rows.case(id)).added).to.deep.equal(['It is the third time', 'and the last, I hope']);
      expect((await world.rows.case(id)).closed?.how).to.equal('withdrawn');
    });
  }

  for (const on of ['web', 'teams'] as const) {
    it(`reopens the one that was closed last by a word, ${on === 'web' ? 'on the page' : 'in Teams'}`, async () => {
      const chat = world[on]();
      const first = await arriveWithCase(chat);
      await play(chat, WITHDRAW);
      const second = await sendCase(chat);
      await play(chat, [...WITHDRAW, says('Reopen it'), sees('Your case is with the helpdesk', second)]);
      await play(chat, [...WITHDRAW, ALL, clicks(first), clicks('Reopen'), sees(first), ...WITHDRAW]);

      // Not the one that was opened last.
      await play(chat, [says('agent'), says('reopen'), sees('Your case is with the helpdesk', first)]);

      expect((await world.rows.case(first)).status).to.equal('waiting');
      expect((await world.rows.case(second)).status).to.equal('closed');
      await play(chat, [says('reopen'), sees('Your case is open already', first)]);
    });
  }

  it('lists the ten newest, newest first', async () => {
    const chat = world.teams();
    await chat.arrive();
    const ids: string[] = [];
    for (let made = 0; made < 11; made++) {
      ids.push(await sendCase(chat));
      await play(chat, WITHDRAW);
    }

    await play(chat, [ALL, sees('These are your newest ten')]);

    const listed = newest(chat).offers.flatMap(({ data }) => (data['verb'] === 'my-request' ? [data['case']] : []));
    expect(listed).to.deep.equal(ids.reverse().slice(0, 10));
  });

  for (const on of ['web', 'teams'] as const) {
    it(`shows one whose number is typed, whatever else is open, ${on === 'web' ? 'on the page' : 'in Teams'}`, async () => {
      const chat = world[on]();
      const first = await arriveWithCase(chat);
      await play(chat, WITHDRAW);
      const second = await sendCase(chat);

      await play(chat, [ALL, doesNotSee('newest ten'), says(first), sees('Your case is closed', first)]);
      await play(chat, [says(second.toLowerCase().replaceAll('-', ' ')), sees('with the helpdesk', second)]);
      expect((await world.rows.case(second)).added).to.deep.equal([]);
      await play(chat, [says(`It is like ${first}`), sees(`Added to ${second}`)]);

      await play(chat, [...WITHDRAW, says(first), sees('Your case is closed', first)]);
    });
  }

  it('takes one case at a time', async () => {
    const chat = world.teams();
    const first = await arriveWithCase(chat);
    await play(chat, WITHDRAW);
    const reopen = newest(chat).offers.find(({ label }) => label === 'Reopen');
    const second = await sendCase(chat);

    await chat.click({ ...reopen?.data }, newest(chat).id);

    await play(chat, [sees(`${second} is still open. I take one case at a time`)]);
    expect((await world.rows.case(first)).status).to.equal('closed');
    await play(chat, [
      ...WITHDRAW,
      ALL,
      clicks(first),
      clicks('Reopen'),
      sees('Your case is with the helpdesk', first),
    ]);
  });
});

describe('my requests, as time passes', () => {
  let world: DeskWorld;
  const clock = deskClock();
  before(async () => {
    world = await startDeskWorld({ clock });
  });
  after(() => world.stop());

  it('can be reopened for 14 days, and not after', async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    await play(chat, [...WITHDRAW, sees('you can reopen it until 19 January')]);

    clock.pass(14 * DAY - 60_000);
    await play(chat, [ALL, clicks(id), sees('you can reopen it until'), clicks('Reopen'), sees('with the helpdesk')]);
    await play(chat, [...WITHDRAW, isOffered('Reopen')]);
    const late = newest(chat);
    clock.pass(14 * DAY + 60_000);

    await chat.click({ ...late.offers.find(({ label }) => label === 'Reopen')?.data }, late.id);
    await play(chat, [sees('closed more than 14 days ago and can’t be reopened')]);
    await play(chat, [ALL, clicks(id), sees('It is too long ago to be reopened'), doesNotSee('Reopen')]);
    await play(chat, [says('reopen'), sees('closed more than 14 days ago', id), doesNotSee('Reopen')]);
    await play(chat, [clicks('Talk to a person'), isOffered('Send')]);
    expect((await world.rows.case(id)).status).to.equal('closed');
  });

  it('can be said to be stuck once a day', async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    const stuckAt = async () => (await world.rows.case(id)).stuckAt;
    await play(chat, [isOffered('It’s stuck'), clicks('It’s stuck'), sees(STUCK_TOLD), doesNotSee('It’s stuck')]);
    const first = await stuckAt();

    clock.pass(DAY - 60_000);
    await play(chat, [says('it’s stuck'), sees('been told that it is stuck. That can be done once a day')]);
    expect(await stuckAt()).to.equal(first);
    clock.pass(2 * 60_000);

    await play(chat, [says('my request'), isOffered('It’s stuck'), says('it’s stuck'), sees(STUCK_TOLD)]);
    expect(await stuckAt()).to.not.equal(first);
  });
});
