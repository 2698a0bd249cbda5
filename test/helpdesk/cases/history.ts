import fc from 'fast-check';
import type { Agent, Case } from '../../../src/helpdesk/cases/case.ts';
import type { AgentAction, Decision, PersonAction, SystemAction } from '../../../src/helpdesk/cases/caseAction.ts';
import type { CaseEntry } from '../../../src/helpdesk/cases/caseEntry.ts';
import type { DecisionSetting } from '../../../src/helpdesk/cases/decisionSetting.ts';
import type { DeskRules } from '../../../src/helpdesk/cases/deskRules.ts';
import { openCase } from '../../../src/helpdesk/cases/openCase.ts';
import type { Draft, Outcome } from '../../../src/knowledge/index.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { ANA, BOB, DAY, decided, FILE, frozen, minute, OPENED, RULES } from './caseBench.ts';
import { ALWAYS, NEVER, NINE_TO_FIVE } from './handMadeHours.ts';

type Deed = Parameters<typeof decided>[1];

/** Something that is done so many minutes after what was done before; `holder` is whoever has the case by then. */
export interface Act {
  readonly after: number;
  readonly deed: Deed | readonly ['holder', AgentAction];
}

/** A case from its beginning, under some rules. */
export interface History {
  readonly rules: DeskRules;
  readonly requester: Case['requester'];
  readonly startsAt: Case['startsAt'];
  readonly acts: readonly Act[];
}

/** One moment of it. */
export interface Moment {
  readonly before: Case;
  readonly decision: Decision;
  readonly setting: DecisionSetting;
}

const text = fc.constantFrom('It says 0x80070005.', 'Hello?', 'x'.repeat(1_500));
const entry = fc.constantFrom('last', 'last', 'e1', '');
const mailing = fc.constantFrom('mailing', 'mailing', 'e1');
const handingOver = fc.constantFrom('handing-over', 'e1');

const draft: fc.Arbitrary<Draft> = fc
  .record({
    started: fc.boolean(),
    outcomes: fc.dictionary(
      fc.constantFrom('client/restart', 'client/cache', 'network/dns'),
      fc.constantFrom<Outcome>('still-broken', 'cannot', 'left', 'fixed'),
      { noNullPrototype: true },
    ),
    answers: fc.record({
      users: fc.constantFrom('single', 'multiple'),
      location: fc.constantFrom('inside', 'outside'),
    }),
    wayIn: fc.constantFrom(undefined, 'got-in' as const, 'no-luck' as const),
  })
  .map(({ wayIn, ...rest }) => ({ ...sampleCase().draft, ...rest, ...(wayIn && { wayIn }) }));

export const personActions: fc.Arbitrary<PersonAction> = fc.oneof(
  fc.record({ do: fc.constantFrom('add' as const, 'say' as const), text }),
  fc.constant({ do: 'attach' as const, file: FILE }),
  fc.record({ do: fc.constant('try' as const), draft }),
  fc.constantFrom(
    { do: 'solve-self' as const },
    { do: 'withdraw' as const },
    { do: 'reopen' as const },
    { do: 'stuck' as const },
  ),
  fc.record({ do: fc.constant('confirm' as const), isIn: fc.boolean() }),
  fc.record({ do: fc.constant('hear' as const), who: fc.constantFrom('bot' as const, 'agent' as const) }),
  fc.record({ do: fc.constant('read' as const), entry }),
);

export const agents: fc.Arbitrary<Agent> = fc.constantFrom(ANA, BOB);

export const agentActions: fc.Arbitrary<AgentAction> = fc.oneof(
  fc.constantFrom<AgentAction>(
    { do: 'claim' },
    { do: 'release' },
    { do: 'calling' },
    { do: 'still' },
    { do: 'escalate' },
    { do: 'reopen' },
    { do: 'solve', cause: 'network-issue' },
    { do: 'send-file', file: FILE },
  ),
  fc.record({ do: fc.constant('assign' as const), to: agents }),
  fc.record({ do: fc.constantFrom('reply' as const, 'ask' as const, 'note' as const), text }),
  fc.record({ do: fc.constant('diagnose' as const), draft }),
);

export const systemActions: fc.Arbitrary<SystemAction> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({ do: 'tick' as const }) },
  fc.constant({ do: 'shown' as const }),
  { weight: 6, arbitrary: fc.record({ do: fc.constant('delivered' as const), entry }) },
  fc.record({
    do: fc.constant('undelivered' as const),
    entry,
    why: fc.constant('status-500'),
    isFinal: fc.nat({ max: 5 }).map((number) => number === 0),
  }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('mailed' as const), entry: mailing }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('not-mailed' as const), entry: mailing, why: fc.constant('smtp-550') }),
  },
  fc.record({ do: fc.constant('call-off-mail' as const), entry: mailing, mayHaveGoneOut: fc.boolean() }),
  fc.record({ do: fc.constant('handed-over' as const), entry: handingOver }),
  fc.record({ do: fc.constant('not-handed-over' as const), entry: handingOver, why: fc.constant('smtp-550') }),
);

