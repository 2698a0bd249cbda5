import { expect } from 'chai';
import { clicks, fills, type Line, play, says, sees } from '../support/chat.ts';
import { postActivity } from '../support/postActivity.ts';
import { TENANT, type TeamsWhere, teamsActivities } from '../support/teamsActivity.ts';
import { type TeamsDesk, teamsDesk } from '../support/teamsDesk.ts';
import { inChannel } from './atDesk.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase, caseIdOn } from './toCase.ts';

const OTHER = '19:other@thread.tacv2';
const GROUP_CHAT = '19:c0ffee@thread.v2';

/** Says more than one card has room for. */
const LONG_CASE: readonly Line[] = [
  clicks('Start'),
  says('several'),
  says('outside'),
  says('several'),
  says('none of these'),
  says('agent'),
  fills('Send', '漢'.repeat(4_000)),
];

/** Where the desk can't be, and why not. */
const REFUSED: readonly (readonly [where: TeamsWhere, conversation: string, why: string])[] = [
  [{ channel: OTHER, type: 'private' }, OTHER, 'The desk can’t be in a private channel: bots can’t post there'],
  [{ channel: OTHER, type: 'shared' }, OTHER, 'The desk can’t be in a shared channel: people of other organizations'],
  ['groupChat', GROUP_CHAT, 'The desk can’t be in a group chat: there are no threads'],
];

