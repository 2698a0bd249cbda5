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
const NO: CaseAction = { verb: 'my-in', ...of, in: 'no' };

const STATES: Readonly<Record<string, Case | null>> = {
  'no case': null,
  waiting: caseIn('waiting', 'Ana'),
  agent: caseIn('claimed', 'Ana'),
  bot: caseIn('claimed, talks to the bot', 'Ana'),
  solved: caseIn('solved', 'Ana'),
  closed: caseIn('closed', 'Ana'),
};

/** What is typed, and what it means in each state; what isn't named means nothing there. */
const TYPED: readonly (readonly [string, Readonly<Record<string, CaseAction>>])[] = [
  ['my requests', { 'no case': LIST, waiting: LIST, agent: LIST, bot: LIST, solved: LIST, closed: LIST }],
  ['  My Requests! ', { 'no case': LIST, waiting: LIST, agent: LIST, bot: LIST, solved: LIST, closed: LIST }],
  ['/bot', { agent: BOT }],
  ['/BOT', { agent: BOT }],
  ['back to the bot', { agent: BOT }],
  ['Back to the bot.', { agent: BOT }],
  ['I want back to the bot', {}],
  ['It’s solved', { waiting: SOLVED, agent: SOLVED, bot: SOLVED }],
  ["it's solved", { waiting: SOLVED, agent: SOLVED, bot: SOLVED }],
  ['its solved', { waiting: SOLVED, agent: SOLVED, bot: SOLVED }],
  ['is it solved?', {}],
  ['solved', {}],
  ['it works', {}],
  ['Talk to Ana', { bot: AGENT }],
  ['/agent', { bot: AGENT }],
  ['agent', {}],
  ['talk to a person', {}],
  ['it’s stuck', { waiting: STUCK, bot: STUCK }],
  ['withdraw', { waiting: WITHDRAW, bot: WITHDRAW }],
  ['my request', { waiting: SHOW, bot: SHOW, solved: SHOW }],
  ['un-7k3q-m2', { waiting: SHOW, bot: SHOW, solved: SHOW }],
  ['yes', { solved: YES }],
  ['I’m in', { solved: YES }],
  ['no', { solved: NO }],
  ['Still out!', { solved: NO }],
  ['yes but there is no sound', {}],
  ['reopen', { closed: { verb: 'my-reopen', ...of } }],
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
    const words = Object.values(en.words).flat();

    const taken = words.filter((word) => readCaseTyped(caseIn('claimed', 'Ana'), word, en) !== null);

    expect(taken).to.deep.equal([...en.words.myRequests, ...en.words.backToBot, ...en.words.caseSolved]);
  });
});
