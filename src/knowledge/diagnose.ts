import { classify } from './classify.ts';
import type { Answers, Category, Contradiction, Pack, ScopingRule, Symptom } from './pack.ts';

/** What is most likely wrong, and why. */
export interface Diagnosis {
  /** Most likely first. */
  readonly categories: readonly string[];
  /** The guides of those categories in the same order, each once. */
  readonly guides: readonly string[];
  /** Why, in a sentence or two. */
  readonly because: string;
  /** Set where the symptom and the table point at different guides; categories of each. */
  readonly conflict: { readonly symptom: readonly string[]; readonly scoping: readonly string[] } | null;
  readonly contradiction: Contradiction | null;
  /** A symptom or every answer is known, and no two answers contradict each other. */
  readonly complete: boolean;
  /** The rules of the scoping table that agree with the answers. */
  readonly rules: readonly ScopingRule[];
}

/** The workaround's own symptom ("nothing helped") says nothing about the cause, so it never disagrees with the table. */
function saysNothingOfTheCause(pack: Pack, symptom: Symptom): boolean {
  return symptom.categories.every((each) => guideOf(pack, each) === pack.workaround.guide);
}

/**
 * Decides from the answers and the symptom. A listed symptom goes first; the scoping table follows it,
 * and decides alone where there is no symptom.
 */
export function diagnose(pack: Pack, answers: Answers, symptomId?: string): Diagnosis {
  const symptom = pack.symptoms.find((each) => each.id === symptomId);
  const scoping = classify(pack, answers);
  const ofScoping = symptom && !scoping.complete ? [] : scoping.categories;
  const categories = [...new Set([...(symptom?.categories ?? []), ...ofScoping])];
  const conflict =
    symptom &&
    ofScoping.length > 0 &&
    !saysNothingOfTheCause(pack, symptom) &&
    !shareAGuide(pack, symptom.categories, ofScoping)
      ? { symptom: symptom.categories, scoping: ofScoping }
      : null;
  return {
    categories,
    guides: guidesOf(pack, categories),
    because: reasonFor(pack, symptom, scoping),
    conflict,
    contradiction: scoping.contradiction,
    complete: scoping.contradiction === null && (symptom !== undefined || scoping.complete),
    rules: scoping.rules,
  };
}

/** The category of that id. Packs are checked when loaded, so a missing one is a fault of the code. */
export function categoryOf(pack: Pack, id: string): Category {
  const category = pack.categories.find((each) => each.id === id);
  if (!category) throw new RangeError(`pack ${pack.id} has no category ${id}`);
  return category;
}

function guideOf(pack: Pack, category: string): string | undefined {
  return categoryOf(pack, category).guide;
}

function guidesOf(pack: Pack, categories: readonly string[]): string[] {
  return [...new Set(categories.map((each) => guideOf(pack, each)).filter((guide) => guide !== undefined))];
}

function shareAGuide(pack: Pack, some: readonly string[], others: readonly string[]): boolean {
  const guides = guidesOf(pack, some);
  return guidesOf(pack, others).some((guide) => guides.includes(guide));
}

function reasonFor(pack: Pack, symptom: Symptom | undefined, scoping: ReturnType<typeof classify>): string {
  if (scoping.contradiction) return scoping.contradiction.because;
  const [rule, ...more] = scoping.rules;
  const ofTable = rule && more.length === 0 ? rule.because : undefined;
  if (symptom) {
    const ofSymptom = `“${symptom.title}” is a listed symptom of ${pack.source.article}, and a listed symptom decides first.`;
    return scoping.complete && ofTable ? `${ofSymptom} ${ofTable}` : ofSymptom;
  }
  return (
    ofTable ?? 'Some answers are still unknown, so every cause they leave possible is listed, the most frequent first.'
  );
}
