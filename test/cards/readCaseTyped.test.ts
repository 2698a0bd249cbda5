import { expect } from 'chai';
import type { CaseAction } from '../../src/cards/caseActions.ts';
import { readCaseTyped } from '../../src/cards/readCaseTyped.ts';
import { en } from '../../src/cards/text/en.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { caseIn } from '../support/everyCase.ts';

const of = { case: 'UN-7K3Q-M2' };
const BOT: CaseAction = { verb: 'my-listener', ...of, who: 'bot' };
const AGENT: CaseAction = { verb: 'my-listener', ...of, who: 'agent' };
const SOLVED: CaseAction = { verb: 'my-solved', ...of };
const LIST: CaseAction = { verb: 'my-requests' };
const SHOW: CaseAction = { verb: 'my-request', ...of };
const STUCK: CaseAction = { verb: 'my-stuck', ...of };
const WITHDRAW: CaseAction = { verb: 'my-withdraw', ...of };
const YES: CaseAction = { verb: 'my-in', ...of, in: 'yes' };
const GO_ON: CaseAction = { verb: 'my-go-on' };
const REOPEN: CaseAction = { verb: 'my-reopen', ...of };
const NO: CaseAction = { verb: 'my-in', ...of, in: 'no' };

const STATES: Readonly<Record<string, Case | null>> = {
  'no case': null,
  waiting: caseIn('waiting', 'Ana'),
  agent: caseIn('claimed', 'Ana'),
  bot: caseIn('claimed, talks to the bot', 'Ana'),
  solved: caseIn('solved', 'Ana'),
  closed: caseIn('closed', 'Ana'),
};

/** The same in every state in which there is no agent who hears the person. */
function unlessHeard(meant: CaseAction | 'reopen'): Readonly<Record<string, CaseAction | 'reopen'>> {
  return Object.fromEntries(Object.keys(STATES).flatMap((state) => (state === 'agent' ? [] : [[state, meant]])));
}

/** What is typed, and what it means in each state; what isn't named means nothing there. */
const TYPED: readonly (readonly [string, Readonly<Record<string, CaseAction | 'reopen'>>])[] = [
  ['my requests', { ...unlessHeard(LIST), agent: LIST }],
  ['  My Requests! ', { ...unlessHeard(LIST), agent: LIST }],
  ...['/bot', '/BOT', 'back to the bot', 'Back to the bot.'].map(
    (text) => [text, { 'no case': GO_ON, waiting: BOT, agent: BOT, bot: BOT, solved: BOT, closed: GO_ON }] as const,
  ),
  ['I want back to the bot', {}],
  ...['It’s solved', "it's solved", 'its solved'].map(
    (text) => [text, { waiting: SOLVED, agent: SOLVED, bot: SOLVED, solved: YES }] as const,
  ),
  ['is it solved?', {}],
  ['Talk to Ana', { bot: AGENT, solved: SHOW }],
  ['/agent', { waiting: AGENT, bot: AGENT, solved: SHOW }],
  ['agent', {}],
  ['talk to a person', {}],
  ['it’s stuck', { waiting: STUCK, bot: STUCK, solved: STUCK }],
  ['withdraw', { waiting: WITHDRAW, bot: WITHDRAW, solved: WITHDRAW }],
  ['my request', { 'no case': LIST, waiting: SHOW, bot: SHOW, solved: SHOW, closed: LIST }],
  ['send it', { waiting: SHOW, bot: SHOW, solved: SHOW }],
  ...['yes', 'I’m in', 'I’m in now', 'Fixed it', 'solved', 'it works', 'works now', 'got in', 'Yes, it works!'].map(
    (text) => [text, { solved: YES }] as const,
  ),
  ...[
    'no',
    'Still out!',
    'still not in',
    'Still broken',
    'No luck',
    'no, it doesn’t work',
    'I still can’t join',
    'not really',
    'Not quite.',
  ].map((text) => [text, { solved: NO }] as const),
  ['next step', {}],
  ['yes but there is no sound', {}],
  ['not really a problem any more', {}],
  ['reopen', { 'no case': 'reopen', waiting: REOPEN, bot: REOPEN, solved: NO, closed: 'reopen' }],
  ['help', {}],
  ['cancel', {}],
  ['restart', {}],
  ['back', {}],
  ['meeting now', {}],
  ['1', {}],
  ['', {}],
  ['…', {}],
  [`yes${' '.repeat(300)}`, {}],
];

describe('what is typed while there is a case', () => {
  for (const [text, meant] of TYPED) {
    for (const [state, current] of Object.entries(STATES)) {
      const expected = meant[state] ?? null;
      const shown = text.length > 60 ? `${text.length} characters` : `“${text}”`;

      it(`${state}: ${shown} → ${expected === null ? 'nothing' : JSON.stringify(expected)}`, () => {
        expect(readCaseTyped(current, text, en)).to.deep.equal(expected);
      });
    }
  }

  it('leaves everything but four words to the agent who hears the person', () => {
    const words = [...new Set(Object.values(en.words).flat())];

    const taken = words.filter((word) => readCaseTyped(caseIn('claimed', 'Ana'), word, en) !== null);

    expect(taken).to.deep.equal([...en.words.myRequests, ...en.words.backToBot, ...en.words.caseSolved]);
  });
});
