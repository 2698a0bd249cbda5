import { type Answers, type Contradiction, type Pack, type ScopingRule, UNKNOWN } from './pack.ts';

/** One cell of the scoping table: a full combination of answers and the rule that covers it. */
export interface Cell {
  readonly answers: Readonly<Record<string, string>>;
  readonly rule: ScopingRule;
}

/** As much of a pack as its combinations need. */
interface WithQuestions {
  readonly questions: readonly { readonly id: string; readonly options: readonly { readonly id: string }[] }[];
}

/** What the scoping table says of some answers. */
export interface Classification {
  /** Most likely first; all that the answers leave possible. */
  readonly categories: readonly string[];
  /** The rules behind them, in the order of the table. */
  readonly rules: readonly ScopingRule[];
  readonly contradiction: Contradiction | null;
  /** Every question has a known answer. */
  readonly complete: boolean;
}

/**
 * Reads the scoping table. With every answer known, the categories of the one cell in their printed order;
 * with some unknown or missing, those of all cells that agree, the ones in most cells first,
 * ties in the order of the table.
 */
export function classify(pack: Pack, answers: Answers): Classification {
  const complete = pack.questions.every((question) => isKnown(answers[question.id]));
  const contradiction = contradictionIn(pack, answers);
  if (contradiction) return { categories: [], rules: [], contradiction, complete };

  const agreeing = cellsOf(pack).filter((cell) => agrees(cell.answers, answers));
  const counts = new Map<string, number>();
  for (const category of agreeing.flatMap((cell) => cell.rule.categories)) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const categories = [...counts].sort(([, a], [, b]) => b - a).map(([category]) => category);
  return { categories, rules: [...new Set(agreeing.map((cell) => cell.rule))], contradiction, complete };
}

/** Two or more given answers that can't hold together, or null. */
export function contradictionIn(pack: Pack, answers: Answers): Contradiction | null {
  return pack.contradictions.find((each) => matches(each.when, answers)) ?? null;
}

/** The cells of each pack: it never changes, and every diagnosis asks for them. */
const cells = new WeakMap<Pack, readonly Cell[]>();

/** Every cell of the table, rule by rule in the order of the table, contradictions left out. */
export function cellsOf(pack: Pack): readonly Cell[] {
  const known = cells.get(pack) ?? drawCells(pack);
  cells.set(pack, known);
  return known;
}

function drawCells(pack: Pack): Cell[] {
  const possible = combinationsOf(pack).filter((answers) => !contradictionIn(pack, answers));
  return pack.scoping.flatMap((rule) =>
    possible.filter((answers) => matches(rule.when, answers)).map((answers) => ({ answers, rule })),
  );
}

/** Every way of answering all questions, contradictions included. */
export function combinationsOf(pack: WithQuestions): Record<string, string>[] {
  return pack.questions.reduce<Record<string, string>[]>(
    (combinations, question) =>
      combinations.flatMap((each) => question.options.map((option) => ({ ...each, [question.id]: option.id }))),
    [{}],
  );
}

/** Whether the answers have all that `when` asks for. */
export function matches(when: Readonly<Record<string, string>>, answers: Answers): boolean {
  return Object.entries(when).every(([question, option]) => answers[question] === option);
}

/** Whether nothing that is known contradicts the cell. */
export function agrees(cell: Readonly<Record<string, string>>, answers: Answers): boolean {
  return Object.entries(cell).every(
    ([question, option]) => !isKnown(answers[question]) || answers[question] === option,
  );
}

function isKnown(answer: string | undefined): boolean {
  return answer !== undefined && answer !== UNKNOWN;
}
