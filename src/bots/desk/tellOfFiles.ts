import type { Activity, TurnContext } from 'botbuilder';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { DeskPlace, DeskPosts } from '../../helpdesk/desk/deskPlace.ts';
import type { Log } from '../../log.ts';
import type { Said } from '../onceInPublic.ts';
import { tellAlone } from '../tellAlone.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskParts } from './deskParts.ts';
import { placeKeyOf } from './placeKeyOf.ts';

/** What telling of files takes. */
export interface FilesAtDesk {
  readonly desk: Pick<DeskParts, 'cases' | 'contexts' | 'now' | 'texts'>;
  readonly posts: Pick<DeskPosts, 'caseOf'>;
  readonly reader: Pick<ChannelReader, 'hasFiles' | 'rootOf' | 'conversationOf'>;
  readonly log: Log;
}

/**
 * Tells whoever put a file into the thread of a case, and nobody else, that it wasn't sent, and where one can be: they
 * would take it for sent. `undone` where there is nothing to tell.
 */
export async function tellOfFiles(parts: FilesAtDesk, context: TurnContext, place: DeskPlace | null): Promise<Said> {
  const { activity } = context;
  const about = parts.reader.hasFiles(activity) ? await caseBeside(parts, activity, place) : null;
  if (about === null) return 'undone';
  const said = { type: 'message', textFormat: 'plain', text: textFor(parts.desk, about) };
  await tellAlone(parts.log, context, { said, ifLost: 'that a file was not sent could not be told' });
  return 'done';
}

/** The case in whose thread it was put, while that is this desk's. */
async function caseBeside(
  { desk, posts, reader }: FilesAtDesk,
  activity: Activity,
  place: DeskPlace | null,
): Promise<Case | null> {
  const root = reader.rootOf(activity);
  if (root === null || place === null) return null;
  const id = await posts.caseOf(placeKeyOf(reader, activity), root);
  const found = id === null ? null : await desk.cases.get(id);
  return found?.line === place.line ? found : null;
}

function textFor({ contexts, now, texts }: FilesAtDesk['desk'], about: Case): string {
  const { caseLink, attachHint } = contexts.of(about, now());
  const { casePage, deskPage, fileStays } = texts.desk;
  if (caseLink !== null) return fileStays.elsewhere(casePage);
  return attachHint ? fileStays.elsewhere(deskPage) : fileStays.nowhere;
}
