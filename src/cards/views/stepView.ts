import {
  conditionOf,
  isForAnotherPlatform,
  type PlannedStep,
  type Progress,
  remedyOf,
  type Step,
  stepKey,
  UNKNOWN,
} from '../../knowledge/index.ts';
import type { Block, CardView, SubmitAction } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { backButton, button, helpButton, primary, standing } from './buttons.ts';
import { labelFor } from './questionView.ts';
import type { ViewContext } from './viewContext.ts';

/** Where a step stands in the fix. */
export interface ShownStep {
  readonly planned: PlannedStep;
  readonly progress: Progress;
}

/** One step to do, with its substeps. */
export function stepView(context: ViewContext, shown: ShownStep): CardView {
  const { texts } = context;
  const { step } = shown.planned;
  return {
    title: step.title,
    blocks: [
      // A risky step was announced by its warning, and so was all that comes before a step.
      ...(step.risk === 'none'
        ? beforeStep(context, shown)
        : [progressBlock(context, shown.progress), ...conditionNotice(context, shown.planned)]),
      { kind: 'text', text: rich(step.text) },
      ...instructions(step),
      ...guideNote(shown),
      { kind: 'text', tone: 'quiet', text: plain(texts.step.about(step.minutes)) },
    ],
    actions: [
      primary(texts, 'fixed', { verb: 'step', outcome: 'fixed' }),
      button(texts, 'stillBroken', { verb: 'step', outcome: 'still-broken' }),
      button(texts, 'cannot', { verb: 'step', outcome: 'cannot' }),
      ...notWindows(context, shown.planned),
      ...notAdmin(context),
    ],
    standing: standing(texts),
    more: stepMenu(context),
  };
}

/** What every step of the fix begins with: where it stands, what its guide is about, and what was just left out. */
export function beforeStep(context: ViewContext, { planned, progress }: ShownStep): Block[] {
  const intro = progress.step === 1 ? planned.guide.intro : undefined;
  return [
    progressBlock(context, progress),
    ...skippedNotice(context),
    ...conditionNotice(context, planned),
    ...(intro ? [{ kind: 'text', text: rich(intro) } as const] : []),
  ];
}

/** After "I don't know" at a branch both ways are shown, so each step says for whom it is. */
function conditionNotice({ draft, texts }: ViewContext, { guide, step }: PlannedStep): Block[] {
  const condition = conditionOf(guide, step);
  if (!condition || draft.branches[stepKey(guide, condition.decider)] !== UNKNOWN) return [];
  return [{ kind: 'notice', tone: 'info', text: plain(texts.step.onlyIf(labelFor(condition.option, draft))) }];
}

/** What a guide says of itself, on its last step. */
export function guideNote({ planned, progress }: ShownStep): Block[] {
  const note = progress.step === progress.steps ? planned.guide.note : undefined;
  return note ? [{ kind: 'text', text: rich(note) }] : [];
}

/** "Guide 1 of 2 · step 3 of 6", with its bar. */
function progressBlock({ texts }: ViewContext, progress: Progress): Block {
  return { kind: 'progress', label: texts.step.progress(progress), done: progress.step - 1, total: progress.steps };
}

/** The substeps, what is worth knowing, and where to read more. */
export function instructions(step: Step): Block[] {
  const substeps: Block[] =
    step.substeps.length > 0 ? [{ kind: 'steps', items: step.substeps.map((each) => ({ text: rich(each) })) }] : [];
  const note: Block[] = step.note ? [{ kind: 'text', text: rich(step.note) }] : [];
  const links: Block[] = step.links.map(({ label, url }) => ({ kind: 'text', text: [{ text: label, href: url }] }));
  return [...substeps, ...note, ...links];
}

/** What every card of the fix has in its menu. */
export function stepMenu({ draft, texts }: ViewContext): SubmitAction[] {
  return [
    backButton(texts),
    button(texts, 'allSteps', { verb: 'all-steps' }),
    ...(draft.platform === 'other' ? [button(texts, 'onWindows', { verb: 'platform', platform: 'windows' })] : []),
    helpButton(texts),
  ];
}

/** *I'm not the admin*, for whoever said that they are. */
export function notAdmin({ draft, texts }: ViewContext): SubmitAction[] {
  return draft.audience === 'admin' ? [button(texts, 'notAdmin', { verb: 'audience', audience: 'user' })] : [];
}

/** *I'm on a Mac or phone*, on the first step that only Windows has. */
export function notWindows({ pack, draft, texts }: ViewContext, planned: PlannedStep): SubmitAction[] {
  const onMac = { ...draft, platform: 'other' } as const;
  if (draft.platform === 'other' || !isForAnotherPlatform(planned.step, onMac)) return [];
  const first = remedyOf(pack, draft).find((each) => 'step' in each && isForAnotherPlatform(each.step, onMac));
  const isFirst = first !== undefined && 'step' in first && first.key === planned.key;
  return isFirst ? [button(texts, 'notWindows', { verb: 'platform', platform: 'other' })] : [];
}

/** After *Can't do this*: that it is noted, said on the next card so that it costs no tap. */
function skippedNotice({ pack, draft, texts }: ViewContext): Block[] {
  const done = remedyOf(pack, draft).filter((each) => each.state === 'done');
  const last = done.at(-1);
  const skipped = last && 'step' in last && draft.outcomes[last.key] === 'cannot';
  return skipped ? [{ kind: 'notice', tone: 'info', text: plain(texts.step.skipped) }] : [];
}
