import type { Case, CaseStatus } from '../../src/helpdesk/cases/case.ts';
import type { Actor, CaseEntry, CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import type { Commit } from './replay.ts';

/** What the model knows of a case: where it stands, who has it, whom its person talks to, and which line has it. */
export interface Standing {
  readonly status: CaseStatus;
  readonly holder: string | null;
  readonly hears: 'bot' | 'agent';
  readonly line: Case['line'];
}

type Kind = CaseEvent['kind'];
type Of<K extends Kind> = Extract<CaseEvent, { kind: K }>;

/** What may happen: by whom, from where, and what comes of it. It asks nothing of the product. */
interface Rule<K extends Kind> {
  readonly by: readonly Actor['kind'][];
  readonly from: readonly CaseStatus[];
  /** What has to be true besides. */
  readonly if?: (now: Standing, event: Of<K>, by: Actor) => boolean;
  /** What is different afterwards; nothing where it isn’t said. */
  readonly to?: (now: Standing, event: Of<K>, by: Actor) => Partial<Standing>;
}

const QUEUED = { status: 'waiting', holder: null, hears: 'bot' } as const;
const OPEN = ['waiting', 'claimed', 'solved'] as const;
const ALL = [...OPEN, 'closed'] as const;

const held = (holder: string | null) => ({ status: 'claimed', holder, hears: 'agent' }) as const;
const idOf = (by: Actor): string | null => (by.kind === 'agent' ? by.agent.id : null);
const isHolder = ({ holder }: Standing, _: CaseEvent, by: Actor) => holder !== null && holder === idOf(by);
/** Whoever ends a case so, and from where. */
const ENDINGS: Readonly<Record<Of<'closed'>['how'], readonly [by: Actor['kind'], from: readonly CaseStatus[]]>> = {
  confirmed: ['person', ['solved']],
  silence: ['system', ['solved']],
  withdrawn: ['person', OPEN],
  'self-solved': ['person', OPEN],
  // The mail server has taken the mail.
  'handed-over': ['system', ['waiting', 'claimed']],
};

const RULES: { readonly [K in Kind]: Rule<K> } = {
  opened: { by: ['person'], from: [] },
  added: { by: ['person'], from: OPEN, if: ({ hears }) => hears === 'bot' },
  message: { by: ['person'], from: ['claimed'], if: ({ hears }) => hears === 'agent' },
  'file-in': { by: ['person'], from: OPEN },
  step: { by: ['person'], from: OPEN },
  'way-in': { by: ['person'], from: OPEN },
  'answers-changed': { by: ['person'], from: OPEN },
  claimed: { by: ['agent'], from: ['waiting'], to: (_, __, by) => held(idOf(by)) },
  assigned: {
    by: ['agent'],
    from: ['waiting', 'claimed'],
    if: ({ holder }, { to }) => to.id !== holder,
    to: ({ status, hears }, { to }) => ({ ...held(to.id), hears: status === 'waiting' ? 'agent' : hears }),
  },
  released: { by: ['agent'], from: ['claimed'], if: isHolder, to: () => QUEUED },
  expired: { by: ['system'], from: ['claimed'], if: ({ holder }, { from }) => from.id === holder, to: () => QUEUED },
  'asked-still': { by: ['system'], from: ['claimed'] },
  'still-on-it': { by: ['agent'], from: ['claimed'], if: isHolder },
  reply: { by: ['agent'], from: ['claimed', 'solved'] },
  question: { by: ['agent'], from: ['claimed', 'solved'] },
  'file-out': { by: ['agent'], from: ['claimed', 'solved'] },
  note: { by: ['agent'], from: ALL },
  calling: { by: ['agent'], from: ['claimed', 'solved'] },
  diagnosed: { by: ['agent'], from: OPEN },
  solved: { by: ['agent'], from: ['claimed'], to: () => ({ status: 'solved', hears: 'bot' }) },
  reopened: {
    by: ['person', 'agent'],
    from: ['solved', 'closed'],
    // By its person it goes to whoever had it; by an agent it is theirs.
    to: ({ holder }, _, by) => (by.kind === 'person' && holder === null ? QUEUED : held(idOf(by) ?? holder)),
  },
  escalated: {
    by: ['agent'],
    from: OPEN,
    if: ({ line }) => line === 'first',
    // By mail it stays until the mail was taken.
    to: (_, { to }) => (to === 'desk' ? { ...QUEUED, line: 'next' } : {}),
  },
  closed: {
    by: ['person', 'agent', 'system'],
    from: OPEN,
    if: ({ status }, { how }, by) => ENDINGS[how][0] === by.kind && ENDINGS[how][1].includes(status),
    to: () => ({ status: 'closed', hears: 'bot' }),
  },
  stuck: { by: ['person'], from: OPEN },
  repeated: { by: ['system'], from: ['waiting'] },
  'talks-to': {
    by: ['person'],
    from: ['claimed'],
    if: ({ hears }, { who }) => who !== hears,
    to: (_, { who }) => ({ hears: who }),
  },
  'on-screen': { by: ['system'], from: OPEN },
  delivered: { by: ['system'], from: ALL },
  'not-delivered': { by: ['system'], from: ALL },
  read: { by: ['person'], from: ALL },
  'not-handed-over': { by: ['system'], from: ['waiting', 'claimed'] },
  mailing: { by: ['system'], from: ALL },
  mailed: { by: ['system'], from: ALL },
  'not-mailed': { by: ['system'], from: ALL },
  'mail-called-off': { by: ['system'], from: ALL },
  urgency: { by: ['system'], from: OPEN },
  unreachable: { by: ['system'], from: ALL },
};

/** What there is that can happen: every kind of event, and every way in which a case ends. */
export const HAPPENINGS: readonly string[] = [...Object.keys(RULES), ...Object.keys(ENDINGS).map(endingOf)];

/** Which of them an event is. */
export function happeningsOf(event: CaseEvent): readonly string[] {
  return event.kind === 'closed' ? [event.kind, endingOf(event.how)] : [event.kind];
}

function endingOf(how: string): string {
  return `closed as ${how}`;
}

const OPENED: Standing = { status: 'waiting', holder: null, hears: 'bot', line: 'first' };

/** What is wrong with a commit, in words; null where nothing is. */
export function flawOf({ before, next, entries }: Commit): string | null {
  let standing = before === null ? null : standingOf(before);
  for (const entry of entries) {
    const after = happens(standing, entry);
    if (after === null)
      return `${inWords(entry)} doesn’t happen ${standing ? `while ${json(standing)}` : 'to nothing'}`;
    standing = after;
  }
  if (json(standing) !== json(standingOf(next)))
    return `what happened leads to ${json(standing)}, not ${json(standingOf(next))}`;
  const broken = Object.entries(UNTOUCHED).find(([, holds]) => !holds({ before, next, entries }));
  return broken ? broken[0] : null;
}

function happens(standing: Standing | null, { event, by }: CaseEntry): Standing | null {
  if (standing === null) return event.kind === 'opened' && by.kind === 'person' ? OPENED : null;
  const rule = RULES[event.kind] as Rule<Kind>;
  const isAllowed = rule.by.includes(by.kind) && rule.from.includes(standing.status);
  if (!isAllowed || rule.if?.(standing, event, by) === false) return null;
  return { ...standing, ...rule.to?.(standing, event, by) };
}

function standingOf({ status, claim, hears, line }: Case): Standing {
  return { status, holder: claim?.by.id ?? null, hears, line };
}

/** What a commit may change only where its entries say so. */
const UNTOUCHED: Readonly<Record<string, (commit: Commit) => boolean>> = {
  'whom it is for, what they wrote and since when has changed': ({ before, next }) =>
    before === null || json(ofItself(before)) === json(ofItself(next)),
  'the newest answer is none that was given': ({ before, next, entries }) =>
    next.lastAnswer?.entry === before?.lastAnswer?.entry ||
    newest(entries, ['reply', 'question', 'file-out', 'solved'])?.id === next.lastAnswer?.entry,
  'it has a cause that nobody named': ({ before, next, entries }) => {
    const solved = newest(entries, ['solved'])?.event as Of<'solved'> | undefined;
    return next.solved === null || next.solved.cause === (solved?.cause ?? before?.solved?.cause);
  },
  'it ended in another way than it says': ({ before, next, entries }) => {
    const closed = newest(entries, ['closed'])?.event as Of<'closed'> | undefined;
    return next.closed === null || next.closed.how === (closed?.how ?? before?.closed?.how);
  },
  'nobody has said that its person can’t be reached': ({ before, next, entries }) =>
    !next.isUnreachable || before?.isUnreachable === true || newest(entries, ['unreachable']) !== undefined,
  'nobody has said that it is stuck': ({ before, next, entries }) =>
    next.stuckAt === (before?.stuckAt ?? null) || newest(entries, ['stuck']) !== undefined,
  'no mail went out': ({ before, next, entries }) =>
    next.mailedAt === null || next.mailedAt === before?.mailedAt || newest(entries, ['mailed']) !== undefined,
  'it is on its way to the next line, and nobody has sent it there': ({ before, next, entries }) =>
    !next.handingOver || next.handingOver === (newest(entries, ['escalated'])?.id ?? before?.handingOver),
  'it is with the next line, and nobody had sent it there': ({ before, entries }) =>
    !entries.some(({ event }) => event.kind === 'closed' && event.how === 'handed-over') || !!before?.handingOver,
};

function ofItself({ id, requester, text, openedAt }: Case) {
  return { id, requester, text, openedAt };
}

function newest(entries: readonly CaseEntry[], kinds: readonly Kind[]): CaseEntry | undefined {
  return entries.findLast(({ event }) => kinds.includes(event.kind));
}

function inWords({ event, by }: CaseEntry): string {
  return `${event.kind} by ${idOf(by) ?? by.kind}`;
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
