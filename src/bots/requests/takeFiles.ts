import type { Activity, TurnContext } from 'botbuilder';
import { sayTaken } from '../../dialogs/sayBesides.ts';
import type { CaseFile } from '../../helpdesk/cases/caseEntry.ts';
import type { CaseWork } from '../../helpdesk/cases/caseWork.ts';
import { decideForPerson } from '../../helpdesk/cases/decideForPerson.ts';
import type { NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { PersonalDesk } from './personalDesk.ts';

/** What became of what came with a message besides its words. */
export interface TakenFiles {
  /** `case`: it goes with that of this conversation. `kept`: for one that may be sent. Null where nothing was taken. */
  readonly to: 'case' | 'kept' | null;
  /** Rows by which it is fetched. */
  readonly fetches: readonly NewOutboxRow[];
}

const NOTHING: TakenFiles = { to: null, fetches: [] };

/**
 * Files that came with a message go with the case of this conversation: what is stored already at once, what has to be
 * fetched as soon as it is there. Where there is none, they are kept for one, if there is a desk that it can be sent to.
 * The person gets a tick, and is told in words of what can't be taken.
 */
export async function takeFiles(
  desk: Pick<PersonalDesk, 'newId' | 'rules' | 'texts' | 'filesIn' | 'isThere'>,
  context: TurnContext,
  { work, at, besides }: { readonly work: CaseWork; readonly at: Date; readonly besides: string[] },
): Promise<TakenFiles> {
  const { texts } = desk;
  const stored = storedFiles(context.activity);
  const { fetches, left } = desk.filesIn(context.activity);
  const hasCase = work.current !== null && work.current.status !== 'closed';
  if (stored.length + fetches.length + left.length === 0 || !(hasCase || desk.isThere())) return NOTHING;
  besides.push(...left.map((why) => texts.handOver.notTaken[why]));
  if (!hasCase) return { to: stored.length + fetches.length > 0 ? 'kept' : null, fetches };
  const isTaken = attachAll(desk, { work, at }, stored) || fetches.length > 0;
  // After "Are you in?" the answer is the question again.
  if (isTaken && work.current?.hears === 'bot' && work.current.status !== 'solved') {
    await sayTaken(context, texts.handOver.tick, []);
  }
  return { to: isTaken ? 'case' : null, fetches };
}

/** Whether the case has taken any. */
function attachAll(
  { newId, rules }: Pick<PersonalDesk, 'newId' | 'rules'>,
  { work, at }: { readonly work: CaseWork; readonly at: Date },
  files: readonly CaseFile[],
): boolean {
  const taken = files.filter((file) => {
    if (work.current === null) return false;
    const { kind } = work.take(decideForPerson(work.current, { do: 'attach', file }, { at, newId, rules }));
    if (kind === 'done') work.keepFile(file.id);
    return kind === 'done';
  });
  return taken.length > 0;
}

/** Only our own page's channel puts such attachments on a message: nobody can send one. */
function storedFiles({ channelId, channelData, attachments = [] }: Activity): CaseFile[] {
  if (channelId !== 'web' || channelData?.keptFile !== true) return [];
  return attachments.flatMap(({ contentType, name = '', content }): CaseFile[] => {
    const { file, size }: { file?: unknown; size?: unknown } = content ?? {};
    if (typeof file !== 'string' || typeof size !== 'number') return [];
    return [{ id: file, name, type: contentType as CaseFile['type'], size }];
  });
}
