import type { TeamsActivity, TeamsPerson } from '../../test/support/teamsActivity.ts';
import { courierParts, type PeopleSettings, personAt } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { PostOffice } from '../people/postOffice.ts';
import { type TeamsSeat, teamsSeat } from '../people/teamsSeat.ts';
import type { Tenant } from './marks.ts';

/** Somebody of a tenant, in Teams. */
export interface TeamsMember {
  readonly kind: 'teams';
  readonly tenant: Tenant;
  readonly person: Person;
  readonly seat: TeamsSeat;
}

/** Which one. */
export interface MemberNumber {
  readonly tenant: Tenant;
  readonly number: number;
  readonly office: PostOffice;
  readonly random: () => number;
}

/**
 * Somebody in Teams. Those with an even number have the ids of their counterparts in the other tenants, down to each
 * message’s: only the tenant tells them apart. The others have the mark in their ids.
 */
export function teamsMember({ tenant, number, office, random }: MemberNumber, settings: PeopleSettings): TeamsMember {
  const isShared = number % 2 === 0;
  const ids = isShared ? `shared${number}` : `${tenant.mark}${number}`;
  const who: TeamsPerson = { id: `29:${ids}`, name: `${tenant.mark} ${number}`, aadObjectId: ids };
  let sent = 0;
  const mark = (activity: TeamsActivity): TeamsActivity => {
    const conversation = activity['conversation'] as { readonly conversationType: string; readonly id: string };
    const channelData = activity['channelData'] as object;
    const isPersonal = conversation.conversationType === 'personal';
    return {
      ...activity,
      id: `${1_700_000_000_000 + ++sent}-${ids}`,
      conversation: {
        ...conversation,
        tenantId: tenant.id,
        id: isPersonal || isShared ? conversation.id : `19:${tenant.mark}@thread.tacv2;messageid=1`,
      },
      channelData: { ...channelData, tenant: { id: tenant.id } },
    };
  };
  const { serviceUrl } = tenant.connector;
  const courier = courierParts(settings, random);
  const seat = teamsSeat({ who, tenant: tenant.id, serviceUrl, office, origin: settings.origin, courier, mark });
  return { kind: 'teams', tenant, seat, person: personAt(seat, settings, random) };
}
