import type { CaseAction } from '../../cards/caseActions.ts';
import { deskFormView } from '../../cards/views/desk/deskFormView.ts';
import type { DeskDeed, DeskReply } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import { mayTouch } from './mayTouch.ts';

/** The small card for something that takes more than a tap: a card of its own, which nothing ever updates. */
export async function openForm(
  parts: DeskParts,
  deed: DeskDeed,
  { case: id, form }: Extract<CaseAction, { verb: 'desk-form' }>,
): Promise<DeskReply> {
  const found = await parts.cases.get(id);
  if (found === null || !mayTouch(deed, found)) return { kind: 'refused', said: parts.texts.desk.noSuchCase };
  const context = await parts.contexts.withMembers(found, parts.now());
  return { kind: 'view', view: deskFormView(context, found, form, deed.agent), card: id, show: null };
}
