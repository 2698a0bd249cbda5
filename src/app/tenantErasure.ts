import { randomUUID } from 'node:crypto';
import { everyPlace } from '../helpdesk/desk/everyPlace.ts';
import { eraseTenant } from '../storage/eraseTenant.ts';
import { createPersonData } from '../storage/personData.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';

/** Erases all that is stored of the people of a tenant, such as `slack:T0123`. Throws `storage-failed`. */
export type TenantErasure = (tenant: string) => Promise<void>;

/**
 * Erases tenants, each once at a time: who asks meanwhile waits for the same. It takes as long as it takes; a channel
 * that doesn't wait for it asks again. Files are written anew only where there was something, or may have been before
 * this process began.
 */
export function createTenantErasure(
  { storage: { db }, now }: Pick<Built, 'storage' | 'now'>,
  places: Desk['stores']['places'],
): TenantErasure {
  const running = new Map<string, Promise<void>>();
  const wiped = new Set<string>();
  const erase = async (tenant: string) => {
    const wasThere = await eraseTenant(db, { tenant, at: now(), newId: randomUUID });
    // From now on nobody is promised anything in the name of a desk that was there.
    await everyPlace(places);
    if (!wasThere && wiped.has(tenant)) return;
    await createPersonData(db, randomUUID).wipeTraces();
    wiped.add(tenant);
  };
  return (tenant) => {
    const underWay = running.get(tenant) ?? erase(tenant).finally(() => running.delete(tenant));
    running.set(tenant, underWay);
    return underWay;
  };
}
