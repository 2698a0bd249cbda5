import { combinationsOf, matches } from './classify.ts';
import type { Finding } from './finding.ts';
import type { PackOutline } from './packOutline.ts';

/** More would slow every card down: the table is walked for each. Four questions of five options make 625. */
const MOST_COMBINATIONS = 1_000;

/** Combinations of answers that no rule of the scoping table covers, or two; contradictions are excepted. */
export function lintCoverage(pack: PackOutline): Finding[] {
  const count = pack.questions.reduce((product, { options }) => product * options.length, 1);
  if (count > MOST_COMBINATIONS) {
    const message = `the questions have ${count} combinations of answers: ask less, ${MOST_COMBINATIONS} at most`;
    return [{ path: ['questions'], message }];
  }
  if (!isReadable(pack)) return [];
  return combinationsOf(pack)
    .filter((answers) => !pack.contradictions.some(({ when }) => isAbout(when) && matches(when, answers)))
    .flatMap((answers) => faultOf(pack, answers));
}

function faultOf(pack: PackOutline, answers: Readonly<Record<string, string>>): Finding[] {
  const covering = pack.scoping.flatMap(({ when }, index) => (isAbout(when) && matches(when, answers) ? [index] : []));
  const [first, ...more] = covering;
  const said = Object.entries(answers)
    .map(([question, option]) => `${question}: ${option}`)
    .join(', ');
  if (first === undefined) return [{ path: ['scoping'], message: `no rule covers { ${said} }: add one` }];
  return more.map((index) => ({
    path: ['scoping', index],
    message: `{ ${said} } is covered by rule ${first + 1} already: one of the two has to be narrower`,
  }));
}

/** Without ids, or with two questions of one id, there is nothing to combine; other faults say so. */
function isReadable({ questions }: PackOutline): boolean {
  const ids = questions.map(({ id }) => id);
  const options = questions.flatMap((question) => question.options.map(({ id }) => id));
  return ids.length > 0 && new Set(ids).size === ids.length && ![...ids, ...options].includes('');
}

/** An empty `when` is a fault of its own and covers nothing. */
function isAbout(when: Readonly<Record<string, string>>): boolean {
  return Object.keys(when).length > 0;
}
