import type { TurnContext } from 'botbuilder';
import type { Lanes } from '../turn/lane.ts';
import type { TurnKeys, TurnStore } from '../turn/turnStore.ts';
import type { Taken } from './personalTurns.ts';
import { turnKeysOf } from './turnKeys.ts';

/** What speaking where others read along takes. */
export interface InPublic {
  readonly lanes: Lanes;
  readonly store: Pick<TurnStore, 'load' | 'note'>;
  readonly now: () => Date;
}

/** `undone`: nothing came of it, and whoever did it may do the same again. */
export type Said = 'done' | 'undone';

/**
 * Says something where others read along, in the lane of that conversation, unless this delivery was dealt with before,
 * by whichever process. It is noted once it is said, so that a process that ends in between leaves nobody without an
 * answer; what is delivered to two processes at the same moment may be said twice.
 */
export async function onceInPublic(
  { lanes, store, now }: InPublic,
  { context, taken }: { readonly context: TurnContext; readonly taken: Taken },
  say: (keys: TurnKeys) => Promise<Said>,
): Promise<void> {
  const keys = turnKeysOf(context.activity);
  await lanes.run(keys.conversation, async () => {
    const { seen } = await store.load(keys);
    if (seen) return;
    // What wasn't done may be sent again as it is.
    if ((await say(keys)) === 'done') await store.note(keys, now());
  });
  taken();
}
