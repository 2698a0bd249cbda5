import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Chat, newest, play, says, sees, submitted } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { postActivity } from '../support/postActivity.ts';
import { type TeamsActivity, teamsActivities } from '../support/teamsActivity.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase, sendCase } from './toCase.ts';

/** How often what depends on chance is tried. */
const ROUNDS = 5;

describe('what counts once', () => {
  let world: DeskWorld;
  let ana: DeskAgent;
  let bea: DeskAgent;
  before(async () => {
    world = await startDeskWorld({ isInChannel: true });
    [ana, bea] = [await world.agent('Ana'), await world.agent('Bea')];
  });
  after(() => world.stop());

  const post = (activity: TeamsActivity) => postActivity(world.bot.origin(), activity);
  const eventsOf = async (id: string) => (await world.rows.entries(id)).map(({ event }) => event);
  const countOf = async (id: string, kind: string) =>
    (await eventsOf(id)).filter((event) => event.kind === kind).length;

  describe('of a person', () => {
    /** On the hand-over card: what a tap on Send posts, under that id. */
    const onPage = async () => {
      const chat = world.web();
      await chat.arrive();
      await play(chat, [says('agent')]);
      const send = (id: string) => chat.visitor().send({ id, ...tapOn(chat) });
      return { chat, send: async (id: string) => (await send(id)).status };
    };
    const inTeams = async () => {
      const chat = world.teams();
      await chat.arrive();
      await play(chat, [says('agent')]);
      const { value, replyTo } = tapOn(chat);
      return { chat, send: (id: string) => post({ ...chat.person.clicks(value, replyTo), id }) };
    };

    for (const [where, open] of [
      ['on the page', onPage],
      ['in Teams', inTeams],
    ] as const) {
      for (const [how, ids] of [
        ['tapped twice at once', [randomUUID(), randomUUID()]],
        ['delivered twice at once', Array<string>(2).fill(randomUUID())],
      ] as const) {
        it(`makes one case of a Send that is ${how}, ${where}`, async () => {
          const { send } = await open();
          const before = await world.rows.count();

          const statuses = await Promise.all(ids.map(send));

          expect(statuses.every((status) => status < 300)).to.equal(true);
          expect(await world.rows.count()).to.equal(before + 1);
        });
      }

      it(`makes one case of a Send that comes again later, ${where}`, async () => {
        const { send } = await open();
        const [before, id] = [await world.rows.count(), randomUUID()];
        await send(id);
        await world.bot.restart();

        await send(id);
        await send(randomUUID());

        expect(await world.rows.count()).to.equal(before + 1);
      });
    }

    it('adds a message once that is delivered twice', async () => {
      const chat = world.teams();
      const id = await arriveWithCase(chat);
      const message = chat.person.says('It is black');

      await Promise.all([post(message), post(message)]);
      await post(message);

      expect(await countOf(id, 'added')).to.equal(1);
    });
  });

  describe('of the desk', () => {
    const claim = (id: string) => ({ verb: 'desk-claim', card: id, case: id });
    /** The case’s thread in the channel, once the bot knows of it. */
    const threadOf = async (id: string) => {
      const { id: root } = await world.channel.until((each) => each.thread === null && each.text.includes(id));
      await world.channel.until(({ thread, text }) => thread === root && text.startsWith('In this thread:'));
      return root;
    };

    /** Who tries to take it, and how: gives what they are told. */
    const CLAIMS = {
      'Ana at the page': async (id: string) => (await ana.click(claim(id), id)).said,
      'Bea at the page': async (id: string) => (await bea.click(claim(id), id)).said,
      'Ana Beck in the channel': async (id: string) => inThread(id, ANA),
      'Bea Lind in the channel': async (id: string) => inThread(id, BEA),
    } as const;
    const inThread = async (id: string, who: typeof ANA) => {
      const root = await threadOf(id);
      const before = new Set(world.channel.thread(root).map((each) => each.id));
      await world.channel.click(who, claim(id), { id: root });
      const answer = world.channel.thread(root).find((each) => !before.has(each.id) && each.text.includes('already'));
      return answer?.text ?? 'It’s yours now.';
    };
    const PAIRS: readonly (readonly [keyof typeof CLAIMS, keyof typeof CLAIMS])[] = [
      ['Ana at the page', 'Bea at the page'],
      ['Ana at the page', 'Bea Lind in the channel'],
      ['Ana Beck in the channel', 'Bea Lind in the channel'],
    ];

    for (const [one, other] of PAIRS) {
      it(`lets one of two take a case at once, and tells the other who: ${one}, ${other}`, async () => {
        for (let round = 0; round < ROUNDS; round++) {
          const id = await arriveWithCase(world.teams());
          await threadOf(id);

          const told = await Promise.all([CLAIMS[one](id), CLAIMS[other](id)]);

          const { claim: held } = await world.rows.case(id);
          expect(await countOf(id, 'claimed')).to.equal(1);
          expect(told.filter((said) => said === 'It’s yours now.')).to.have.length(1);
          expect(told).to.include(`${held?.by.name} has this case already, so nothing was changed.`);
          expect((await world.rows.case(id)).claim?.by.name).to.be.oneOf(
            [one, other].map((who) => who.split(' at ')[0]?.split(' in ')[0]),
          );
        }
      });
    }

    it('does once what the page delivers again, and gives the same answer', async () => {
      const id = await arriveWithCase(world.web());
      const reply = { verb: 'desk-reply', card: id, case: id, text: 'Hello' };
      const delivery = randomUUID();

      const told = [await ana.click(reply, id, delivery), await ana.click(reply, id, delivery)];
      await world.bot.restart();
      told.push(await (await world.agent('Ana')).click(reply, id, delivery));

      expect(new Set(told.map(({ said }) => said)).size).to.equal(1);
      expect([await countOf(id, 'reply'), await countOf(id, 'claimed')]).to.deep.equal([1, 1]);
    });

    it('does once what Teams delivers again', async () => {
      const id = await arriveWithCase(world.teams());
      const root = await threadOf(id);
      const people = teamsActivities(world.connector.serviceUrl, ANA);
      const where = { channel: CHANNEL, root };
      const deeds = [
        people.says('reply Hello', where),
        people.says('A note', where),
        people.clicks({ verb: 'desk-reply', card: id, case: id, text: 'Again' }, root, where),
        people.clicks({ verb: 'desk-form', card: id, case: id, form: 'reply' }, root, where),
      ];

      for (const deed of deeds) await Promise.all([post(deed), post(deed)]);
      await world.bot.restart();
      for (const deed of deeds) await post(deed);

      expect([await countOf(id, 'reply'), await countOf(id, 'note')]).to.deep.equal([2, 1]);
      expect(world.channel.thread(root).filter(({ title }) => title.includes('is writing to'))).to.have.length(1);
    });

    it('sends one answer that is written, whatever becomes of the card it was written on', async () => {
      const chat = world.teams();
      const id = await arriveWithCase(chat);
      const root = await threadOf(id);
      const people = teamsActivities(world.connector.serviceUrl, ANA);
      const where = { channel: CHANNEL, root };
      await post(people.clicks({ verb: 'desk-form', card: id, case: id, form: 'reply' }, root, where));
      const form = world.channel.thread(root).findLast(({ title }) => title.includes('is writing to'));
      world.connector.failNext({ on: 'update', in: `${CHANNEL};messageid=${root}`, answer: 404 });

      const sent = people.clicks({ verb: 'desk-reply', card: id, case: id, text: 'Hello' }, form?.id ?? '', where);
      expect(await post(sent)).to.equal(200);
      await world.rows.quiet();

      expect(await countOf(id, 'reply')).to.equal(1);
      expect(
        world.channel
          .thread(root)
          .map(({ text }) => text)
          .join('\n'),
      ).to.not.include('went wrong');
      await play(chat, [says('my requests'), sees('My requests')]);
    });
  });

  it('keeps one live case at a time', async () => {
    const chat = world.web();
    const id = await arriveWithCase(chat);

    await play(chat, [says('agent'), sees('Your case is with the helpdesk', id)]);

    await play(chat, [says('withdraw'), sees('You withdrew it')]);
    expect(await sendCase(chat)).to.not.equal(id);
  });
});

function tapOn(chat: Chat): { readonly value: object; readonly replyTo: string } {
  const card = newest(chat);
  const offer = card.offers.find(({ label }) => label === 'Send');
  return { value: submitted(card, offer), replyTo: card.id };
}
