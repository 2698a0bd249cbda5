import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../helpdesk/cases/caseEntry.ts';
import type { Heard } from '../../text/enTrail.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { entryWords } from './entryWords.ts';
import { firstThreadLine } from './firstThreadLine.ts';
import { inPosts } from './inPosts.ts';

/** How the thread of a case begins in a place that it comes to later: with the rules, and all that has happened. */
export function threadStart(
  context: CaseContext,
  current: Case,
  { before, heard }: { readonly before: readonly CaseEntry[]; readonly heard: Heard },
): string[] {
  const { texts, clock } = context;
  const rules = firstThreadLine(texts, texts.desk.botName, heard);
  // Only for the person: the desk knows what it sees.
  const told = before.filter(({ event }) => event.kind !== 'on-screen');
  if (!told.some(({ event }) => event.kind !== 'opened')) return [rules];
  const lines = told.map((entry) =>
    texts.trail.at(texts.times.stamp(new Date(entry.at), clock), entryWords(context, current, entry)),
  );
  return inPosts([rules, texts.trail.before, ...lines]);
}
