import { type Diagnosis, diagnose, guideById, outcomeOf, type PlannedStep, stepsOf } from '../../knowledge/index.ts';
import { answersGiven } from './answersGiven.ts';
import { categoryLabels } from './categoryLabels.ts';
import type { ViewContext } from './viewContext.ts';

/** Everything said and tried, as plain text that can be read without the chat. */
export function caseSummary(context: ViewContext): string {
  const { pack, draft, texts } = context;
  const { article } = pack.source;
  const diagnosis = diagnose(pack, draft.answers, draft.symptom);
  return [
    pack.title,
    ...(draft.audience === 'helper' ? [texts.summary.helper] : []),
    ...answersGiven(context).map(({ short, answer }) => `${short}: ${answer}`),
    ...causes(context, diagnosis),
    ...tried(context),
    ...adminSteps(context, diagnosis),
    texts.summary.source({ id: pack.id, version: draft.version, article }),
  ].join('\n');
}

function causes(context: ViewContext, diagnosis: Diagnosis): string[] {
  const { texts } = context;
  if (!diagnosis.complete) return [];
  return [
    `${texts.summary.cause}: ${categoryLabels(context, diagnosis.categories)}`,
    `${texts.summary.because}: ${diagnosis.because}`,
  ];
}

function tried({ pack, draft, texts }: ViewContext): string[] {
  const steps = allSteps({ pack, draft }).flatMap(({ key, step }) => {
    const outcome = outcomeOf(draft, key, step);
    const isAdmins = step.audience === 'admin' && outcome === 'left';
    return outcome && !isAdmins ? [`- ${step.title}: ${texts.summary.outcomes[outcome]}`] : [];
  });
  const wayIn = draft.wayIn ? [`- ${texts.summary.wayIn[draft.wayIn]}`] : [];
  const platform = draft.platform === 'other' ? [texts.summary.platform] : [];
  const all = [...steps, ...wayIn];
  return [...(all.length > 0 ? [texts.summary.tried, ...all] : [texts.summary.nothingTried]), ...platform];
}

/** What the pack says an admin should do next; nothing while every cause is still possible. */
function adminSteps({ pack, draft, texts }: ViewContext, { guides, complete }: Diagnosis): string[] {
  if (!complete && !draft.fixing) return [];
  const steps = guides
    .flatMap((id) => stepsOf(guideById(pack, id), draft))
    .filter(
      ({ step, state, key }) => step.audience === 'admin' && state !== 'skipped' && !isTried(draft.outcomes[key]),
    );
  return steps.length > 0 ? [texts.summary.admin, ...steps.map(({ step }) => `- ${step.title}`)] : [];
}

function isTried(outcome: string | undefined): boolean {
  return outcome !== undefined && outcome !== 'left';
}

function allSteps({ pack, draft }: Pick<ViewContext, 'pack' | 'draft'>): PlannedStep[] {
  return pack.guides.flatMap((guide) => stepsOf(guide, draft));
}
