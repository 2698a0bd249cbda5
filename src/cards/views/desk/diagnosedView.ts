import type { Case } from '../../../helpdesk/cases/case.ts';
import { categoryOf, diagnose } from '../../../knowledge/index.ts';
import type { Block, CardView } from '../../model.ts';
import { plain, rich } from '../../richText.ts';
import { answersGiven } from '../answersGiven.ts';
import { stepsForAdmin } from '../stepsForAdmin.ts';
import { caseDraft } from './caseDraft.ts';
import type { DeskContext } from './deskContext.ts';
import { formView } from './formView.ts';

/** What the answers of a case lead to, for whoever has just filled them in. */
export function diagnosedView(context: DeskContext, current: Case): CardView {
  const { pack, texts } = context;
  const { diagnosed } = texts.desk;
  const draft = caseDraft(pack, current);
  const diagnosis = diagnose(pack, draft.answers, draft.symptom);
  const causes = diagnosis.complete ? diagnosis.categories.map((id) => categoryOf(pack, id)) : [];
  const [first] = causes;
  return formView(context, current, {
    title: first ? diagnosed.title(first.label) : diagnosed.open,
    blocks: [
      ...causes.map(
        ({ label, meaning }): Block => ({
          kind: 'text',
          text: [{ text: `${label}: `, style: 'strong' }, ...rich(meaning)],
        }),
      ),
      { kind: 'text', text: plain(diagnosis.because) },
      ...adminSteps(context, stepsForAdmin({ pack, draft }, diagnosis)),
      {
        kind: 'facts',
        facts: answersGiven({ pack, draft, texts }).map(({ short, answer }) => ({ label: short, value: answer })),
      },
    ],
  });
}

function adminSteps({ texts }: DeskContext, steps: ReturnType<typeof stepsForAdmin>): Block[] {
  if (steps.length === 0) return [];
  return [
    { kind: 'text', text: [{ text: texts.desk.adminSteps, style: 'strong' }] },
    {
      kind: 'steps',
      items: steps.map(({ title, text }) => ({ text: [{ text: `${title}. `, style: 'strong' }, ...rich(text)] })),
    },
  ];
}
