import type { Call } from './call.ts';
import { caseOn } from './screen.ts';

/** What the desk’s channel was told of the card of one case, in its order. */
export interface Roots {
  /** Every call that posted it anew, whatever came of it. */
  readonly posts: readonly Call[];
  /** Whenever a call found it gone, or a message in its thread, whether that was to be changed or the thread added to. */
  readonly gone: readonly Gone[];
}

/** A message, and when the bot was told that it is gone. */
export interface Gone {
  readonly message: string;
  readonly at: number;
}

/** By case. */
export function rootsOf(calls: readonly Call[], channel: string): ReadonlyMap<string, Roots> {
  const roots = new Map<string, { posts: Call[]; gone: Gone[] }>();
  const casesOf = new Map<string, string>();
  for (const call of calls) {
    const [place, thread] = call.conversation.split(';messageid=');
    if (place !== channel) continue;
    const id = thread === undefined ? caseOn(call.card) : (casesOf.get(thread) ?? null);
    if (id === null) continue;
    const known = roots.get(id) ?? { posts: [], gone: [] };
    roots.set(id, known);
    if (call.fate === 'gone') known.gone.push({ message: goneOf(call, thread), at: call.at });
    if (call.operation !== 'send' || thread !== undefined) continue;
    known.posts.push(call);
    if (call.shown !== '') casesOf.set(call.shown, id);
  }
  return roots;
}

/** What is to be changed in a thread is a message of its own; a post needs the one that the thread begins with. */
function goneOf({ operation, about }: Call, thread: string | undefined): string {
  return operation === 'update' ? about : (thread ?? about);
}
