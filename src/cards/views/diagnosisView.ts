import { categoryOf, type Diagnosis } from '../../knowledge/index.ts';
import type { Block, CardView } from '../model.ts';
import { plain, rich } from '../richText.ts';
import { answersGiven } from './answersGiven.ts';
import { backButton, button, helpButton, primary, standing } from './buttons.ts';
import { categoryLabels } from './categoryLabels.ts';
import { scopingTable } from './scopingTable.ts';
import type { ViewContext } from './viewContext.ts';

/** Causes named in words; the rest of a long list stays in the table. */
const CAUSES_IN_WORDS = 2;

/** What is most likely wrong, who can fix it, and why. */
export function diagnosisView(context: ViewContext, diagnosis: Diagnosis): CardView {
  const { pack, texts } = context;
  const [first, ...others] = diagnosis.categories.map((id) => categoryOf(pack, id));
  const fix = diagnosis.guides.length > 0 ? [primary(texts, 'showFix', { verb: 'confirm' })] : [];
  return {
    title: texts.diagnosis.title(first?.label ?? texts.diagnosis.unknown),
    blocks: [
      ...(first ? [{ kind: 'text', text: rich(first.meaning) } as const] : []),
      ...(diagnosis.conflict ? [] : others)
        .slice(0, CAUSES_IN_WORDS - 1)
        .map(({ label, meaning }) => ({ kind: 'text', text: rich(texts.diagnosis.orElse(label, meaning)) }) as const),
      ...conflictNotice(context, diagnosis),
      ...outOfReach(context, diagnosis),
      { kind: 'facts', facts: facts(context, diagnosis) },
    ],
    actions: [...fix, button(texts, 'change', { verb: 'change' })],
    details: reasons(context, diagnosis),
    standing: standing(texts),
    more: [backButton(texts), helpButton(texts)],
  };
}

function facts(context: ViewContext, diagnosis: Diagnosis): { label: string; value: string }[] {
  const { pack, texts } = context;
  const first = diagnosis.categories[0];
  const who = first ? [{ label: texts.diagnosis.whoFixes, value: categoryOf(pack, first).fixedBy }] : [];
  return [...who, ...answersGiven(context).map(({ short, answer }) => ({ label: short, value: answer }))];
}

function conflictNotice(context: ViewContext, { conflict }: Diagnosis): Block[] {
  if (!conflict) return [];
  const text = context.texts.diagnosis.conflict(
    categoryLabels(context, conflict.symptom),
    categoryLabels(context, conflict.scoping),
  );
  return [{ kind: 'notice', tone: 'info', text: rich(text) }];
}

function outOfReach({ pack, texts }: ViewContext, diagnosis: Diagnosis): Block[] {
  const said = diagnosis.categories
    .slice(0, CAUSES_IN_WORDS)
    .map((id) => categoryOf(pack, id).outOfReach)
    .filter((text) => text !== undefined);
  const texted = diagnosis.guides.length === 0 && said.length === 0 ? [texts.diagnosis.noGuide] : said;
  return texted.map((text) => ({ kind: 'notice', tone: 'warning', text: rich(text) }));
}

function reasons(context: ViewContext, diagnosis: Diagnosis): NonNullable<CardView['details']> {
  const { pack, texts } = context;
  const { article, revision, reviewed, link, note } = pack.source;
  const source = texts.diagnosis.source({ revision, reviewed, version: pack.version });
  return [
    { kind: 'text', text: [...rich(texts.diagnosis.why), ...plain(` ${diagnosis.because}`)] },
    scopingTable(context, diagnosis),
    {
      kind: 'text',
      tone: 'quiet',
      text: [...plain(texts.diagnosis.article), { text: article, href: link }, ...plain(source), ...plain(` ${note}`)],
    },
  ];
}
