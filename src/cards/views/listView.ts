import { conditionOf, type Guide, listedSteps, type PlannedStep, type Progress } from '../../knowledge/index.ts';
import type { CardView, Choice, ListItem, RichText } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { backButton, button, helpButton, primary, standing } from './buttons.ts';
import { labelFor } from './questionView.ts';
import { notAdmin, notWindows } from './stepView.ts';
import type { ViewContext } from './viewContext.ts';

/** A whole guide as one numbered list. Destructive steps show their warning until they are asked for. */
export function listView(context: ViewContext, { guide }: { guide: Guide; progress: Progress }): CardView {
  const { texts } = context;
  const steps = listedSteps(guide, context.draft);
  const risky = steps.some((each) => isHeldBack(context, each));
  const first = steps[0];
  const choices = fixedChoices(context, steps);
  return {
    title: texts.list.title(guide.title),
    blocks: [
      { kind: 'steps', items: steps.map((each) => item(context, each)) },
      ...(guide.note ? [{ kind: 'text', text: rich(guide.note) } as const] : []),
      ...(choices.length > 0 ? [{ kind: 'choices', label: texts.list.which, choices } as const] : []),
    ],
    actions: [
      choices.length > 0
        ? button(texts, 'noneHelped', { verb: 'step', outcome: 'still-broken' })
        : primary(texts, 'next', { verb: 'step', outcome: 'still-broken' }),
      ...(risky ? [button(texts, 'showRisky', { verb: 'confirm' })] : []),
      ...(first ? notWindows(context, first) : []),
      ...notAdmin(context),
    ],
    standing: standing(texts),
    more: [backButton(texts), helpButton(texts)],
  };
}

/** The person would do this step themselves. */
function isTheirs({ draft }: ViewContext, { step }: PlannedStep): boolean {
  return step.audience === 'user' || draft.audience === 'admin';
}

function isHeldBack({ draft }: ViewContext, { step, key }: PlannedStep): boolean {
  return step.risk === 'destructive' && !draft.confirmed.includes(key);
}

function item(context: ViewContext, planned: PlannedStep): ListItem {
  const { texts } = context;
  const { step } = planned;
  const head: RichText = [...condition(context, planned), { text: step.title, style: 'strong' }, { text: '. ' }];
  if (!isTheirs(context, planned)) {
    return {
      text: [...condition(context, planned), ...plain(texts.list.adminWill), ...rich(step.forPerson ?? step.text)],
    };
  }
  if (isHeldBack(context, planned)) return { text: [...head, ...rich(texts.list.careful(step.warning ?? ''))] };
  const note = step.note ? [rich(step.note)] : [];
  const links: RichText[] = step.links.map(({ label, url }) => [{ text: label, href: url }]);
  return { text: [...head, ...rich(step.text)], substeps: [...step.substeps.map(rich), ...note, ...links] };
}

function condition({ draft, texts }: ViewContext, { guide, step }: PlannedStep): RichText {
  const found = conditionOf(guide, step);
  return found ? plain(texts.list.onlyIf(labelFor(found.option, draft))) : [];
}

function fixedChoices(context: ViewContext, steps: readonly PlannedStep[]): Choice[] {
  const { texts } = context;
  return steps.flatMap((planned, index): Choice[] => {
    if (!isTheirs(context, planned) || planned.step.branch) return [];
    const number = index + 1;
    return [
      {
        label: texts.list.fixedBy(number),
        detail: planned.step.title,
        action: { verb: 'step', outcome: 'fixed', step: planned.key },
        exact: [String(number)],
        words: texts.list.words(number),
      },
    ];
  });
}
