import type { ChannelReader } from '../../src/bots/desk/channelReader.ts';
import type { Asker } from './asker.ts';
import type { Book } from './book.ts';
import type { Call } from './call.ts';
import type { Kept } from './kept.ts';
import type { Life } from './lives.ts';
import { type Roots, rootsOf } from './rootsOf.ts';

/** All that a run has left: from the outside, and in the database. */
export interface Evidence {
  readonly calls: readonly Call[];
  /** The desk’s conversation. */
  readonly channel: string;
  /** What the bot sees of a thread there, as its reader says; default: what mentions it. */
  readonly heard?: ChannelReader['heard'];
  readonly askers: readonly Pick<Asker, 'name' | 'kind' | 'seen'>[];
  readonly book: Pick<Book, 'of'>;
  readonly lives: readonly Life[];
  readonly kept: Kept;
}

/** The same, with what every judge looks up in the calls. */
export interface Known extends Evidence {
  /** By case. */
  readonly roots: ReadonlyMap<string, Roots>;
  /** What the bot answered, or tried to, by the message that it answers. */
  readonly answers: ReadonlyMap<string, readonly Call[]>;
}

/**
 * So that no judge looks through all calls for each text: the process that judges also is the channel, and a bot that
 * waits for it sends again.
 */
export function knownOf(evidence: Evidence): Known {
  const { calls, channel } = evidence;
  const answers = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.operation !== 'reply') continue;
    const known = answers.get(call.about) ?? [];
    answers.set(call.about, known);
    known.push(call);
  }
  return { ...evidence, roots: rootsOf(calls, channel), answers };
}
