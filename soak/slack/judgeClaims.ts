import type { CaseEntry } from '../../src/helpdesk/cases/caseEntry.ts';
import type { KeptCase } from '../desk/kept.ts';
import type { SoakResult } from '../soakRun.ts';

/** What must be true of cases of which *Claim* was tapped and answered 200, by their trails: each has been claimed, once. */
export function judgeClaims(claimed: ReadonlySet<string>, cases: readonly KeptCase[]): SoakResult {
  const found = cases.map(({ current: { id }, entries }) => ({ id, times: timesIn(entries) }));
  const lost = [...claimed].filter((id) => !found.some((each) => each.id === id && each.times > 0));
  const twice = found.filter(({ times }) => times > 1);
  return {
    counts: { 'cases claimed': claimed.size },
    failures: [
      ...lost.map((id) => `${id} was claimed, and its trail doesn’t say so`),
      ...twice.map(({ id, times }) => `${id} was claimed ${times} times, though nobody let go of it`),
    ],
  };
}

/** Also by an answer, which takes a case that nobody has. Whatever takes it from its holder begins anew. */
function timesIn(entries: readonly CaseEntry[]): number {
  const kinds = entries.map(({ event }) => event.kind);
  const freed = kinds.findLastIndex((kind) => kind === 'released' || kind === 'expired' || kind === 'reopened');
  const since = kinds.slice(freed + 1).filter((kind) => kind === 'claimed').length;
  return freed < 0 ? since : Math.max(1, since);
}
