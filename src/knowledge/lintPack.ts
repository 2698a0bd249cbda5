import type { Finding } from './finding.ts';
import { lintCoverage } from './lintCoverage.ts';
import { lintDuplicates } from './lintDuplicates.ts';
import { lintReach } from './lintReach.ts';
import { lintReferences } from './lintReferences.ts';
import { lintSteps } from './lintSteps.ts';
import type { PackOutline } from './packOutline.ts';

/**
 * Finds what the format alone can't: answers that lead nowhere or to two places, ids that don't exist, parts that
 * nobody reaches, steps that lack what they must say. Every fault at once; none for a sound pack.
 */
export function lintPack(pack: PackOutline): Finding[] {
  return [lintDuplicates, lintReferences, lintCoverage, lintReach, lintSteps].flatMap((lint) => lint(pack));
}
