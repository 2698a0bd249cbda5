import type { ConversationState, TurnChanges, TurnKeys } from '../../src/turn/turnStore.ts';

/** A moment, so that what is stored is the same in every run. */
export const AT = new Date('2026-03-01T09:30:00.000Z');

/** Keys of a session of the web channel. */
export function webKeys(session: string, delivery: string | null = 'first'): TurnKeys {
  const conversation = `web::${session}`;
  return {
    conversation,
    delivery: delivery === null ? null : `${conversation}:${delivery}`,
    person: `web:${session}`,
  };
}

/** A state that carries a number, to see which one was kept. */
export function stateOf(count: number): ConversationState {
  return {
    draft: {
      pack: 'lync-online-meeting-join',
      version: '1.0.0',
      started: true,
      audience: 'user',
      platform: 'windows',
      answers: {},
      fixing: false,
      outcomes: {},
      branches: {},
      confirmed: [],
      listed: [],
    },
    dialogStack: [{ id: 'main', state: { count, text: 'Can’t join 😀 \u0000 "' } }],
  };
}

/** The number that a state carries; 0 where there is none. */
export function countOf(state: ConversationState | null): number {
  const [frame] = (state?.dialogStack ?? []) as readonly { state: { count: number } }[];
  return frame?.state.count ?? 0;
}

/** The first turn of a session, or what is said otherwise. */
export function changesOf(session: string, others: Partial<TurnChanges> = {}): TurnChanges {
  return {
    keys: webKeys(session),
    version: 0,
    state: stateOf(1),
    greeted: false,
    messages: [],
    outbox: [],
    cases: [],
    at: AT,
    ...others,
  };
}

/** What a promise is rejected with; null when it isn't. */
export function rejectionOf(
  promise: Promise<unknown>,
): Promise<{ code?: string; message: string; cause?: unknown } | null> {
  return promise.then(
    () => null,
    (error) => error,
  );
}
