import { courierParts, type PeopleSettings, personAt } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { type WebSeat, webSeat } from '../people/webSeat.ts';
import type { MarkWatch, Tenant } from './marks.ts';

/** A guest of a tenant, on the web page. */
export interface WebMember {
  readonly kind: 'web';
  readonly tenant: Tenant;
  readonly person: Person;
  readonly seat: WebSeat;
}

/** A guest on the page, whose stream is watched. */
export function webMember(
  { tenant, watch, random }: { tenant: Tenant; watch: MarkWatch; random: () => number },
  settings: PeopleSettings,
): WebMember {
  const seat = webSeat({
    origin: settings.origin,
    streamOrigin: settings.origin,
    courier: courierParts(settings, random),
    onFlaw: settings.onFlaw,
    look: (row) => watch.look(tenant, 'web stream', row),
  });
  return { kind: 'web', tenant, seat, person: personAt(seat, settings, random) };
}
