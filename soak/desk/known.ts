import type { Asker } from './asker.ts';
import type { Book } from './book.ts';
import type { Call } from './call.ts';
import type { Kept } from './kept.ts';
import type { Life } from './lives.ts';

/** All that is known of a run: from the outside, and of the database. */
export interface Known {
  readonly calls: readonly Call[];
  /** The desk’s conversation. */
  readonly channel: string;
  readonly askers: readonly Pick<Asker, 'name' | 'kind' | 'seen'>[];
  readonly book: Pick<Book, 'of'>;
  readonly lives: readonly Life[];
  readonly kept: Kept;
}
