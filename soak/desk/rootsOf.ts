import type { Call } from './call.ts';
import { caseOn } from './screen.ts';

/** What the desk’s channel was told of the card of one case, in its order. */
export interface Roots {
  /** Every call that posted it anew, whatever came of it. */
  readonly posts: readonly Call[];
  /** Every call that was to change it. */
  readonly updates: readonly Call[];
}

/** By case. */
export function rootsOf(calls: readonly Call[], channel: string): ReadonlyMap<string, Roots> {
  const roots = new Map<string, { posts: Call[]; updates: Call[] }>();
  for (const call of calls) {
    if (call.conversation !== channel) continue;
    const id = caseOn(call.card);
    if (id === null) continue;
    const known = roots.get(id) ?? { posts: [], updates: [] };
    roots.set(id, known);
    if (call.operation === 'send') known.posts.push(call);
    if (call.operation === 'update') known.updates.push(call);
  }
  return roots;
}
