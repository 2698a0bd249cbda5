import type { ConversationState } from '../../turn/turnStore.ts';

/** The cases that the newest card lists, by id, as any version stored them. */
export function listedIn(state: ConversationState | null): readonly string[] {
  const listed: unknown = state?.listed;
  return Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : [];
}

/** The same with those that the newest card lists from now on, if it lists any. */
export function withListed({ listed: _, ...state }: ConversationState, listed: readonly string[]): ConversationState {
  return listed.length > 0 ? { ...state, listed } : state;
}
