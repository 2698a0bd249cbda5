import type { Activity } from 'botbuilder';
import { type Admission, type Admit, refused } from './admission.ts';
import { readUnverifiedToken, type UnverifiedToken } from './readUnverifiedToken.ts';
import type { VerifiedCaller } from './sdkTypes.ts';
import type { ServiceUrlRule } from './serviceUrlRule.ts';
import { statusOf } from './statusOf.ts';

/** What admission needs to know. */
export interface VerifiedDoor {
  /** The SDK's check of signature, audience, time, and that the token names the activity's service URL. */
  readonly verify: (activity: Activity, authorization: string) => Promise<VerifiedCaller>;
  readonly tokenIssuer: string;
  readonly channelIds: readonly string[];
  readonly acceptsServiceUrl: ServiceUrlRule;
}

/**
 * Claims that only tokens of the emulator, of other bots and of app service extensions carry. The SDK would verify
 * those more loosely, and would remember the tenant of each for ever before it has verified anything.
 */
const FOREIGN_CLAIMS = ['tid', 'appid', 'azp'];

/** Admits what the connector service signed for this bot, about a conversation on a channel of ours. */
export function admitVerified(door: VerifiedDoor): Admit {
  return async (request, activity) => {
    const token = readUnverifiedToken(request.authorization);
    if (token === null) return refused(401, 'token-missing-or-malformed');
    if (!isFromConnector(token, door.tokenIssuer)) return refused(401, 'token-not-from-connector');
    if (activity.serviceUrl === undefined || !door.acceptsServiceUrl(activity.serviceUrl)) {
      return refused(403, 'service-url-not-allowed');
    }
    if (!door.channelIds.includes(activity.channelId)) return refused(403, 'channel-not-allowed');
    return verified(() => door.verify(activity, request.authorization ?? ''));
  };
}

function isFromConnector(token: UnverifiedToken, issuer: string): boolean {
  const isForeign = FOREIGN_CLAIMS.some((claim) => token.claimNames.has(claim));
  return token.algorithm === 'RS256' && token.issuer === issuer && !isForeign;
}

async function verified(verify: () => Promise<VerifiedCaller>): Promise<Admission> {
  try {
    return { kind: 'admitted', caller: await verify() };
  } catch (error) {
    return isVerdict(error) ? refused(401, 'token-not-verified') : refused(503, 'keys-unavailable');
  }
}

/** What jsonwebtoken throws at a token that isn't good. */
const VERDICTS = ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'];

/** Anything else than a verdict on the token means that the keys to judge it by could not be had. */
function isVerdict(error: unknown): boolean {
  return statusOf(error) === 401 || (error instanceof Error && VERDICTS.includes(error.name));
}
