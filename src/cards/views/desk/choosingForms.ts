import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CardView, Choice, PickBlock } from '../../model.ts';
import { plain } from '../../richText.ts';
import { inOneLine } from '../requests/agentName.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';
import { personName } from './personName.ts';

/** *Ask…*: the pack's ready-made questions, a row each. */
export function askForm(context: DeskContext, current: Case): CardView {
  const { pack, texts } = context;
  const { forms } = texts.desk;
  const choices = pack.asks.map(
    (label): Choice => ({ label, action: { verb: 'desk-ask', case: current.id, question: label }, words: [] }),
  );
  return formView(context, current, {
    title: forms.ask(personName(texts, current)),
    blocks: [
      choices.length > 0
        ? { kind: 'choices', label: forms.askLabel, choices }
        : { kind: 'text', text: plain(forms.noAsks) },
    ],
  });
}

/** *Assign to…*: whoever was seen at the desk, and on channels that have a picker everybody in its conversation. */
export function assignForm(context: DeskContext, current: Case): CardView {
  const { texts, members, peoplePicker } = context;
  const { forms, actions } = texts.desk;
  const options = members.map(({ id, name }) => ({ label: inOneLine(name), value: id }));
  if (options.length === 0 && !peoplePicker) {
    return formView(context, current, {
      title: forms.assign,
      blocks: [{ kind: 'text', text: plain(forms.noMembers) }],
    });
  }
  const pick: PickBlock = {
    kind: 'pick',
    id: 'who',
    ...forms.assignField,
    options,
    ...(peoplePicker && { people: true }),
  };
  return formView(context, current, {
    title: forms.assign,
    blocks: [pick, { kind: 'text', tone: 'quiet', text: plain(forms.assignNote) }],
    actions: [caseButton(actions.giveTo, { verb: 'desk-assign', case: current.id, who: '' }, 'primary')],
  });
}

/** *Solved…*: the true cause, in one tap. */
export function solveForm(context: DeskContext, current: Case): CardView {
  const { pack, texts } = context;
  const { forms, other } = texts.desk;
  const row = (label: string, cause: string, detail?: string): Choice => ({
    label,
    ...(detail === undefined ? {} : { detail }),
    action: { verb: 'desk-solve', case: current.id, cause },
    words: [],
  });
  const label = current.isUnreachable ? forms.solveLabelUnasked : forms.solveLabel;
  const choices = [...pack.categories.map(({ id, label, meaning }) => row(label, id, meaning)), row(other, 'other')];
  return formView(context, current, {
    title: forms.solve,
    blocks: [{ kind: 'choices', label: label(personName(texts, current)), choices }],
  });
}

/** *Escalate…*: says where to, and asks once more. */
export function escalateForm(context: DeskContext, current: Case): CardView {
  const { texts } = context;
  const { forms, actions } = texts.desk;
  const text = current.isUnreachable ? forms.escalateTextUntold : forms.escalateText;
  const handOver = caseButton(actions.handOver, { verb: 'desk-escalate', case: current.id }, 'primary');
  return formView(context, current, {
    title: forms.escalate,
    blocks: [{ kind: 'text', text: plain(text(personName(texts, current))) }],
    actions: [handOver],
  });
}
