import { type Answers, agrees, cellsOf, type Diagnosis, type Option, type Pack } from '../../knowledge/index.ts';
import type { Block } from '../model.ts';
import { categoryLabels } from './categoryLabels.ts';
import type { ViewContext } from './viewContext.ts';

/**
 * The row of the article's table that the answers lead to, turned on its side so that it fits a phone: a line for each
 * cell, the matching one marked. While the answer that names the row is unknown, a line for each rule, and every one
 * that is still possible is marked.
 */
export function scopingTable(context: ViewContext, diagnosis: Diagnosis): Extract<Block, { kind: 'table' }> {
  const { pack, draft, texts } = context;
  const row = rowOf(pack, draft.answers);
  const lines = row
    ? cellsOf(pack).filter(({ answers }) => answers[row.question] === row.option.id)
    : pack.scoping.map((rule) => ({ answers: rule.when, rule }));
  const isPossible = ({ answers, rule }: (typeof lines)[number]) =>
    diagnosis.rules.includes(rule) && agrees(answers, draft.answers);
  const mark = lines.filter(isPossible).length === 1 ? texts.diagnosis.match : texts.diagnosis.possible;
  return {
    kind: 'table',
    columns: [texts.diagnosis.columns.answers(row?.option.short), texts.diagnosis.columns.causes],
    rows: lines.map((line) => ({
      cells: [inWords(pack, line.answers, row?.question), categoryLabels(context, line.rule.categories)],
      ...(isPossible(line) ? { mark } : {}),
    })),
  };
}

/** The last question of a pack names the rows of its table; undefined while its answer isn't known. */
function rowOf(pack: Pack, answers: Answers): { question: string; option: Option } | undefined {
  const question = pack.questions.at(-1);
  const option = question?.options.find(({ id }) => id === answers[question.id]);
  return question && option ? { question: question.id, option } : undefined;
}

/** What the head of the table says already isn't said again. */
function inWords(pack: Pack, answers: Answers, said: string | undefined): string {
  return pack.questions
    .filter(({ id }) => id !== said)
    .flatMap(({ id, options }) => options.filter((option) => option.id === answers[id]))
    .map(({ short }, index) => (index === 0 ? short : short.toLowerCase()))
    .join(', ');
}
