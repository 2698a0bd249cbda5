import fc from 'fast-check';
import { NOTE } from './clickData.ts';
import { OPENINGS, type Opening } from './openings.ts';
import { READY_QUESTION } from './readyQuestion.ts';

/** Which of the two people, of the two agents, and of the two instances. */
export type Which = 0 | 1;

/** What a person does. Numbers choose among what there is by then. */
export type PersonDeed =
  /** Opens the card that hands over, where it isn’t open, and sends it; their meeting starts in so many minutes. */
  | { readonly kind: 'send'; readonly text: string; readonly startsIn: number | null }
  /** A button of the newest card, or of one so many before it. */
  | { readonly kind: 'tap'; readonly back: number; readonly button: number }
  | { readonly kind: 'type'; readonly text: string }
  /** What their newest case has to offer just now. */
  | { readonly kind: 'offered'; readonly choice: number }
  /** Clicks what is about a case: the newest of their own, or of the other person. */
  | { readonly kind: 'of-case'; readonly isOwn: boolean; readonly data: Data }
  /** Tells what came of a step of the fix, or answers what is asked before; asks to go on with it first. */
  | { readonly kind: 'try'; readonly outcome: 'fixed' | 'still-broken' | 'cannot' }
  /** Asks for the way in without the fix, and tells what came of it. */
  | { readonly kind: 'way-in'; readonly outcome: 'fixed' | 'still-broken' }
  | { readonly kind: 'attach' }
  /** Sees the newest answer. */
  | { readonly kind: 'read' }
  /** Blocks the bot, where a channel lets them. */
  | { readonly kind: 'block' };

/** What an agent does to the newest case of one of the people. */
export type AgentDeed =
  /** What the case has to offer just now; by whoever has it, or by whoever moves. */
  | { readonly kind: 'offered'; readonly of: Which; readonly choice: number; readonly isHolder: boolean }
  | { readonly kind: 'click'; readonly of: Which; readonly data: Data }
  | { readonly kind: 'type'; readonly of: Which; readonly text: string }
  /** Sends a file to its person. */
  | { readonly kind: 'attach'; readonly of: Which }
  | { readonly kind: 'look' };

/** A click’s, without its case. */
export type Data = Readonly<Record<string, string | number>>;

/** Something that somebody does, delivered to the instances that are named. */
export type Move = { readonly who: Which; readonly at: readonly Which[] } & (
  | { readonly as: 'person'; readonly deed: PersonDeed }
  | { readonly as: 'agent'; readonly deed: AgentDeed }
);

/** Moves at the same moment, after which time passes. */
export interface Step {
  readonly moves: readonly Move[];
  readonly minutes: number;
}

/** A history of clicks. */
export interface History {
  /** Who has a case from the beginning. */
  readonly cases: readonly Which[];
  /** They were in the middle of the fix when they sent it. */
  readonly isFixing: boolean;
  /** They have blocked the bot, where a channel lets them: nothing comes to them but answers. */
  readonly isBlocked: boolean;
  /** In how many minutes the meeting starts that it is about; null where they don’t say. */
  readonly startsIn: number | null;
  /** What the desk does first with the case of the first of them. */
  readonly opening: Opening;
  readonly steps: readonly Step[];
}

const which = fc.constantFrom<Which>(0, 1);
/** One delivery, or the same at both instances, or twice at one. */
const at = fc.oneof(
  { weight: 5, arbitrary: which.map((one) => [one] as const) },
  fc.constant([0, 1] as const),
  which.map((one) => [one, one] as const),
);

const words = fc.constantFrom(
  ...['It says 0x80070005.', 'my requests', 'my case', 'it’s stuck', 'withdraw', 'reopen', 'it’s solved'],
  ...['/bot', '/agent', 'back to the bot', 'talk to the agent', 'yes', 'no', 'i’m in', 'not yet'],
  ...['agent', 'start', 'back', 'keep trying', '1', '2', 'fixed', 'still broken', 'start over', 'help'],
);

const ofCase = fc.constantFrom<Data>(
  { verb: 'my-request' },
  { verb: 'my-requests' },
  { verb: 'my-go-on' },
  { verb: 'my-add', text: 'And it was fine on Monday.' },
  { verb: 'my-withdraw' },
  { verb: 'my-reopen' },
  { verb: 'my-stuck' },
  { verb: 'my-solved' },
  { verb: 'my-listener', who: 'bot' },
  { verb: 'my-listener', who: 'agent' },
  { verb: 'my-in', in: 'yes' },
  { verb: 'my-in', in: 'no' },
  // Nobody’s to do but the desk’s.
  { verb: 'desk-claim' },
);

/** Soon and now, each within a few steps and after them, or not at all. */
const startsIn = fc.constantFrom(null, null, null, null, 5, 12, 58, 63);

