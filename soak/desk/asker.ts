import type { ShownCard } from '../../test/support/readCard.ts';
import type { Copies, Message, Seat } from '../people/seat.ts';
import { until } from './patience.ts';

/** Something that somebody in private was shown. */
export interface Seen {
  readonly card: ShownCard;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** The life of the bot that sent it; null where nobody can tell. */
  readonly life: number | null;
  /** It was put in the place of what was there before. */
  readonly isChange: boolean;
  /** Every mark in it, wherever. */
  readonly marks: readonly string[];
}

/** Somebody who asks for help, and all that they have been shown. */
export interface Asker {
  readonly name: string;
  readonly kind: 'teams' | 'web' | 'slack';
  arrive(): Promise<void>;
  /** Sends something, as often as the channel likes; resolves once it was answered. */
  send(message: Message): Promise<void>;
  /** Oldest first. */
  seen(): readonly Seen[];
  settled(): Promise<void>;
  leave(): void;
}

/** What an asker is made of. */
export interface AskerParts extends Pick<Asker, 'kind' | 'seen'> {
  readonly seat: Seat;
  readonly copies: () => Copies;
}

/** How long somebody looks at an empty page before they load it again, in milliseconds, and how often they do that. */
const PATIENCE = 3_000;
const MOST_LOADS = 20;

/** Somebody on a seat. */
export function createAsker({ kind, seat, seen, copies }: AskerParts): Asker {
  return {
    kind,
    seen,
    get name() {
      return seat.name;
    },
    async arrive() {
      for (let loads = 0; loads < MOST_LOADS; loads++) {
        await seat.arrive();
        if ((await until(() => seen()[0] ?? null, PATIENCE)) !== null) return;
      }
    },
    async send(message) {
      await seat.send([message], copies());
    },
    settled: seat.settled,
    leave: seat.leave,
  };
}
