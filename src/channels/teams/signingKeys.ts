import type { CryptoKey } from 'jose';

/** A published key, read once. */
export interface SigningKey {
  readonly key: CryptoKey;
  /** Channels that it may speak for. */
  readonly endorsements: ReadonlySet<string>;
}

/** `unavailable`: the keys can't be had, so whether there is such a key nobody can say. */
export type FoundKey =
  | { readonly kind: 'found'; readonly signingKey: SigningKey }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };

/** The keys that the connector service signs with. */
export interface SigningKeys {
  /** Never rejects. It waits for a fetch only where one is due. */
  find(keyId: string): Promise<FoundKey>;
  /** Fetches the keys, if that is due. Never rejects. */
  refresh(): Promise<void>;
}

/** What keeping them takes. */
export interface SigningKeysParts {
  /** All that are published now; rejects when they can't be had, within a time of its own. */
  readonly fetchKeys: () => Promise<ReadonlyMap<string, SigningKey>>;
  readonly now: () => Date;
  /** Told of each fetch that failed. */
  readonly onFault: (error: unknown) => void;
}

/** When keys are fetched anew, in milliseconds, while those that are known serve on. */
const FRESH_FOR = 60 * 60 * 1000;

/**
 * When nobody is let in before fetching them was tried, in milliseconds. Also the longest that a withdrawn key is still
 * taken while they can be fetched; while they can’t, the last good ones serve on.
 */
const STALE_AFTER = 2 * FRESH_FOR;

/** The shortest time between two fetches, in milliseconds, so that made-up key ids can't call for more. */
const PAUSE = 60 * 1000;

/** The same while there are no keys at all, and nobody can be let in. */
const PAUSE_WITHOUT_KEYS = 5 * 1000;

/**
 * Keeps the last good keys. They are fetched anew each hour, while those that are known serve on, and for a key id that isn't among them, by one fetch for
 * all who wait for it; what is no longer published then is gone at once.
 */
export function createSigningKeys({ fetchKeys, now, onFault }: SigningKeysParts): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let hasFailed = false;
  let pending: Promise<void> | null = null;

  // A clock that is set back must not stop it for long, hence the absolute value.
  const isPast = (time: number, milliseconds: number) => Math.abs(now().getTime() - time) >= milliseconds;

  const fetchNow = async (): Promise<void> => {
    triedAt = now().getTime();
    try {
      keys = await fetchKeys();
      fetchedAt = triedAt;
      hasFailed = false;
    } catch (error) {
      hasFailed = true;
      onFault(error);
    } finally {
      pending = null;
    }
  };
  const refresh = async (): Promise<void> => {
    if (pending === null && !isPast(triedAt, keys.size === 0 ? PAUSE_WITHOUT_KEYS : PAUSE)) return;
    pending ??= fetchNow();
    await pending;
  };

  return {
    refresh,
    async find(keyId) {
      if (!keys.has(keyId) || isPast(fetchedAt, STALE_AFTER)) await refresh();
      else if (isPast(fetchedAt, FRESH_FOR)) void refresh();
      const signingKey = keys.get(keyId);
      if (signingKey) return { kind: 'found', signingKey };
      // While the service is down, this may be the first message signed with a new key: it should come again.
      return hasFailed ? { kind: 'unavailable' } : { kind: 'unknown' };
    },
  };
}
