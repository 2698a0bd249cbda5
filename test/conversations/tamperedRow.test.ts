import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Database from 'libsql';
import { en } from '../../src/cards/text/en.ts';
import { type Chat, clicks, isOffered, type Line, newest, play, says, sees } from '../support/chat.ts';
import { type FakeConnector, startFakeConnector } from '../support/fakeConnector.ts';
import { person } from '../support/teamsActivity.ts';
import { teamsChat } from '../support/teamsChat.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { webChat } from '../support/webChat.ts';

interface State {
  draft: Record<string, unknown> & { answers: Record<string, unknown> };
  dialogStack: { id: string; state: Record<string, unknown> }[];
}

/** To the third question, with two answers given. */
const HERE: readonly Line[] = [
  clicks('Start'),
  clicks('Just me'),
  clicks('Inside our organization'),
  sees('one computer'),
];

/** What became of the row while the person was reading the third question, and how they go on with the card of then. */
const TAMPERED: readonly (readonly [what: string, tamper: (state: State) => unknown, lines: readonly Line[]])[] = [
  [
    'renamed dialogs',
    ({ draft, dialogStack }) => ({
      draft,
      dialogStack: dialogStack.map((each) => ({ ...each, id: each.id.replace('scoping', 'asking') })),
    }),
    [clicks('On one computer'), sees('4 of 4')],
  ],
  [
    'steps that are past the end',
    ({ draft, dialogStack }) => ({
      draft,
      dialogStack: dialogStack.map((each) =>
        each.id === 'card' ? each : { ...each, state: { ...each.state, stepIndex: 99 } },
      ),
    }),
    [clicks('On one computer'), sees('4 of 4')],
  ],
  [
    'a prompt that is gone',
    ({ draft, dialogStack }) => ({ draft, dialogStack: [...dialogStack.slice(0, -1), { id: 'choice', state: {} }] }),
    [clicks('On one computer'), sees(en.notices.updated, 'one computer'), clicks('On one computer'), sees('4 of 4')],
  ],
  [
    'a stack of nonsense',
    ({ draft }) => ({ draft, dialogStack: [null, 7, 'main', [], {}] }),
    [says('one computer'), sees(en.notices.updated, 'one computer'), says('one computer'), sees('4 of 4')],
  ],
  [
    'an answer of a newer pack',
    ({ draft, dialogStack }) => ({
      draft: { ...draft, version: '9.0.0', answers: { ...draft.answers, location: 'moon' }, later: [1] },
      dialogStack,
    }),
    [
      clicks('On one computer'),
      sees(en.notices.updated, 'Inside or outside'),
      says('inside'),
      clicks('On one computer'),
    ],
  ],
  [
    'wrong types in the draft',
    ({ draft, dialogStack }) => ({
      draft: { ...draft, outcomes: 'none', branches: null, listed: 7, confirmed: {}, aside: 'survey', changing: [] },
      dialogStack,
    }),
    [clicks('On one computer'), sees('4 of 4')],
  ],
  [
    'another pack',
    ({ draft, dialogStack }) => ({ draft: { ...draft, pack: 'another' }, dialogStack }),
    [clicks('On one computer'), sees('Can’t join a meeting?'), clicks('Start'), sees('1 of 4')],
  ],
  [
    'no JSON',
    () => '{"draft":',
    [clicks('On one computer'), sees('Can’t join a meeting?'), clicks('Start'), sees('1 of 4')],
  ],
];

describe('a conversation whose row was tampered with', () => {
  let folder: string;
  let bot: TestBot;
  let connector: FakeConnector;
  let people = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unstuck-tampered-'));
    connector = await startFakeConnector();
    bot = await startTestBot({ DATA_DIR: folder });
  });
  after(async () => {
    await bot.stop();
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The row that was written last. */
  const tamperWith = (tamper: (state: State) => unknown): void => {
    const database = new Database(join(folder, 'unstuck.db'));
    const newestRow = 'select key, state from conversations order by updated_at desc limit 1';
    const row = database.prepare(newestRow).get() as { key: string; state: string };
    const tampered = tamper(JSON.parse(row.state) as State);
    const state = typeof tampered === 'string' ? tampered : JSON.stringify(tampered);
    database.prepare('update conversations set state = ? where key = ?').run(state, row.key);
    database.close();
  };
  const channels: Readonly<Record<string, () => Chat>> = {
    'on the web page': () => webChat(bot.origin),
    'in Teams': () => teamsChat(bot.origin, connector, person(`t${++people}`, `Person ${people}`)),
  };

  for (const [where, open] of Object.entries(channels)) {
    for (const [what, tamper, lines] of TAMPERED) {
      it(`goes on ${where} from ${what}`, async () => {
        const chat = open();
        await chat.arrive();
        await play(chat, HERE);

        tamperWith(tamper);

        await play(chat, [...lines, isOffered('Talk to a person')]);
        expect(newest(chat).offers.length).to.be.greaterThan(2);
        await chat.leave();
      });
    }
  }
});
