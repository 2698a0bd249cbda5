import type { Seen } from '../../../soak/desk/asker.ts';
import type { Written } from '../../../soak/desk/book.ts';
import type { Call } from '../../../soak/desk/call.ts';
import type { KeptCase } from '../../../soak/desk/kept.ts';
import { type Known, knownOf } from '../../../soak/desk/known.ts';
import { marksIn } from '../../../soak/desk/marks.ts';
import { en } from '../../../src/cards/text/en.ts';
import { firstThreadLine } from '../../../src/cards/views/desk/firstThreadLine.ts';
import type { CaseEntry, CaseEvent } from '../../../src/helpdesk/cases/caseEntry.ts';
import { readCard } from '../../support/readCard.ts';
import { sampleCase } from '../../support/sampleCase.ts';

/** The desk’s conversation, and the one case that there is. */
export const DESK = '19:desk@thread.tacv2';
export const CASE = sampleCase({ text: 'It goes back, marks000001.' });
export const PERSON = CASE.requester.conversation;

/** A card of the case, or of a form for it. */
export function card(text: string, title = ''): Call['card'] {
  const offers = [{ label: 'Claim', data: { verb: 'desk-claim', case: CASE.id } }];
  return { ...readCard({ text }, ''), title, offers };
}

/** A call that posted the case’s card, taken by the channel in the first life. */
export function call(different: Partial<Call> = {}): Call {
  const shown = different.shown ?? 'message-1';
  const text = `${CASE.id} · Waiting\n${CASE.text}`;
  const known = { at: 1_000, life: 0, operation: 'send', conversation: DESK, about: '', fate: 'taken' } as const;
  return { ...known, line: 'A case', card: card(text), marks: marksIn(text), ...different, shown };
}

/** A post in the thread of the case’s card. */
export function post(text: string, different: Partial<Call> = {}): Call {
  const conversation = `${DESK};messageid=message-1`;
  const said = { line: text, card: readCard({ text }, ''), marks: marksIn(text) };
  return call({ at: 2_000, conversation, shown: `post-${text}`, ...said, ...different });
}

/** What the first post of a thread says. */
export const RULES = firstThreadLine(en, en.desk.botName, 'mentions');

/** Below the newest of these cards: the rules, and all that is in the trail. */
function threadBelow(calls: readonly Call[], cases: readonly KeptCase[]): readonly Call[] {
  const root = calls.findLast(({ conversation, shown }) => conversation === DESK && shown !== '');
  if (root === undefined) return [];
  const texts = new Set(
    cases.flatMap(({ entries }) => entries.flatMap(({ event }) => ('text' in event ? event.text : []))),
  );
  const { at, life, shown } = root;
  const conversation = `${DESK};messageid=${shown}`;
  return [RULES, ...texts].map((text) => post(text, { at, life, conversation }));
}

/** A message that a person saw. */
export function seen(text: string, different: Partial<Seen> = {}): Seen {
  return { card: readCard({ text }, 'm'), at: 2_000, life: 0, isChange: false, marks: marksIn(text), ...different };
}

/** Something that was written, and answered. */
export function written(different: Partial<Written> & Pick<Written, 'kind' | 'mark'>): Written {
  return {
    by: 'somebody',
    began: different.at ?? 900,
    at: 900,
    case: CASE.id,
    messages: ['from-1'],
    ...{ said: null, thread: 'message-1' },
    ...different,
  };
}

/** The case with these events in its trail, all of them in the audit. */
export function kept(...events: readonly CaseEvent[]): KeptCase {
  const entries = [{ kind: 'opened' } as const, ...events].map((event, at): CaseEntry => {
    return { id: `e${at}`, case: CASE.id, at: CASE.openedAt, by: { kind: 'person' }, event };
  });
  const current = { ...CASE, isOnScreen: true };
  return { current, entries, audited: entries.map(({ id }) => id), broken: [] };
}

/** What is different from a run in which the case was sent, and came to the desk. */
export interface Different {
  readonly calls?: readonly Call[];
  /** In the threads of the case; where it isn’t given, the one of its newest card has all that it should. */
  readonly posts?: readonly Call[];
  readonly books?: readonly Written[];
  readonly cases?: readonly KeptCase[];
  readonly shown?: readonly Seen[];
  readonly kind?: 'teams' | 'web' | 'slack';
  readonly lives?: Known['lives'];
  readonly outbox?: Known['kept']['outbox'];
}

/** All that is known of such a run. */
export function known({
  calls = [call()],
  books = [],
  cases = [kept()],
  shown = [],
  kind = 'teams',
  lives = [{ upAt: 0, endedAt: null }],
  outbox = { waiting: 0, dead: 0 },
  posts = threadBelow(calls, cases),
}: Different = {}): Known {
  const sent = written({ kind: 'sent', mark: 'marks000001', case: '' });
  const all = books.some((each) => each.kind === 'sent') ? books : [sent, ...books];
  return knownOf({
    ...{ calls: [...calls, ...posts], channel: DESK, lives },
    askers: [{ name: PERSON, kind, seen: () => shown }],
    book: { of: (wanted) => all.filter((each) => each.kind === wanted) },
    kept: { cases, outbox },
  });
}
