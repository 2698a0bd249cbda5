import type { Answers, Diagnosis, Option, Pack, ScopingRule } from '../../knowledge/index.ts';
import type { Block } from '../model.ts';
import { categoryLabels } from './categoryLabels.ts';
import type { ViewContext } from './viewContext.ts';

/**
 * The row of the article's table that the answers lead to, turned on its side so that it fits a phone:
 * a line for each cell, the matching one marked. With an answer unknown, every cell still possible is marked.
 */
export function scopingTable(context: ViewContext, diagnosis: Diagnosis): Extract<Block, { kind: 'table' }> {
  const { pack, draft, texts } = context;
  const row = rowOf(pack, draft.answers);
  const rules = row
    ? pack.scoping.filter(({ when }) => [undefined, row.option.id].includes(when[row.question]))
    : pack.scoping;
  const mark = diagnosis.rules.length === 1 ? texts.diagnosis.match : texts.diagnosis.possible;
  return {
    kind: 'table',
    columns: [texts.diagnosis.columns.answers(row?.option.short), texts.diagnosis.columns.causes],
    rows: rules.map((rule) => ({
      cells: [combination(pack, rule, row?.question), categoryLabels(context, rule.categories)],
      ...(diagnosis.rules.includes(rule) ? { mark } : {}),
    })),
  };
}

/** The last question of a pack names the rows of its table; undefined while its answer isn't known. */
function rowOf(pack: Pack, answers: Answers): { question: string; option: Option } | undefined {
  const question = pack.questions.at(-1);
  const option = question?.options.find(({ id }) => id === answers[question.id]);
  return question && option ? { question: question.id, option } : undefined;
}

/** The answers that a rule asks for; what the head of the table says already isn't said again, unless it is all. */
function combination(pack: Pack, { when }: ScopingRule, said: string | undefined): string {
  const asked = pack.questions.filter(({ id }) => when[id] !== undefined);
  const unsaid = asked.filter(({ id }) => id !== said);
  return (unsaid.length > 0 ? unsaid : asked)
    .flatMap(({ id, options }) => options.filter((option) => option.id === when[id]))
    .map(({ short }, index) => (index === 0 ? short : short.toLowerCase()))
    .join(', ');
}
