import type { Activity, TurnContext } from 'botbuilder';
import type { CaseFile } from '../../helpdesk/cases/caseEntry.ts';
import type { CaseWork } from '../../helpdesk/cases/caseWork.ts';
import { decideForPerson } from '../../helpdesk/cases/decideForPerson.ts';
import type { PersonalDesk } from './personalDesk.ts';

/**
 * Files that came with a message go with the case of this conversation: what is stored already at once, what has to be
 * fetched as soon as it is there. The person gets a tick. False where there is no such case, or no file.
 */
export async function takeFiles(
  { newId, rules, texts, fetches }: Pick<PersonalDesk, 'newId' | 'rules' | 'texts' | 'fetches'>,
  context: TurnContext,
  { work, at }: { readonly work: CaseWork; readonly at: Date },
): Promise<boolean> {
  if (work.current === null || work.current.status === 'closed') return false;
  let isTaken = fetches(context.activity).length > 0;
  for (const file of storedFiles(context.activity)) {
    const { current } = work;
    if (current === null || current.status === 'closed') return isTaken;
    const decision = work.take(decideForPerson(current, { do: 'attach', file }, { at, newId, rules }));
    if (decision.kind !== 'done') continue;
    work.keepFile(file.id);
    isTaken = true;
  }
  if (isTaken && work.current?.hears === 'bot') {
    await context.sendActivity({ type: 'message', text: texts.handOver.tick, channelData: { tick: true } });
  }
  return isTaken;
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
