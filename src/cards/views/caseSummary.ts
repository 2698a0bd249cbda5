import { type Diagnosis, diagnose } from '../../knowledge/index.ts';
import { answersGiven } from './answersGiven.ts';
import { categoryLabels } from './categoryLabels.ts';
import { stepsForAdmin } from './stepsForAdmin.ts';
import { triedSteps } from './triedSteps.ts';
import type { ViewContext } from './viewContext.ts';

/** What a summary is made from. */
export type Summarised = Pick<ViewContext, 'pack' | 'draft' | 'texts'>;

/** Everything said and tried, as plain text that can be read without the chat. */
export function caseSummary(context: Summarised): string {
  const { pack, draft, texts } = context;
  const { article } = pack.source;
  const diagnosis = diagnose(pack, draft.answers, draft.symptom);
  return [
    pack.title,
    ...(draft.audience === 'helper' ? [texts.summary.helper] : []),
    ...answersGiven(context).map(({ short, answer }) => `${short}: ${answer}`),
    ...causes(context, diagnosis),
    ...tried(context),
    ...forAdmin(context, diagnosis),
    texts.summary.source({ id: pack.id, version: draft.version, article }),
  ].join('\n');
}

function causes(context: Summarised, diagnosis: Diagnosis): string[] {
  const { texts } = context;
  if (!diagnosis.complete) return [];
  return [
    `${texts.summary.cause}: ${categoryLabels(context, diagnosis.categories)}`,
    `${texts.summary.because}: ${diagnosis.because}`,
  ];
}

function tried(context: Summarised): string[] {
  const { draft, texts } = context;
  const all = triedSteps(context).map((line) => `- ${line}`);
  const platform = draft.platform === 'other' ? [texts.summary.platform] : [];
  return [...(all.length > 0 ? [texts.summary.tried, ...all] : [texts.summary.nothingTried]), ...platform];
}

function forAdmin(context: Summarised, diagnosis: Diagnosis): string[] {
  const steps = stepsForAdmin(context, diagnosis);
  return steps.length > 0 ? [context.texts.summary.admin, ...steps.map(({ title }) => `- ${title}`)] : [];
}
