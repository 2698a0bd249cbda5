import { expect } from 'chai';
import fc from 'fast-check';
import type { Agent, Case } from '../../../src/helpdesk/cases/case.ts';
import type { AgentAction, PersonAction } from '../../../src/helpdesk/cases/caseAction.ts';
import {
  type AgentChoice,
  agentChoices,
  type PersonChoice,
  personChoices,
} from '../../../src/helpdesk/cases/caseActionsFor.ts';
import { decideForAgent } from '../../../src/helpdesk/cases/decideForAgent.ts';
import { decideForPerson } from '../../../src/helpdesk/cases/decideForPerson.ts';
import { ANA, caseIn, claimOf, DAY, minute, RULES } from './caseBench.ts';
import { histories, live } from './history.ts';

const RUNS = { numRuns: 200 };
const CARL: Agent = { id: 'teams:contoso:carl', name: 'Carl', via: 'desk' };

describe('agentChoices', () => {
  for (const [what, current, choices] of [
    ['waits', caseIn('waiting'), 'claim reply solve assign ask note diagnose escalate'],
    ['is claimed', caseIn('claimed'), 'reply solve assign ask note calling release diagnose escalate'],
    [
      'is claimed and its holder is asked',
      caseIn('claimed', { claim: claimOf(ANA, { isAsked: true }) }),
      'still reply solve assign ask note calling release diagnose escalate',
    ],
    [
      'is claimed and held on to four times',
      caseIn('claimed', { claim: claimOf(ANA, { isAsked: true, renewals: 4 }) }),
      'reply solve assign ask note calling release diagnose escalate',
    ],
    ['is solved', caseIn('solved'), 'reply reopen ask note calling diagnose escalate'],
    ['is closed', caseIn('closed'), 'reopen note'],
    [
      'is of somebody out of reach',
      caseIn('waiting', { isUnreachable: true }),
      'claim solve assign note diagnose escalate',
    ],
    [
      'is on its way to the next line',
      caseIn('waiting', { handingOver: 'e1' }),
      'claim reply solve assign ask note diagnose',
    ],
    [
      'is claimed and of somebody out of reach',
      caseIn('claimed', { isUnreachable: true }),
      'solve assign note release diagnose escalate',
    ],
    [
      'is solved and of somebody out of reach',
      caseIn('solved', { isUnreachable: true }),
      'reopen note diagnose escalate',
    ],
    ['is with the next line', caseIn('waiting', { line: 'next' }), 'claim reply solve assign ask note diagnose'],
  ] as const) {
    it(`offers, when a case ${what}: ${choices}`, () => {
      expect(agentChoices(current, RULES).join(' ')).to.equal(choices);
    });
  }

  it('offers exactly what can be done', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last, moments } = live(history);
        const setting = moments.at(-1)?.setting;
        fc.pre(setting !== undefined);
        // When it is too late to reopen is for the click to find out.
        fc.pre(last.closed === null || personChoices(last, setting.at).includes('reopen'));
        const agent = last.claim?.by ?? CARL;

        const possible = ALL.filter(
          (choice) => decideForAgent(last, agentAction(choice, last), agent, setting).kind === 'done',
        );

        expect([...agentChoices(last, history.rules)].sort()).to.deep.equal([...possible].sort());
      }),
      RUNS,
    );
  });
});

describe('personChoices', () => {
  for (const [what, current, choices] of [
    ['waits', caseIn('waiting'), 'add solved stuck withdraw'],
    ['was said to be stuck', caseIn('waiting', { stuckAt: minute(5).toISOString() }), 'add solved withdraw'],
    ['is claimed', caseIn('claimed'), 'add bot solved stuck withdraw'],
    ['is claimed and the bot is heard', caseIn('claimed, bot heard'), 'add agent solved stuck withdraw'],
    ['is solved', caseIn('solved'), 'in add stuck withdraw'],
    ['is closed', caseIn('closed'), 'reopen'],
  ] as const) {
    it(`offers, when a case ${what}: ${choices}`, () => {
      expect(personChoices(current, minute(40)).join(' ')).to.equal(choices);
    });
  }

  it('offers nothing of a case that was closed long ago', () => {
    expect(personChoices(caseIn('closed'), minute(31 + 14 * DAY))).to.deep.equal([]);
  });

  it('offers exactly what can be done, but for saying in other words that they are in', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { last, moments } = live(history);
        const setting = moments.at(-1)?.setting;
        fc.pre(setting !== undefined);

        const possible = EVERYTHING.filter(
          (choice) => decideForPerson(last, PERSON_ACTIONS[choice], setting).kind === 'done',
        ).filter((choice) => choice !== 'solved' || last.status !== 'solved');

        expect([...personChoices(last, setting.at)].sort()).to.deep.equal([...possible].sort());
      }),
      RUNS,
    );
  });
});

const ALL: readonly AgentChoice[] = [
  'claim',
  'reply',
  'solve',
  'assign',
  'ask',
  'note',
  'calling',
  'release',
  'diagnose',
  'escalate',
  'reopen',
  'still',
];

function agentAction(choice: AgentChoice, { draft }: Case): AgentAction {
  switch (choice) {
    case 'reply':
    case 'ask':
    case 'note':
      return { do: choice, text: '…' };
    case 'assign':
      return { do: choice, to: { ...CARL, id: 'teams:contoso:dora' } };
    case 'solve':
      return { do: choice, cause: 'other' };
    case 'diagnose':
      return { do: choice, draft: { ...draft, symptom: 'another-one' } };
    default:
      return { do: choice };
  }
}

const PERSON_ACTIONS: Readonly<Record<PersonChoice, PersonAction>> = {
  in: { do: 'confirm', isIn: true },
  add: { do: 'add', text: '…' },
  agent: { do: 'hear', who: 'agent' },
  bot: { do: 'hear', who: 'bot' },
  solved: { do: 'solve-self' },
  stuck: { do: 'stuck' },
  withdraw: { do: 'withdraw' },
  reopen: { do: 'reopen' },
};

const EVERYTHING = Object.keys(PERSON_ACTIONS) as PersonChoice[];