const deeds = fc.oneof(
  fc.tuple(fc.constant('person' as const), personActions),
  fc.tuple(fc.constant('system' as const), systemActions),
  fc.tuple(agents, agentActions),
  // What only its holder may do, or answers what time has just done; the first is seldom in time, so it comes twice.
  fc.constantFrom(
    ['holder', { do: 'still' }],
    ['holder', { do: 'still' }],
    ['holder', { do: 'release' }],
    ['system', { do: 'tick' }],
    ['system', { do: 'mailed', entry: 'mailing' }],
    ['system', { do: 'not-mailed', entry: 'mailing', why: 'smtp-550' }],
  ),
) as fc.Arbitrary<Act['deed']>;

const acts = fc.record({
  // 25: when somebody who has a case for 30 minutes is asked whether they still are on it.
  after: fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 70 }), fc.constantFrom(25, 25, 24 * 60, 15 * 24 * 60)),
  deed: deeds,
});

// What takes several right acts, one after another, and else happens too seldom.

/** A question is taken back while the mail about it is under way. */
const takenBack = (mayHaveGoneOut: boolean): readonly Act[] => [
  { after: 0, deed: [ANA, { do: 'claim' }] },
  { after: 0, deed: [ANA, { do: 'solve', cause: 'other' }] },
  { after: 0, deed: ['system', { do: 'delivered', entry: 'last' }] },
  { after: 3, deed: ['system', { do: 'tick' }] },
  { after: 0, deed: [ANA, { do: 'reopen' }] },
  { after: 0, deed: ['system', { do: 'call-off-mail', entry: 'mailing', mayHaveGoneOut }] },
];

/** The next line’s mail server doesn’t take a case. */
const NOT_HANDED_OVER: readonly Act[] = [
  { after: 0, deed: [ANA, { do: 'escalate' }] },
  { after: 0, deed: ['system', { do: 'not-handed-over', entry: 'handing-over', why: 'smtp-550' }] },
];

const stretches = fc.oneof(
  { weight: 60, arbitrary: acts.map((act): readonly Act[] => [act]) },
  fc.constantFrom(takenBack(false), takenBack(true), NOT_HANDED_OVER),
);

const requesters = fc.constantFrom<Case['requester']>(
  { ...sampleCase().requester, email: 'luis@fabrikam.example' },
  sampleCase().requester,
  { ...sampleCase().requester, channel: 'teams', email: 'luis@fabrikam.example' },
);

/** When the meeting starts: long ago, now, soon, some other day, or nobody knows. */
const meetings = fc
  .constantFrom(null, null, -90, -30, 5, 30, 90, 3 * DAY)
  .map((minutes) => (minutes === null ? null : minute(minutes).toISOString()));

/** Cases of every kind, as they come about. */
export const histories: fc.Arbitrary<History> = fc.record({
  rules: fc.record({
    hours: fc.constantFrom(ALWAYS, ALWAYS, NINE_TO_FIVE, NEVER),
    claimMinutes: fc.constantFrom(30, 10, 5, 1),
    escalatesTo: fc.constantFrom('desk' as const, 'mail' as const, null),
    canMail: fc.boolean(),
  }),
  requester: requesters,
  startsAt: meetings,
  acts: fc.array(stretches, { maxLength: 40, size: 'max' }).map((parts) => parts.flat()),
});

/** Lives through it; every case that is decided on is frozen. */
export function live({ rules, requester, startsAt, acts }: History): {
  readonly last: Case;
  readonly moments: readonly Moment[];
} {
  const newId = counter();
  const { id, draft, text, files } = sampleCase();
  const facts = { id, requester, draft, text, startsAt, files };
  let current = frozen(openCase(facts, { at: OPENED, newId, rules: RULES }).next);
  let time = OPENED.getTime();
  const moments = acts.map(({ after, deed }): Moment => {
    time += after * 60_000;
    const setting = { at: new Date(time), newId, rules };
    const before = current;
    const decision = decided(before, meant(deed, before), setting);
    if (decision.kind === 'done') current = frozen(decision.next);
    return { before, decision, setting };
  });
  return { last: current, moments };
}

/** Everything that has happened in it. */
export function entriesOf(moments: readonly Moment[]): CaseEntry[] {
  return moments.flatMap(({ decision }) => (decision.kind === 'done' ? decision.entries : []));
}

/** `last` is the id of the newest answer; the others are the entries that mails under way are about. */
function meant([who, action]: Act['deed'], { lastAnswer, mailing: mail, handingOver: handed, claim }: Case): Deed {
  if (who === 'holder') return [claim?.by ?? ANA, action];
  const named: Readonly<Record<string, string>> = {
    last: lastAnswer?.entry ?? '',
    mailing: mail?.entry ?? '',
    'handing-over': handed ?? '',
  };
  const entry = 'entry' in action ? { entry: named[action.entry] ?? action.entry } : {};
  return [who, { ...action, ...entry }] as Deed;
}

function counter(): () => string {
  let ids = 0;
  return () => {
    ids += 1;
    return `e${ids}`;
  };
}
