import type { CaseAction } from '../../cards/caseActions.ts';
import { deskFormView } from '../../cards/views/desk/deskFormView.ts';
import { refusedText } from '../../cards/views/requests/refusedText.ts';
import { agentChoices } from '../../helpdesk/cases/caseActionsFor.ts';
import { whyNotOffered } from '../../helpdesk/cases/whyNotOffered.ts';
import type { DeskDeed, DeskReply } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import { mayTouch } from './mayTouch.ts';

type OpenForm = Extract<CaseAction, { verb: 'desk-form' }>;

/**
 * The small card for something that takes more than a tap: a card of its own, which nothing ever updates. What the case
 * doesn't offer now is refused at once, before anybody fills it in: an old card may offer it still.
 */
export async function openForm(
  parts: DeskParts,
  deed: Pick<DeskDeed, 'line' | 'only'> & { readonly agent: DeskDeed['agent'] | null },
  { case: id, form }: OpenForm,
): Promise<DeskReply> {
  const { texts } = parts;
  const found = await parts.cases.get(id);
  if (found === null || !mayTouch(deed, found)) return { kind: 'refused', said: texts.desk.noSuchCase };
  if (form !== 'more' && !agentChoices(found, parts.rules).includes(form)) {
    return { kind: 'refused', said: refusedText(texts, whyNotOffered(found, form), null) };
  }
  const context = await parts.contexts.withMembers(found, parts.now());
  return { kind: 'view', view: deskFormView(context, found, form, deed.agent), card: id, show: null };
}