const personDeeds: fc.Arbitrary<PersonDeed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ kind: fc.constant('send' as const), text: fc.constant('It just goes back to the calendar.') },
      startsIn,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      back: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 4 })),
      button: fc.nat({ max: 9 }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), text: words }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('offered' as const), choice: fc.nat({ max: 11 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('of-case' as const),
      isOwn: fc.nat({ max: 9 }).map((number) => number > 0),
      data: ofCase,
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'read' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('try' as const),
      outcome: fc.constantFrom('still-broken' as const, 'still-broken' as const, 'cannot' as const, 'fixed' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('way-in' as const),
      outcome: fc.constantFrom('still-broken' as const, 'fixed' as const),
    }),
  },
  fc.constant({ kind: 'attach' as const }),
  fc.constant({ kind: 'block' as const }),
);

const clicks = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Data>({ verb: 'desk-claim' }) },
  { weight: 3, arbitrary: fc.constant<Data>({ verb: 'desk-reply', text: 'Please restart it.' }) },
  { weight: 3, arbitrary: fc.constant<Data>({ verb: 'desk-solve', cause: 'network-issue' }) },
  {
    weight: 8,
    arbitrary: fc.constantFrom<Data>(
      { verb: 'desk-release' },
      { verb: 'desk-calling' },
      { verb: 'desk-still' },
      { verb: 'desk-reopen' },
      { verb: 'desk-escalate' },
      { verb: 'desk-note', text: NOTE },
      { verb: 'desk-ask', question: READY_QUESTION },
      { verb: 'desk-ask', question: 'Which one?' },
      // The agents’ own ids stand in their place when it is clicked.
      { verb: 'desk-assign', who: 'agent 0' },
      { verb: 'desk-assign', who: 'agent 1' },
      { verb: 'desk-assign', who: 'nobody' },
      { verb: 'desk-solve', cause: 'no such cause' },
      { verb: 'desk-diagnose', 'q-users': 'multiple', 'q-location': 'inside' },
      { verb: 'desk-reply', text: '' },
      { verb: 'desk-show' },
      { verb: 'my-withdraw' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('more', 'reply', 'note', 'ask', 'assign', 'diagnose', 'solve', 'escalate')
      .map((form): Data => ({ verb: 'desk-form', form })),
  },
);

const agentDeeds: fc.Arbitrary<AgentDeed> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('offered' as const),
      of: which,
      choice: fc.nat({ max: 23 }),
      isHolder: fc.boolean(),
    }),
  },
  // What whoever has it is offered first: to say that they are still on it, where they are asked.
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ kind: fc.constant('offered' as const), of: which },
      ...{ choice: fc.constant(0), isHolder: fc.constant(true) },
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('click' as const), of: which, data: clicks }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      of: which,
      text: fc.constantFrom('reply On my way.', 'Seen that before.', 'assign agent', 'cases', 'stats', 'help', 'reply'),
    }),
  },
  fc.record({ kind: fc.constant('attach' as const), of: which }),
  fc.constant({ kind: 'look' as const }),
);

const moves: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ as: fc.constant('person' as const), who: which, at, deed: personDeeds }),
  fc.record({ as: fc.constant('agent' as const), who: which, at, deed: agentDeeds }),
);

const minutes = fc.oneof(
  { weight: 8, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat({ max: 6 }) },
  // Before the holder of a case is asked, and between that and its end.
  { weight: 3, arbitrary: fc.constantFrom(6, 9, 12, 26) },
  fc.nat({ max: 70 }),
  fc.constantFrom(24 * 60, 15 * 24 * 60),
);

const steps: fc.Arbitrary<Step> = fc.record({
  moves: fc.oneof(
    { weight: 3, arbitrary: fc.array(moves, { minLength: 1, maxLength: 1 }) },
    fc.array(moves, { minLength: 2, maxLength: 4 }),
  ),
  minutes,
});

/** Histories of every kind. */
export const histories: fc.Arbitrary<History> = fc.record({
  cases: fc.constantFrom<readonly Which[]>([0], [0], [1], [1], [0, 1], []),
  isFixing: fc.nat({ max: 3 }).map((number) => number === 3),
  isBlocked: fc.nat({ max: 4 }).map((number) => number === 4),
  startsIn,
  opening: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Opening>('plain') },
    fc.constantFrom(...(Object.keys(OPENINGS) as Opening[])),
  ),
  steps: fc.array(steps, { minLength: 1, maxLength: 9, size: 'max' }),
});

/** In a line, for whoever has to find out what went wrong. */
export function inWords({ moves: done, minutes: after }: Step): string {
  const each = done.map(
    ({ as, who, at: instances, deed }) => `${as} ${who} at ${instances.join('+')}: ${deedIn(deed)}`,
  );
  return `${each.join(' | ')}${after > 0 ? `, then ${after} minutes` : ''}`;
}

function deedIn(deed: PersonDeed | AgentDeed): string {
  const { kind, ...rest } = deed;
  return `${kind} ${JSON.stringify(rest)}`;
}
