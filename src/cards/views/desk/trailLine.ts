import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseEntry, CaseEvent, CaseFile } from '../../../helpdesk/cases/caseEntry.ts';
import { cleanText } from '../../cleanText.ts';
import { inOneLine } from '../requests/agentName.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { entryWords } from './entryWords.ts';
import { personName } from './personName.ts';

/** A line of a case's trail. All texts are ready to be shown, as text. */
export interface TrailLine {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The same as the desk says it, by its own clock. */
  readonly time: string;
  readonly who: string;
  /** `note` stays at the desk; `said` went from one side to the other. */
  readonly kind: 'said' | 'note' | 'event';
  readonly side: 'person' | 'desk' | 'bot';
  readonly text: string;
  readonly file: Pick<CaseFile, 'id' | 'name' | 'type' | 'size'> | null;
}

/** An entry as the page of a case shows it. */
export function trailLine(context: CaseContext, current: Case, entry: CaseEntry): TrailLine {
  const { id, at, by, event } = entry;
  const said = wordsOf(event);
  const file = event.kind === 'file-in' || event.kind === 'file-out' ? event.file : null;
  const kind = event.kind === 'note' ? 'note' : said === null && file === null ? 'event' : 'said';
  // The page shows the file itself, so that its name says enough.
  const text = said ?? (file === null ? entryWords(context, current, entry) : inOneLine(file.name));
  const time = context.texts.times.stamp(new Date(at), context.clock);
  const common = { id, at, time, kind, text, file } as const;
  switch (by.kind) {
    case 'person':
      return { ...common, who: personName(context.texts, current), side: 'person' };
    case 'agent':
      return { ...common, who: inOneLine(by.agent.name), side: 'desk' };
    case 'system':
      return { ...common, who: context.texts.trail.system, side: 'bot' };
  }
}

/** What somebody wrote, as they wrote it; null for everything else that happens. */
function wordsOf(event: CaseEvent): string | null {
  return 'text' in event ? cleanText(event.text) : null;
}
