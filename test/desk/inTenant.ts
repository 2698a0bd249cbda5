import type { TeamsActivity } from '../support/teamsActivity.ts';

/** A tenant that has nothing to do with the one of everybody else. */
export const OTHER_TENANT = 'c2c5f8e1-4d6c-4e4f-8a74-3a9a4b6d2e11';

/** The same activity in another tenant, with all its other ids. */
export function inTenant(activity: TeamsActivity, tenant: string = OTHER_TENANT): TeamsActivity {
  return {
    ...activity,
    conversation: { ...Object(activity['conversation']), tenantId: tenant },
    channelData: { ...Object(activity['channelData']), tenant: { id: tenant } },
  };
}
