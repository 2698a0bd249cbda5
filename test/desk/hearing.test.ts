import { expect } from 'chai';
import { type Chat, clicks, hears, isOffered, isTicked, newest, play, says, sees, TICK } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import { postActivity } from '../support/postActivity.ts';
import { teamsActivities } from '../support/teamsActivity.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import type { WebChat } from '../support/webChat.ts';
import { ANA, CHANNEL, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { ASKED, arriveWithCase, caseIdOn, sendCase } from './toCase.ts';

/** Where the person can be: at the bot's first question, and before that somewhere on the way of a case. */
const STATES = ['no case', 'hand-over card', 'waiting', 'claimed', 'back with the bot', 'solved', 'closed'] as const;
type State = (typeof STATES)[number];

/**
 * What becomes of a text: `agent` gets it, and the bot is silent; it is `added` to the case; it is `written` on the
 * hand-over card; or the bot answers it with a card that says this.
 */
type Fate = 'agent' | 'added' | 'written' | string;

const LINK = 'https://meet.contoso.com/jdoe/45GZFH99';
const AMONG_WORDS = `It says 5 at ${LINK} since noon`;
const AGAIN = 'I didn’t get that';
const ASK_AGAIN = 'How many people';
const NEXT = 'Inside or outside';
const HELLO = 'Can’t join a meeting?';
const HAND_OVER = 'What you type in the chat is added here';
const NONE = 'You have no requests';
const LISTED = 'Tap one to see it';
const TO_BOT = 'You are talking to: the bot';
const NOBODY = 'Nobody at the helpdesk has your case yet';
const TO_ANA = 'everything you write goes to Ana';
const IN = 'You said that you’re in';
const LONG = 'x'.repeat(4_001);
const TOO_LONG = '4,001 characters';

/** A line for each word, a column for each state, in their order. */
const FATES: readonly (readonly [word: string, ...fates: readonly Fate[]])[] = [
  ['help', ...all('How this works')],
  ['back', HELLO, ASK_AGAIN, HELLO, 'agent', HELLO, HELLO, HELLO],
  ['restart', ...all(ASK_AGAIN)],
  ['cancel', 'Stopped', 'Stopped', 'stays with the', 'agent', 'stays with the', 'stays with the', 'Stopped'],
  ['agent', HAND_OVER, HAND_OVER, 'Your case is with', 'agent', 'Ana has your case', 'Are you in?', HAND_OVER],
  ['way in', ...all('The quickest way in')],
  ['change', ASK_AGAIN, HAND_OVER, ASK_AGAIN, 'agent', ASK_AGAIN, ASK_AGAIN, ASK_AGAIN],
  ['yes', AGAIN, 'written', 'added', 'agent', 'added', IN, AGAIN],
  ['no', AGAIN, 'written', 'added', 'agent', 'added', 'Ana has your case', AGAIN],
  ['1', NEXT, 'written', NEXT, 'agent', NEXT, NEXT, NEXT],
  ['Just me', NEXT, 'written', NEXT, 'agent', NEXT, NEXT, NEXT],
  ['send', AGAIN, 'Your case is with', 'Your case is with', 'agent', 'Ana has your case', 'Are you in?', AGAIN],
  ['/bot', ASK_AGAIN, ASK_AGAIN, ...all(TO_BOT, 4), ASK_AGAIN],
  ['/agent', HAND_OVER, HAND_OVER, NOBODY, 'agent', TO_ANA, 'Are you in?', HAND_OVER],
  ['my requests', NONE, NONE, ...all(LISTED, 5)],
  ['my request', NONE, NONE, 'Your case is with', 'agent', 'Ana has your case', 'Are you in?', LISTED],
  ['it’s solved', AGAIN, 'written', ...all('It’s solved. Good!', 3), IN, AGAIN],
  ['It works now', AGAIN, 'written', 'added', 'agent', 'added', IN, AGAIN],
  ['still not in', AGAIN, 'written', 'added', 'agent', 'added', 'Ana has your case', AGAIN],
  ['reopen', NONE, NONE, 'open already', 'agent', 'open already', 'Ana has your case', 'Ana has your case'],
  ['it’s stuck', AGAIN, 'written', 'Your case is with', 'agent', 'Ana has your case', 'Are you in?', AGAIN],
  ['withdraw', AGAIN, 'written', 'You withdrew it', 'agent', 'You withdrew it', 'You withdrew it', AGAIN],
  ['My camera is black', AGAIN, 'written', 'added', 'agent', 'added', 'added', AGAIN],
  [LINK, ...all(`${LINK}?sl=1`)],
  [LONG, ...all(TOO_LONG, 3), TOO_LONG, ...all(TOO_LONG, 3)],
];

/** Sends a picture without a word; what the bot says to it, if it does, is read. */
async function sendPicture(chat: WebChat | TeamsChat, { connector }: DeskWorld, said: Said): Promise<void> {
  if ('deliver' in chat) {
    const url = connector.serveFile('files/screen.png', SAMPLES.png);
    return chat.deliver(chat.person.attaches([{ name: 'screen.png', url }]));
  }
  expect(await chat.attach('screen.png', SAMPLES.png)).to.equal(204);
  if (said !== 'nothing') await chat.answered();
}

/** What the bot has said to the newest deed is that alone. */
async function isAnswered(chat: Chat, said: Said): Promise<void> {
  // The page waits for nothing where nothing comes: what the bot has to say all the same would come before this.
  if (said === 'nothing') {
    if ('deliver' in chat) expect([chat.ticks(), chat.answers()]).to.deep.equal([0, 0]);
    return play(chat, [says('my requests'), sees('My requests')]);
  }
  expect([chat.ticks(), chat.answers()]).to.deep.equal(said === TICK ? [1, 0] : [0, 1]);
  return play(chat, said === TICK ? [] : [sees(said)]);
}

/** Goes to a state; gives the case, if there is one by then. */
async function goTo(chat: Chat, ana: DeskAgent, state: State): Promise<string | null> {
  await chat.arrive();
  await play(chat, ASKED);
  if (state === 'no case') return null;
  if (state === 'hand-over card') {
    await play(chat, [says('agent')]);
    return null;
  }
  const id = await sendCase(chat);
  await play(chat, [clicks('Keep trying'), sees(ASK_AGAIN)]);
  const at = STATES.indexOf(state);
  const act = (value: object) => ana.click({ card: id, case: id, ...value }, id);
  if (at >= STATES.indexOf('claimed')) {
    await act({ verb: 'desk-claim' });
    await play(chat, [hears('Ana took your case')]);
  }
  if (state === 'back with the bot') await play(chat, [clicks('Back to the bot'), sees(ASK_AGAIN)]);
  if (at >= STATES.indexOf('solved')) {
    await act({ verb: 'desk-solve', cause: 'other' });
    await play(chat, [hears('Are you in?')]);
  }
  if (state === 'closed') await play(chat, [clicks('Yes'), sees('Your case is closed')]);
  return id;
}

/** The same in every state but the one in which an agent hears. */
function all(fate: Fate, of: number = STATES.length): readonly Fate[] {
  return Array.from({ length: of }, (_, at) => (of === STATES.length && STATES[at] === 'claimed' ? 'agent' : fate));
}

/** On which channels: what the bot says to nobody differs between them, and all else doesn't. */
const COLUMNS = { web: STATES, teams: STATES.filter((state) => state !== 'no case') } as const;

/** What answers something: a tick, nothing at all, or a card that says this. */
type Said = typeof TICK | 'nothing' | string;

const KEPT = 'I keep what you sent for a day';
const ASKS = 'Are you in?';

/** What answers a picture without a word, and the second line that the bot doesn't understand, by state. */
const OTHERS: Readonly<Record<State, { readonly picture: Said; readonly second: Said }>> = {
  'no case': { picture: KEPT, second: 'I still don’t get it' },
  'hand-over card': { picture: 'it goes along when you tap Send', second: 'I’ve added that' },
  waiting: { picture: TICK, second: TICK },
  claimed: { picture: 'nothing', second: 'nothing' },
  'back with the bot': { picture: TICK, second: TICK },
  solved: { picture: ASKS, second: ASKS },
  closed: { picture: KEPT, second: 'I still don’t get it' },
};
const CANT = 'I can’t pass on what you sent';

/** Teams gives a copied link as its words; its address is only in the HTML beside the text. */
describe('a link behind words in Teams', () => {
  const GUIDE = 'https://intranet.contoso.com/lync?a=1&b=2';
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({ isInChannel: true });
  });
  after(() => world.stop());

  for (const [what, link] of Object.entries({ 'a join link': LINK, 'another link': GUIDE })) {
    it(`reaches the helpdesk with what is typed for it: ${what}`, async () => {
      const chat = world.teams();
      const pastes = (words: string) => chat.deliver(chat.person.pastesLink(words, link));
      await chat.arrive();

      await play(chat, [says('agent')]);
      await pastes('This one says 5');
      await play(chat, [says('agent'), clicks('Send')]);
      const id = caseIdOn(chat);
      await pastes('And again with this');
      const { id: root } = await world.channel.until(({ thread, text }) => thread === null && text.includes(id));
      await world.channel.until(({ thread, text }) => thread === root && text.startsWith('In this thread:'));
      await world.channel.says(ANA, 'reply Which one?', root);
      await play(chat, [hears('on its screen'), hears('Ana Beck took'), hears('Which one?')]);
      await pastes('This');

      const { text, added } = await world.rows.case(id);
      expect([text, ...added]).to.deep.equal([`This one says 5\n${link}`, `And again with this\n${link}`]);
      expect(await lastText(id)).to.equal(`This\n${link}`);
    });
  }

  it('reaches the person with a reply, and colleagues with a note', async () => {
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    const { id: root } = await world.channel.until(({ thread, text }) => thread === null && text.includes(id));
    await world.channel.until(({ thread, text }) => thread === root && text.startsWith('In this thread:'));
    const ana = teamsActivities(world.connector.serviceUrl, ANA);
    const pastes = (words: string) =>
      postActivity(world.bot.origin(), ana.pastesLink(words, GUIDE, { channel: CHANNEL, root }));

    await pastes('reply Please read this');
    await play(chat, [hears('on its screen'), hears('Ana Beck took'), hears('Please read this', GUIDE)]);
    await pastes('As it says there');

    expect(await lastText(id)).to.equal(`As it says there\n${GUIDE}`);
  });

  const lastText = async (id: string) => {
    const { event } = (await world.rows.entries(id)).at(-1) ?? {};
    return event && 'text' in event ? event.text : null;
  };
});

