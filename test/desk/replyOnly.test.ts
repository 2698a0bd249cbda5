import { expect } from 'chai';
import fc from 'fast-check';
import { deskWords } from '../../src/bots/desk/deskWords.ts';
import { type Chat, hears, play } from '../support/chat.ts';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import { personalChatId, type TeamsThread } from '../support/teamsActivity.ts';
import type { TeamsDesk } from '../support/teamsDesk.ts';
import { DEEDS_WITH_TEXT, type Stage } from './deedsWithText.ts';
import { ALL_CLICKS, QUESTION } from './deskActions.ts';
import { clickOn } from './deskIntruders.ts';
import { ANA, BEA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { NEXT, NEXT_LINE, openNextLine } from './nextLine.ts';
import { arriveWithCase } from './toCase.ts';

/** How many histories are tried, each of at most so many deeds. */
const RUNS = 20;
const DEEDS = 8;
/** Any other finds the same; a failure names it with the history. */
const SEED = 4;

describe('what is typed at the desk', () => {
  it('is a reply where `reply` comes first, with white space or a colon after it, and nowhere else', () => {
    const begins = fc.constantFrom('reply', 'Reply', 'REPLY', 'replys', 're', 'reply-', 'reply:', 'reply ', '');
    const marks = fc.constantFrom(...' \n\t\u00a0:;,.-–—_/!?>*x7\u200b');

    fc.assert(
      fc.property(begins, fc.string({ unit: marks, maxLength: 3 }), fc.string({ unit: 'grapheme' }), (...parts) => {
        const typed = parts.join('');

        const { kind } = deskWords(typed);

        expect(kind === 'reply').to.equal(/^reply(?:[\s:]|$)/i.test(typed.trim()));
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });

  for (const [typed, text] of [
    ['reply Hello', 'Hello'],
    ['Reply: Hello', 'Hello'],
    ['reply : Hello', 'Hello'],
    ['REPLY\n\nHello\nthere', 'Hello\nthere'],
    ['reply - not yet', '- not yet'],
    // Nothing to send, which is said.
    ['reply', ''],
    ['reply:', ''],
  ] as const) {
    it(`is a reply of ${JSON.stringify(text)}: ${JSON.stringify(typed)}`, () => {
      expect(deskWords(typed)).to.deep.equal({ kind: 'reply', text });
    });
  }
});

for (const [on, line] of [
  ['web', 'first'],
  ['teams', 'first'],
  ['teams', 'next'],
] as const) {
  describe(`what reaches a person ${on === 'web' ? 'on the page' : 'in Teams'} from the ${line} line`, () => {
    let world: DeskWorld;
    let ana: DeskAgent;
    let channels: Readonly<Record<typeof line | 'next', TeamsDesk>>;
    /** Cases of others, with the first line and with the next. */
    let others: Readonly<Record<typeof line | 'next', { readonly id: string; readonly thread: TeamsThread }>>;
    let otherLinked: DeskAgent;
    before(async () => {
      world = await startDeskWorld({ isInChannel: true, env: { ...NEXT_LINE, HELPDESK_HOURS: 'never' } });
      channels = { first: world.channel, next: await openNextLine(world) };
      ana = await world.agent('Ana Beck');
      const [first, next] = [await arriveWithCase(world.teams()), await arriveWithCase(world.teams())];
      await handOn(next);
      others = {
        first: { id: first, thread: await threadOf(first, 'first') },
        next: { id: next, thread: await threadOf(next, 'next') },
      };
      otherLinked = await linkedTo(others[line].id);
    });
    after(() => world.stop());

    const threadOf = async (id: string, of: keyof typeof channels): Promise<TeamsThread> => {
      const { id: root } = await channels[of].until(({ thread, text }) => thread === null && text.includes(id));
      await channels[of].until(({ thread, text }) => thread === root && text.startsWith('In this thread:'));
      return { channel: of === 'first' ? CHANNEL : NEXT, root };
    };
    const handOn = async (id: string): Promise<void> => {
      await threadOf(id, 'first');
      await ana.click({ verb: 'desk-escalate', card: id, case: id }, id);
    };
    const linkedTo = async (id: string): Promise<DeskAgent> => {
      const link = await world.rows.linkTo(id, world.clock.now(), line);
      return signInAtDesk(world.bot.origin, { link }, 'Bea Lind');
    };
    /** Somebody with a case that Ana has, and how to read all that they are ever told. */
    const meet = async (): Promise<{
      readonly stage: Stage;
      readonly told: () => Promise<string>;
      readonly chat: Chat;
    }> => {
      if (on === 'web') {
        const chat = world.web();
        const stage = await begin(chat);
        return { stage, chat, told: async () => (await world.rows.messages(chat.session())).join('\n') };
      }
      const who = world.someone();
      const chat = world.teams(who);
      const stage = await begin(chat);
      const own = personalChatId(who);
      const calls = () => world.connector.ledger.filter(({ conversation }) => conversation === own);
      return {
        stage,
        chat,
        told: async () =>
          calls()
            .map(({ body }) => JSON.stringify(body ?? ''))
            .join('\n'),
      };
    };
    const begin = async (chat: Chat): Promise<Stage> => {
      const id = await arriveWithCase(chat);
      if (line === 'next') await handOn(id);
      const thread = await threadOf(id, line);
      const otherLine = line === 'next' ? await threadOf(id, 'first') : others.next.thread;
      await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
      const otherThread = others[line].thread;
      return { world, ana, linked: await linkedTo(id), otherLinked, id, thread, otherThread, otherLine };
    };

    it('is what was said in a reply, and nothing else that is ever said at the desk', async function () {
      this.timeout(60_000);
      const names = fc.array(fc.constantFrom(...Object.keys(DEEDS_WITH_TEXT)), { minLength: 1, maxLength: DEEDS });
      let marks = 0;

      await fc.assert(
        fc.asyncProperty(names, async (history) => {
          const { stage, told, chat } = await meet();
          const done = history.map((name) => ({ name, mark: `mark-${++marks}-of-it`, ...DEEDS_WITH_TEXT[name] }));

          for (const { act, mark } of done) {
            world.clock.pass(1_000);
            await act?.(stage, mark);
          }
          await world.rows.quiet();

          const all = await told();
          const reached = done.filter(({ mark }) => all.includes(mark)).map(({ name, mark }) => `${name} ${mark}`);
          const meant = done.filter(({ reaches }) => reaches).map(({ name, mark }) => `${name} ${mark}`);
          expect(reached).to.deep.equal(meant);
          await chat.leave();
        }),
        { seed: SEED, numRuns: RUNS, examples: [[Object.keys(DEEDS_WITH_TEXT)]] },
      );
    });

    // Where the person is, and which line has it, makes no difference: there, all of these are the first history.
    for (const [name, { reaches, act }] of on === 'teams' && line === 'first' ? Object.entries(DEEDS_WITH_TEXT) : []) {
      it(`${reaches ? 'is' : 'isn’t'} ${name}`, async () => {
        const { stage, told } = await meet();

        await act(stage, 'the text of it');
        await world.rows.quiet();

        expect((await told()).includes('the text of it')).to.equal(reaches);
      });
    }

    it('isn’t what any click but Reply… carries, in the channel, at the page or by a link', async function () {
      this.timeout(60_000);
      const { stage, told } = await meet();
      const { id, linked, thread } = stage;
      const mark = 'the text of it';

      for (const each of ALL_CLICKS.filter(({ data }) => data['verb'] !== 'desk-reply')) {
        const { verb, ...fields } = each.data;
        const marked = Object.fromEntries(Object.keys(fields).map((name) => [name, mark]));
        for (const data of [
          { verb, ...fields, text: mark },
          { verb, ...marked },
          { verb, ...marked, card: mark },
        ]) {
          const value = { ...clickOn(id, { ...each, data }), ...data };
          world.clock.pass(2_000);
          expect(await channels[line].click(BEA, value, { id: 'activity-1', root: thread.root ?? '' })).to.equal(200);
          for (const agent of [ana, linked]) await agent.tries({ case: id, value });
        }
      }
      await world.rows.quiet();

      expect(await told()).to.not.include(mark);
    });

    if (line === 'next') return;

    it('is a question of the pack, and a file from the page where people can have files', async () => {
      const { stage, told, chat } = await meet();
      await ana.click({ verb: 'desk-ask', card: stage.id, case: stage.id, question: QUESTION }, stage.id);
      const { said } = await ana.attaches(stage.id, 'how to.png', SAMPLES.png);
      await world.rows.quiet();

      await play(chat, [
        hears('on its screen'),
        hears('Ana Beck took'),
        hears('Ana Beck asks', 'Are you signed in to Lync'),
      ]);
      if (on === 'web') await play(chat, [hears('Ana Beck sent you a file', 'how to.png')]);
      expect((await told()).includes('how to.png')).to.equal(on === 'web');
      expect(said).to.include(on === 'web' ? 'on its way' : 'can’t be given files without a public address');
    });

    it('comes from whoever says it in the desk’s channel, and from Ana at the page', async () => {
      const { stage, chat } = await meet();

      await world.channel.says(ANA, 'reply From the channel', stage.thread.root);
      await ana.types('reply From the page', stage.id);

      await play(chat, [
        hears('on its screen'),
        hears('Ana Beck took'),
        hears('From the channel'),
        hears('From the page'),
      ]);
    });
  });
}
