/** Something that is done to a case by a click. */
export interface CaseClick {
  readonly what: string;
  /** The data of the click, without its card and its case. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** One of the pack's ready-made ones. */
export const QUESTION = 'Are you signed in to Lync right now, and do other meetings open for you?';

/** All that the desk can do to a case that Ana has, each of which changes one when somebody of the desk does it. */
export const DESK_CLICKS: readonly CaseClick[] = [
  { what: 'Release', data: { verb: 'desk-release' } },
  { what: 'Calling them', data: { verb: 'desk-calling' } },
  { what: 'Escalate', data: { verb: 'desk-escalate' } },
  { what: 'Reply', data: { verb: 'desk-reply', text: 'Hello' } },
  { what: 'Note', data: { verb: 'desk-note', text: 'Patient' } },
  { what: 'Ask', data: { verb: 'desk-ask', question: QUESTION } },
  { what: 'Assign', data: { verb: 'desk-assign', who: 'Bea Lind' } },
  { what: 'Solve', data: { verb: 'desk-solve', cause: 'other' } },
  { what: 'Diagnose', data: { verb: 'desk-diagnose', 'q-users': 'multiple' } },
];

/** What changes a case in other states alone. */
export const LATER_CLICKS: readonly CaseClick[] = [
  { what: 'Claim', data: { verb: 'desk-claim' } },
  { what: 'Still on it', data: { verb: 'desk-still' } },
  { what: 'Reopen', data: { verb: 'desk-reopen' } },
];

/** What only looks. */
export const LOOKS: readonly CaseClick[] = [
  ...['more', 'reply', 'note', 'ask', 'assign', 'diagnose', 'solve', 'escalate'].map((form) => ({
    what: `the card for ${form}`,
    data: { verb: 'desk-form', form },
  })),
  { what: 'Show', data: { verb: 'desk-show' } },
];

/** What the person whose case it is can do to it. */
export const PERSON_CLICKS: readonly CaseClick[] = [
  { what: 'My request', data: { verb: 'my-request' } },
  { what: 'Withdraw', data: { verb: 'my-withdraw' } },
  { what: 'Reopen my case', data: { verb: 'my-reopen' } },
  { what: 'It’s stuck', data: { verb: 'my-stuck' } },
  { what: 'It’s solved', data: { verb: 'my-solved' } },
  { what: 'Back to the bot', data: { verb: 'my-listener', who: 'bot' } },
  { what: 'Yes, I am in', data: { verb: 'my-in', in: 'yes' } },
  { what: 'No, I am not', data: { verb: 'my-in', in: 'no' } },
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