describe('what can’t be fetched from Teams', () => {
  let world: DeskWorld;
  let ana: DeskAgent;
  before(async () => {
    world = await startDeskWorld();
    ana = await world.agent('Ana');
  });
  after(() => world.stop());

  for (const state of STATES) {
    it(`${state}: is said not to be passed on, and nowhere`, async () => {
      const chat = world.teams();
      const id = await goTo(chat, ana, state);
      const before = id === null ? 0 : (await world.rows.entries(id)).length;

      await chat.deliver(chat.person.brings('application/vnd.microsoft.card.codesnippet'));

      await isAnswered(chat, CANT);
      expect(newest(chat).text).to.not.match(/I keep what you sent|Added to/);
      expect(newest(chat).offers.length === 0, 'that no card comes').to.equal(
        state === 'claimed' || state === 'hand-over card',
      );
      expect(id === null ? 0 : (await world.rows.entries(id)).length).to.equal(before);
    });
  }
});

for (const on of ['web', 'teams'] as const) {
  describe(`who hears what is typed ${on === 'web' ? 'on the page' : 'in Teams'}`, () => {
    let world: DeskWorld;
    let ana: DeskAgent;
    before(async () => {
      world = await startDeskWorld();
      ana = await world.agent('Ana');
    });
    after(() => world.stop());

    const lastOf = async (id: string | null) => (id === null ? null : ((await world.rows.entries(id)).at(-1) ?? null));

    it('asks again whether they are in at each word that is neither Yes nor No, and at each file', async () => {
      const chat = world[on]();
      const id = (await goTo(chat, ana, 'solved')) ?? '';

      for (const word of ['Hm, let me see', 'One moment', 'My camera is black']) {
        await play(chat, [says(word), sees('Added to UN-', 'Are you in?'), isOffered('Yes', 'No')]);
      }
      await sendPicture(chat, world, ASKS);
      await play(chat, [sees('Added to UN-', 'Are you in?'), isOffered('Yes', 'No')]);
      expect([chat.ticks(), chat.answers()]).to.deep.equal([0, 1]);

      // Also where the bot's own card asks for something else.
      await play(chat, [says('way in'), says('I don’t know'), sees('Added to UN-', 'Are you in?')]);
      expect((await world.rows.case(id)).added.at(-1)).to.equal('I don’t know');
      await play(chat, [says('not really'), sees('Ana has your case')]);
    });

    it('adds to the case what is typed at the way in while it waits, and answers a link', async () => {
      const chat = world[on]();
      const id = await arriveWithCase(chat);

      await play(chat, [
        clicks('My meeting starts now'),
        sees('The quickest way in'),
        says('It only says connecting'),
        sees(`Added to ${id}`),
        isTicked('still connecting'),
        says(LINK),
        sees(`${LINK}?sl=1`),
        says('no luck'),
      ]);

      expect((await world.rows.case(id)).added).to.deep.equal(['It only says connecting', 'still connecting', LINK]);
    });

    it('answers a join link among words, and keeps the words for the helpdesk', async () => {
      const chat = world[on]();
      await chat.arrive();

      await play(chat, [says('agent'), says(AMONG_WORDS), sees(`${LINK}?sl=1`), says('agent'), clicks('Send')]);
      const id = caseIdOn(chat);
      await play(chat, [says(AMONG_WORDS), sees(`${LINK}?sl=1`)]);

      expect(await world.rows.case(id)).to.deep.include({ text: AMONG_WORDS, added: [AMONG_WORDS] });
    });

    for (const state of COLUMNS[on]) {
      const { picture, second } = OTHERS[state];

      it(`${state}: a picture without a word → ${picture}`, async () => {
        const chat = world[on]();
        const id = await goTo(chat, ana, state);
        await sendPicture(chat, world, picture);

        await isAnswered(chat, picture);

        if (id !== null && picture !== KEPT) await world.rows.until(id, ({ files }) => files.includes('screen.png'));
      });

      it(`${state}: a second line that means nothing to the bot → ${second}`, async () => {
        const chat = world[on]();
        const id = await goTo(chat, ana, state);
        const say = second === 'nothing' ? chat.tell : chat.say;
        await say('My camera is black');
        await say('And so is the screen');

        await isAnswered(chat, second);

        const { event } = (await lastOf(id)) ?? {};
        if (state !== 'closed' && event) expect(event).to.include({ text: 'And so is the screen' });
      });

      for (const [word, ...fates] of FATES) {
        const fate = fates[STATES.indexOf(state)] ?? 'no fate';
        it(`${state}: “${word.slice(0, 40)}” → ${fate}`, async () => {
          const chat = world[on]();
          const id = await goTo(chat, ana, state);
          const before = await lastOf(id);

          if (fate === 'agent') await chat.tell(word);
          else await chat.say(word);

          const last = await lastOf(id);
          switch (fate) {
            case 'agent':
              expect(last?.event).to.deep.equal({ kind: 'message', text: word });
              // Whatever the bot had to say to it comes before this.
              await play(chat, [says('my requests'), sees('My requests')]);
              break;
            case 'added':
              expect(last?.event).to.deep.equal({ kind: 'added', text: word });
              await play(chat, [sees('Added to UN-', ...(state === 'solved' ? ['Are you in?'] : []))]);
              break;
            case 'written':
              await play(chat, [sees('I’ve added that. Nothing is sent before you tap Send'), clicks('Send')]);
              expect((await world.rows.case(caseIdOn(chat))).text).to.equal(word);
              break;
            default:
              expect(chat.answers()).to.equal(1);
              await play(chat, [sees(fate)]);
              // A link is answered, and nobody can help without it; what else isn't for the helpdesk doesn't get there.
              if (id !== null && state !== 'closed' && word === LINK) {
                expect(last?.event).to.deep.equal({ kind: 'added', text: LINK });
              } else if (last !== null && last.id !== before?.id) expect(last.event).to.not.have.property('text');
          }
          expect(newest(chat).text).to.not.match(/went wrong|undefined|\bat .*:\d+:\d+/);
          await chat.leave();
        });
      }
    }
  });
}
