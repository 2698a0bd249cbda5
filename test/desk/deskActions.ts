import type { CaseAction } from '../../src/cards/caseActions.ts';

/** Something that is done to a case by a click. */
export interface CaseClick {
  readonly what: string;
  /** The data of the click, without its card and its case. */
  readonly data: Readonly<Record<string, unknown>>;
  /** It is about no case, and carries none. */
  readonly isOfNone: boolean;
}

type Verb = CaseAction['verb'];
type Form = Extract<CaseAction, { readonly verb: 'desk-form' }>['form'];

/**
 * `claimed`: changes a case that Ana has, when somebody of the desk does it. `later`: changes one in other states alone.
 * `look`: changes nothing. `person`: is for whoever has asked for help. `…-list`: is about no case.
 */
type Group = 'claimed' | 'later' | 'look' | 'desk-list' | 'person' | 'person-list';

/** One of the pack's ready-made ones. */
export const QUESTION = 'Are you signed in to Lync right now, and do other meetings open for you?';

const FORMS: Readonly<Record<Form, string>> = {
  more: 'the card for more',
  reply: 'the card to reply',
  note: 'the card for a note',
  ask: 'the card to ask',
  assign: 'the card to assign',
  diagnose: 'the card to diagnose',
  solve: 'the card to solve',
  escalate: 'the card to escalate',
};

/** All that there is, with what it carries: a new verb or form doesn’t compile until it is here. */
const CLICKS: Readonly<Record<Verb, readonly [Group, Readonly<Record<string, object>>]>> = {
  'desk-release': ['claimed', { Release: {} }],
  'desk-calling': ['claimed', { 'Calling them': {} }],
  'desk-escalate': ['claimed', { Escalate: {} }],
  'desk-reply': ['claimed', { Reply: { text: 'Hello' } }],
  'desk-note': ['claimed', { Note: { text: 'Patient' } }],
  'desk-ask': ['claimed', { Ask: { question: QUESTION } }],
  'desk-assign': ['claimed', { Assign: { who: 'Bea Lind' } }],
  'desk-solve': ['claimed', { Solve: { cause: 'other' } }],
  'desk-diagnose': ['claimed', { Diagnose: { 'q-users': 'multiple' } }],
  'desk-claim': ['later', { Claim: {} }],
  'desk-still': ['later', { 'Still on it': {} }],
  'desk-reopen': ['later', { Reopen: {} }],
  'desk-form': ['look', Object.fromEntries(Object.entries(FORMS).map(([form, what]) => [what, { form }]))],
  'desk-show': ['look', { Show: {} }],
  'desk-cases': ['desk-list', { 'Open cases': { which: 'open' }, 'Closed cases': { which: 'closed' } }],
  'desk-stats': ['desk-list', { Figures: {} }],
  'my-request': ['person', { 'My request': {} }],
  'my-withdraw': ['person', { Withdraw: {} }],
  'my-reopen': ['person', { 'Reopen my case': {} }],
  'my-stuck': ['person', { 'It’s stuck': {} }],
  'my-solved': ['person', { 'It’s solved': {} }],
  'my-listener': ['person', { 'Back to the bot': { who: 'bot' }, 'Talk to Ana': { who: 'agent' } }],
  'my-in': ['person', { 'Yes, I am in': { in: 'yes' }, 'No, I am not': { in: 'no' } }],
  'my-requests': ['person-list', { 'My requests': {} }],
  'my-go-on': ['person-list', { 'Go on': {} }],
};

function clicksOf(wanted: Group): readonly CaseClick[] {
  return Object.entries(CLICKS).flatMap(([verb, [group, clicks]]) =>
    group !== wanted
      ? []
      : Object.entries(clicks).map(([what, more]) => ({
          ...{ what, isOfNone: group.endsWith('-list') },
          data: { verb, ...more },
        })),
  );
}

/** All that the desk can do to a case that Ana has, each of which changes one when somebody of the desk does it. */
export const DESK_CLICKS = clicksOf('claimed');

/** What changes a case in other states alone. */
export const LATER_CLICKS = clicksOf('later');

/** What only looks at a case. */
export const LOOKS = clicksOf('look');

/** What looks at all that there are. */
export const LIST_CLICKS = clicksOf('desk-list');

/** What the person whose case it is can do to it. */
export const PERSON_CLICKS = clicksOf('person');

/** What whoever has asked for help can look at. */
export const OWN_LIST_CLICKS = clicksOf('person-list');

/** All of them. */
export const ALL_CLICKS = [
  ...[...DESK_CLICKS, ...LATER_CLICKS, ...LOOKS, ...LIST_CLICKS],
  ...[...PERSON_CLICKS, ...OWN_LIST_CLICKS],
];

/** What somebody at the desk may type in the thread of a case. */
export const DESK_WORDS: readonly string[] = [
  'reply Hello',
  'Reply: hello',
  'a note',
  'assign Bea Lind',
  'stats',
  'cases',
];

/** What somebody adds to a click who wants to be more than they are. */
export const FORGERIES: readonly Readonly<Record<string, unknown>>[] = [
  { role: 'admin' },
  { name: 'Ana Beck' },
  { assignee: 'page:ana beck' },
  { agent: { id: 'page:ana beck', name: 'Ana Beck', via: 'desk' } },
  { person: 'web:somebody' },
  { line: 'next', only: null },
  { tenant: 'b1b4e7d0-3c5b-4d3e-9f63-2f8f3a5c1d00' },
];
