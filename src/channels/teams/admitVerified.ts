import type { Activity } from 'botbuilder';
import { type Admission, type Admit, refused } from './admission.ts';
import type { ServiceUrlRule } from './serviceUrlRule.ts';
import type { VerifiedToken, VerifyToken } from './verifyToken.ts';

/** What admission needs to know. */
export interface VerifiedDoor {
  readonly verifyToken: VerifyToken;
  readonly acceptsServiceUrl: ServiceUrlRule;
  readonly channelIds: readonly string[];
  /** Tenants whose people may talk to the bot. */
  readonly tenants: readonly string[];
}

/** Admits what the connector service signed for this bot, about a conversation on a channel and of a tenant of ours. */
export function admitVerified(door: VerifiedDoor): Admit {
  const tenants = new Set(door.tenants.map((tenant) => tenant.toLowerCase()));
  return async (request, activity) => {
    const verdict = await door.verifyToken(request.authorization);
    if (verdict.kind === 'refused') return refused(verdict.reason === 'keys-unavailable' ? 503 : 401, verdict.reason);
    return admitAddress(door, activity, verdict.token) ?? admitTenant(tenants, activity) ?? { kind: 'admitted' };
  };
}

/** Asked for every request, since the same token comes with many activities. */
function admitAddress(door: VerifiedDoor, activity: Activity, token: VerifiedToken): Admission | null {
  const { serviceUrl, channelId } = activity;
  if (serviceUrl === undefined || !door.acceptsServiceUrl(serviceUrl)) return refused(403, 'service-url-not-allowed');
  // What the bot says goes there, with its own token: so it has to be where the connector said, to the letter.
  if (serviceUrl !== token.serviceUrl) return refused(401, 'service-url-differs');
  if (!door.channelIds.includes(channelId)) return refused(403, 'channel-not-allowed');
  if (!token.endorsements.has(channelId)) return refused(403, 'channel-not-endorsed');
  return null;
}

/**
 * Anybody can put this bot's id into an app of their own tenant, so a token alone doesn't say whose people these are.
 * An activity that names no tenant is refused too: Teams always names one, people are told apart by it, and a list
 * that is passed by saying nothing is none.
 */
function admitTenant(tenants: ReadonlySet<string>, { conversation, channelData }: Activity): Admission | null {
  const named: readonly unknown[] = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id != null);
  if (named.length === 0) return refused(403, 'tenant-missing');
  const isOurs = named.every((id) => typeof id === 'string' && tenants.has(id.toLowerCase()));
  return isOurs ? null : refused(403, 'tenant-not-allowed');
}