describe('where the desk is', () => {
  let world: DeskWorld;
  let other: TeamsDesk;
  beforeEach(async () => {
    world = await startDeskWorld({ env: { DESK_PAGE: 'off' } });
    other = teamsDesk(world.bot.origin, world.connector, { channel: OTHER });
  });
  afterEach(() => world.stop());

  const post = async (activity: object) => expect(await postActivity(world.bot.origin(), activity)).to.equal(200);
  const newCases = ({ posts }: TeamsDesk) =>
    posts().filter(({ thread, text }) => thread === null && text.includes('UN-'));

  it('is not for everybody to say: who may not is told their id, and nothing comes of it', async () => {
    await world.channel.says(BEA, 'desk here');

    const [answer] = world.channel.posts();
    expect(answer?.text).to.include(`added to ADMIN_IDS: teams:${TENANT}:${BEA.aadObjectId}`);
    const chat = world.teams();
    await chat.arrive();
    await play(chat, [says('agent'), sees('Copy this and send it to your helpdesk')]);
  });

  for (const [where, conversation, why] of REFUSED) {
    it(`can’t be there: ${why}`, async () => {
      await post(teamsActivities(world.connector.serviceUrl, ANA).says('desk here', where));

      const said = world.connector.ledger.filter((call) => call.conversation.startsWith(conversation));
      expect(said.map(({ body }) => body.text)).to.have.length(1);
      expect(said[0]?.body.text)
        .to.include(why)
        .and.to.match(/Please choose (a standard|another) channel\.$/);
      const chat = world.teams();
      await chat.arrive();
      await play(chat, [says('agent'), sees('Copy this and send it')]);
    });
  }

  it('is shown by a card at once, and cases come to the channel itself, wherever in it that was said', async () => {
    await world.channel.says(ANA, 'DESK  here', '1699999999999');
    expect(world.channel.posts().at(-1)?.title).to.equal('The desk is here now');

    const id = await arriveWithCase(world.teams());
    await inChannel(world.channel, BEA, world.rows).sees(id);

    expect(newCases(world.channel)).to.have.length(1);
    const first = world.connector.ledger.find(({ body }) => JSON.stringify(body ?? {}).includes(id) && body.text);
    expect(first).to.include({ conversation: CHANNEL, operation: 'send' });
    expect(first?.body.text).to.include(`${id} from Luis Ortega`);
  });

  it('moves, and every case that isn’t closed is posted anew there', async () => {
    await world.channel.says(ANA, 'desk here');
    const [ana, chats] = [
      inChannel(world.channel, ANA, world.rows),
      [world.teams(), world.web(), world.teams(), world.web()],
    ];
    const ids = [];
    for (const chat of chats) {
      const id = await arriveWithCase(chat);
      await ana.sees(id);
      ids.push(id);
    }
    const [waiting = '', claimed = '', solved = '', closed = ''] = ids;
    await ana.taps(claimed, ['Claim']);
    await ana.taps(solved, ['Solved…', 'Something else']);
    await chats[3]?.say('withdraw');
    await world.rows.quiet();

    await other.says(ANA, 'desk here');
    for (const id of [waiting, claimed, solved]) await other.until(({ text }) => text.includes(id));
    await world.rows.quiet();

    const told = newCases(other)
      .map(({ text }) => text)
      .join('\n');
    expect(told).to.include('Ana Beck has it').and.to.include('Ana Beck says that it is solved');
    expect(newCases(other)).to.have.length(3);
    expect(told).to.not.include(closed);
    const moved = (await world.rows.all()).filter((row) => row.includes('"desk-moved"'));
    expect(moved.map((row) => row.includes(OTHER))).to.have.members([false, true]);
    for (const id of [waiting, claimed, solved]) {
      const old = newCases(world.channel).find(({ text }) => text.includes(id));
      expect(old?.text).to.include('The helpdesk works in another channel now. This case is there.');
      expect(old?.offers).to.deep.equal([]);
    }
    // What is done in the new place counts, and nothing in the old one does.
    await inChannel(other, BEA, world.rows).taps(waiting, ['Claim']);
    expect((await world.rows.case(waiting)).claim?.by.name).to.equal('Bea Lind');
    const before = await world.rows.all();
    const old = newCases(world.channel).find(({ text }) => text.includes(solved));
    await world.rows.quiet();
    const seen = world.connector.ledger.length;
    await world.channel.click(BEA, { verb: 'desk-claim', card: solved, case: solved }, { id: old?.id ?? '' });
    await world.channel.says(BEA, 'reply Hello', old?.id ?? '');
    await world.rows.quiet();
    // Told there, and nothing else comes of it: no private chat is opened with whoever works at the desk.
    const calls = world.connector.ledger.slice(seen);
    expect(calls.map(({ conversation, body }) => [conversation, body.text])).to.deep.equal(
      Array(2).fill([
        `${CHANNEL};messageid=${old?.id}`,
        'The helpdesk works in another channel now; this was not sent.',
      ]),
    );
    expect((await world.rows.all()).filter((row) => !row.startsWith('outbox'))).to.deep.equal(
      before.filter((row) => !row.startsWith('outbox')),
    );
  });

  it('moves, and the thread of each case begins with how to answer, and what has happened', async () => {
    await world.channel.says(ANA, 'desk here');
    const ana = inChannel(world.channel, ANA, world.rows);
    const [untouched, claimed] = [await arriveWithCase(world.teams()), await arriveWithCase(world.teams())];
    for (const id of [untouched, claimed]) await ana.sees(id);
    await ana.taps(claimed, ['Claim']);
    await world.rows.quiet();

    await other.says(ANA, 'desk here');
    for (const id of [untouched, claimed]) await other.until(({ text }) => text.includes(id));
    await world.rows.quiet();
    await inChannel(other, BEA, world.rows).types(claimed, 'a note');
    await world.rows.quiet();

    const threadOf = (id: string) => {
      const root = other.posts().find(({ thread, text }) => thread === null && text.includes(id));
      return other.thread(root?.id ?? '').map(({ text }) => text);
    };
    expect(threadOf(untouched)).to.have.length(1);
    expect(threadOf(untouched)[0]).to.match(/^In this thread: [^\n]+$/);
    const [first = '', ...others] = threadOf(claimed);
    expect(first).to.match(/^In this thread: .+Luis Ortega sent it\..+Ana Beck has it now\.$/s);
    expect(others.join('\n')).to.include('Note by Bea Lind').and.not.include('has it now');
  });

  it('has its cards work again where it comes back to', async () => {
    await world.channel.says(ANA, 'desk here');
    const id = await arriveWithCase(world.teams());
    await inChannel(world.channel, ANA, world.rows).sees(id);
    await other.says(ANA, 'desk here');
    await world.channel.until(({ text }) => text.includes('works in another channel now. This case is there'));
    await world.rows.quiet();
    world.clock.pass(2_000);

    await world.channel.says(ANA, 'desk here');

    await inChannel(world.channel, BEA, world.rows).taps(id, ['Claim']);
    expect((await world.rows.case(id)).claim?.by.name).to.equal('Bea Lind');
  });

  it('has all of a long case in each place, also the second time that it moves', async () => {
    await world.channel.says(ANA, 'desk here');
    const third = teamsDesk(world.bot.origin, world.connector, { channel: '19:third@thread.tacv2' });
    const chat = world.teams();
    await chat.arrive();
    await play(chat, LONG_CASE);
    const id = caseIdOn(chat);
    await inChannel(world.channel, ANA, world.rows).sees(id);

    for (const desk of [other, third]) {
      await desk.says(ANA, 'desk here');
      await desk.until(({ thread, text }) => thread === null && text.includes(id));
      await world.rows.quiet();
    }

    const [first, ...others] = [world.channel, other, third].map((desk) => {
      const root = desk.posts().find(({ thread, text }) => thread === null && text.includes(id));
      expect(root?.text).to.include('the rest follows in the thread');
      return desk.thread(root?.id ?? '').flatMap(({ text }) => (text.startsWith('In this thread') ? [] : [text]));
    });
    expect(first?.join('').match(/漢/g)?.length).to.be.greaterThan(3_900);
    for (const rest of others) expect(rest).to.deep.equal(first);
  });

  it('has all of a long case again where its card is gone and was posted anew', async () => {
    await world.channel.says(ANA, 'desk here');
    const chat = world.teams();
    await chat.arrive();
    await play(chat, LONG_CASE);
    const id = caseIdOn(chat);
    const ana = inChannel(world.channel, ANA, world.rows);
    await ana.sees(id);
    await world.rows.quiet();
    world.connector.failNext({ on: 'update', in: CHANNEL, answer: 404 });

    await ana.taps(id, ['Claim']);
    await world.rows.quiet();

    const roots = newCases(world.channel).map((root) => root.id);
    const [old, anew] = roots.map((root) => world.channel.thread(root).filter(({ text }) => text.includes('漢漢')));
    expect(anew?.map(({ text }) => text.match(/漢/g)?.length)).to.deep.equal(
      old?.map(({ text }) => text.match(/漢/g)?.length),
    );
    expect(old).to.not.deep.equal([]);
  });

  it('can’t be where the next line works, whatever thread of it that is said in', async () => {
    const [first, next] = ['19:first@thread.tacv2', OTHER];
    const configured = await startDeskWorld({ env: { ESCALATE_TO: next } });
    const desk = teamsDesk(configured.bot.origin, configured.connector, { channel: next });

    await desk.says(ANA, 'desk here', '1699999999999');
    const before = await configured.rows.all();
    await teamsDesk(configured.bot.origin, configured.connector, { channel: first }).says(ANA, 'desk here');

    expect(desk.posts().map(({ text }) => text)).to.deep.equal([
      'The configuration (ESCALATE_TO) says that the next line works here, and the two can’t share a channel. ' +
        'Say it in another channel, or have ESCALATE_TO changed and the bot started anew.',
    ]);
    expect(before.filter((row) => row.includes('"desk-moved"') && row.includes('first'))).to.deep.equal([]);
    const after = (await configured.rows.all()).filter((row) => row.includes('"desk-moved"') && row.includes(first));
    expect(after).to.have.length(1);
    await configured.stop();
  });

  it('can be changed in the configuration alone where that says where it is', async () => {
    const configured = await startDeskWorld({ env: { DESK_CHANNEL: OTHER } });

    await configured.channel.says(ANA, 'desk here');

    expect(configured.channel.posts().map(({ text }) => text)).to.deep.equal([
      'The configuration says where the desk is, so it can’t be changed here.',
    ]);
    await configured.stop();
  });
});
