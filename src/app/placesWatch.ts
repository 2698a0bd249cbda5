import { asCoded } from '../errors.ts';
import { after as bySystem } from '../helpdesk/after.ts';
import { everyPlace } from '../helpdesk/desk/everyPlace.ts';
import { createLookout, type Lookout } from '../helpdesk/lookout.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';

/** How late it may be known here that another instance was given the desk, has lost it, or found it again; in milliseconds. */
const PAUSE_MS = 3_000;

/**
 * Looks where the desk is, so that no turn has to ask whether there is one and before it promises anything in its name.
 * `settle` comes after each look: what is to be done until it is done.
 */
export function buildPlacesWatch(
  { log, after = bySystem }: Pick<Built, 'log' | 'after'>,
  { stores }: { readonly stores: Pick<Desk['stores'], 'places'> },
  settle: () => Promise<void> = async () => undefined,
): Lookout {
  return createLookout(async () => {
    try {
      await everyPlace(stores.places);
      await settle();
    } catch (fault) {
      log.error({ code: asCoded(fault).code, err: fault }, 'where the desk is could not be asked');
    }
    return PAUSE_MS;
  }, after);
}
