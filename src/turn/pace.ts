import { createTokenBuckets, type Rate } from '../tokenBuckets.ts';
import type { TurnKeys } from './turnStore.ts';

/**
 * Whether a turn may run. `too-fast`: it may not, and the person should be told that they are too fast; `too-many`: they
 * should be told that very many people are writing; `silent`: they have been told.
 */
export type Pace = 'go' | 'too-fast' | 'too-many' | 'silent';

/** Token buckets for people and tenants, in the memory of this process. */
export interface Paces {
  /** Takes one token of the person and one of the tenant. */
  take(keys: Pick<TurnKeys, 'conversation' | 'person'>): Pace;
}

/** A tap a second is faster than anybody reads; the burst is for somebody who corrects several answers. */
const OF_PERSON: Rate = { burst: 15, perSecond: 1 };

/** A large organisation in which an outage makes everybody write at once. */
const OF_TENANT: Rate = { burst: 1_000, perSecond: 200 };

/** Buckets that are full at first. `now` is the clock of the process. */
export function createPaces(now: () => Date, rates: { person?: Rate; tenant?: Rate } = {}): Paces {
  const people = createTokenBuckets(rates.person ?? OF_PERSON);
  const tenants = createTokenBuckets(rates.tenant ?? OF_TENANT);

  return {
    take({ conversation, person }) {
      const at = now().getTime();
      const own = people.take(person, at);
      if (own.kind === 'none') return own.wasTold ? 'silent' : 'too-fast';
      const tenant = tenantOf(conversation);
      if (tenant === null || tenants.take(tenant, at).kind === 'taken') return 'go';
      // Somebody who is held back for others' sake is told once as well.
      return people.refuse(person, at) ? 'silent' : 'too-many';
    },
  };
}

/** `<channel>:<tenant>`; null where the channel has no tenants, as the web page. */
function tenantOf(conversation: string): string | null {
  const [channel, tenant] = conversation.split(':');
  return tenant ? `${channel}:${tenant}` : null;
}
