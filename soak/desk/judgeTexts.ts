import type { SoakResult } from '../soakRun.ts';
import { howItWent } from './howItWent.ts';
import type { KeptCase } from './kept.ts';
import type { Known } from './known.ts';
import { marksIn, marksOf } from './marks.ts';
import { refusalOf } from './refusalOf.ts';

/** Notes are in their case once, and stay at the desk; what people say is in a case once, and comes to the desk. */
export function judgeTexts(known: Known): SoakResult {
  const [notes, said] = [judgeNotes(known), judgeSaid(known)];
  return { counts: { ...notes.counts, ...said.counts }, failures: [...notes.failures, ...said.failures] };
}

function judgeNotes(known: Known): SoakResult {
  const { book, askers, kept, calls, channel } = known;
  const atPeople = askers.flatMap(({ name, seen }) =>
    seen().flatMap(({ marks }) => marksOf('note', marks).map((mark) => `${mark}, a note, came to ${name}`)),
  );
  const elsewhere = calls
    .filter(({ conversation }) => !isIn(conversation, channel))
    .flatMap(({ conversation, marks }) =>
      marksOf('note', marks).map((mark) => `${mark}, a note, went to ${conversation}`),
    );
  const notes = book.of('note');
  const missing = notes.flatMap((note) => {
    const { mark, by, case: id } = note;
    const times = timesIn(kept.cases.filter(({ current }) => current.id === id)).get(mark) ?? 0;
    const isFine = times === 1 || (times === 0 && refusalOf(known, note) !== null);
    return isFine ? [] : [`${mark}, a note by ${by}, is ${times} times in ${id} (${howItWent(known, note)})`];
  });
  const leaks = [...new Set([...atPeople, ...elsewhere])];
  return { counts: { notes: notes.length, 'notes to people': leaks.length }, failures: [...leaks, ...missing] };
}

function judgeSaid({ book, kept, calls, channel }: Known): SoakResult {
  const shown = calls.filter((call) => call.shown !== '' && isIn(call.conversation, channel));
  const onDesk = new Set(shown.flatMap(({ marks }) => marksOf('said', marks)));
  const said = book.of('said');
  const inCases = timesIn(kept.cases);
  const failures = said.flatMap(({ mark, by }) => {
    const times = inCases.get(mark) ?? 0;
    if (times !== 1) return [`${by} said ${mark}, and it is ${times} times in a case`];
    return onDesk.has(mark) ? [] : [`${by} said ${mark}, and the desk never saw it`];
  });
  return { counts: { 'things said': said.length }, failures };
}

/** How many lines of their trails have each mark. */
function timesIn(cases: readonly KeptCase[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { event } of cases.flatMap(({ entries }) => entries)) {
    for (const mark of 'text' in event ? marksIn(event.text) : []) times.set(mark, (times.get(mark) ?? 0) + 1);
  }
  return times;
}

function isIn(conversation: string, channel: string): boolean {
  return `${conversation};`.startsWith(`${channel};`);
}
