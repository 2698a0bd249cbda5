import type { Case } from '../../../helpdesk/cases/case.ts';
import { FIELD_LIMIT } from '../../actions.ts';
import type { Block, CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';
import { personName } from './personName.ts';

/** *Reply…*: the one form whose text goes to the person. `agent`: who writes in it; null where nobody else sees it. */
export function replyForm(context: DeskContext, current: Case, agent: string | null): CardView {
  const { forms, actions } = context.texts.desk;
  const person = personName(context.texts, current);
  return formView(context, current, {
    title: agent === null ? forms.ownReply(person) : forms.reply(agent, person),
    blocks: [field(forms.replyField), quiet(forms.replyNote(person))],
    actions: [caseButton(actions.send, { verb: 'desk-reply', case: current.id, text: '' }, 'primary')],
  });
}

/** *Note*: for colleagues alone. `agent` as for `replyForm`. */
export function noteForm(context: DeskContext, current: Case, agent: string | null): CardView {
  const { forms, actions } = context.texts.desk;
  const person = personName(context.texts, current);
  return formView(context, current, {
    title: agent === null ? forms.ownNote : forms.note(agent),
    blocks: [field(forms.noteField), quiet(forms.noteNote(person))],
    actions: [caseButton(actions.keepNote, { verb: 'desk-note', case: current.id, text: '' }, 'primary')],
  });
}

function field(texts: DeskContext['texts']['desk']['forms']['replyField']): Block {
  return { kind: 'input', id: 'text', ...texts, maxLength: FIELD_LIMIT, multiline: true };
}

function quiet(text: string): Block {
  return { kind: 'text', tone: 'quiet', text: plain(text) };
}
