import type { CaseAction } from '../../cards/caseActions.ts';
import { deskFormView } from '../../cards/views/desk/deskFormView.ts';
import { refusedText } from '../../cards/views/requests/refusedText.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { AgentAction } from '../../helpdesk/cases/caseAction.ts';
import { decideForAgent } from '../../helpdesk/cases/decideForAgent.ts';
import type { DeskDeed, DeskReply } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import { mayTouch } from './mayTouch.ts';

type OpenForm = Extract<CaseAction, { verb: 'desk-form' }>;

/**
 * The small card for something that takes more than a tap: a card of its own, which nothing ever updates. What the case
 * doesn't allow now is refused at once, before anybody fills it in: an old card may offer it still.
 */
export async function openForm(parts: DeskParts, deed: DeskDeed, { case: id, form }: OpenForm): Promise<DeskReply> {
  const { texts } = parts;
  const found = await parts.cases.get(id);
  if (found === null || !mayTouch(deed, found)) return { kind: 'refused', said: texts.desk.noSuchCase };
  const action = likeliest(found, form);
  const setting = { at: parts.now(), newId: parts.newId, rules: parts.rules };
  const decision = action && decideForAgent(found, action, deed.agent, setting);
  if (decision?.kind === 'refused') {
    return { kind: 'refused', said: refusedText(texts, decision.why, decision.holder) };
  }
  const context = await parts.contexts.withMembers(found, setting.at);
  return { kind: 'view', view: deskFormView(context, found, form, deed.agent), card: id, show: null };
}

/** What may come of a form, whatever is chosen in it; null where it only leads on. */
function likeliest({ draft }: Case, form: OpenForm['form']): AgentAction | null {
  switch (form) {
    case 'more':
      return null;
    case 'reply':
    case 'note':
    case 'ask':
      return { do: form, text: '' };
    case 'assign':
      return { do: 'assign', to: { id: '', name: '', via: 'page' } };
    case 'diagnose':
      // Another diagnosis than the case has.
      return { do: 'diagnose', draft: { ...draft, answers: { ...draft.answers, '': '' } } };
    case 'solve':
      return { do: 'solve', cause: 'other' };
    case 'escalate':
      return { do: 'escalate' };
  }
}
