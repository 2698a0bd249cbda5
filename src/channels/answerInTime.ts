/** How long a channel waits for a turn, in milliseconds: Teams delivers again what isn't answered in 15 s. */
export const ANSWER_WITHIN = 10_000;

/** A turn as far as it has come in time. `taken`: it is committed, so that the channel need not deliver it again. */
export type InTime<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'running'; readonly taken: boolean };

/** What waiting takes. */
export interface Patience {
  /** In milliseconds. */
  readonly within: number;
  /** Told what a turn threw after its channel had been answered. */
  readonly onLateFault: (error: unknown) => void;
}

/**
 * Runs a turn and waits for it, but not for ever: a slow one goes on by itself. Rejects with what the turn throws in
 * time.
 */
export async function answerInTime<T>(
  run: (taken: () => void) => Promise<T>,
  { within, onLateFault }: Patience,
): Promise<InTime<T>> {
  let isTaken = false;
  let timer: NodeJS.Timeout | undefined;
  const turn = run(() => {
    isTaken = true;
  });
  const patience = new Promise<InTime<T>>((resolve) => {
    timer = setTimeout(() => {
      turn.catch(onLateFault);
      resolve({ kind: 'running', taken: isTaken });
    }, within);
  });
  try {
    return await Promise.race([turn.then((value): InTime<T> => ({ kind: 'done', value })), patience]);
  } finally {
    clearTimeout(timer);
  }
}
