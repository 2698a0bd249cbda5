/** How many may come at once, and how many a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What asking for a token has come to. Without one: after how many milliseconds there is one, and whether this key
 * has been told so since its bucket was last more than half full.
 */
export type Token =
  | { readonly kind: 'taken' }
  | { readonly kind: 'none'; readonly waitMs: number; readonly wasTold: boolean };

/** Token buckets by key, in the memory of this process. Times are milliseconds of one clock. */
export interface TokenBuckets {
  /** Takes a token; a key that is new has a full bucket. */
  take(key: string, at: number): Token;
  /**
   * Refuses a key for another reason than its own bucket, and empties that, so that it counts as told until it has
   * slowed down; gives whether it had been told before.
   */
  refuse(key: string, at: number): boolean;
  /** How many buckets are kept. */
  size(): number;
}

/** Buckets kept by default. A full one is the same as none, so the one longest unused can go. About 100 bytes each. */
const KEPT = 20_000;

interface Bucket {
  tokens: number;
  at: number;
  told: boolean;
}

/** Buckets that are full at first, at most `kept` of them. */
export function createTokenBuckets({ burst, perSecond }: Rate, kept: number = KEPT): TokenBuckets {
  const buckets = new Map<string, Bucket>();

  const bucketOf = (key: string, at: number): Bucket => {
    const bucket = buckets.get(key) ?? { tokens: burst, at, told: false };
    // A clock that was set back gives nothing, and takes nothing away.
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    if (bucket.tokens > burst / 2) bucket.told = false;
    // Behind all others: a map keeps the order in which keys were added.
    buckets.delete(key);
    buckets.set(key, bucket);
    dropOldest(buckets, kept);
    return bucket;
  };
  const tell = (bucket: Bucket): boolean => {
    const before = bucket.told;
    bucket.told = true;
    return before;
  };

  return {
    take(key, at) {
      const bucket = bucketOf(key, at);
      if (bucket.tokens < 1) {
        return { kind: 'none', waitMs: Math.ceil(((1 - bucket.tokens) / perSecond) * 1000), wasTold: tell(bucket) };
      }
      bucket.tokens -= 1;
      return { kind: 'taken' };
    },
    refuse(key, at) {
      const bucket = bucketOf(key, at);
      bucket.tokens = 0;
      return tell(bucket);
    },
    size: () => buckets.size,
  };
}

function dropOldest(buckets: Map<string, Bucket>, kept: number): void {
  for (const oldest of buckets.keys()) {
    if (buckets.size <= kept) return;
    buckets.delete(oldest);
  }
}
