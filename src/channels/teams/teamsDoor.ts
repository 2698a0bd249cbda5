import type { Dispatcher } from 'undici';
import type { Log } from '../../log.ts';
import type { Admit } from './admission.ts';
import { admitLocal } from './admitLocal.ts';
import { admitVerified } from './admitVerified.ts';
import { fetchSigningKeys } from './fetchSigningKeys.ts';
import type { ServiceUrlRule } from './serviceUrlRule.ts';
import { createSigningKeys } from './signingKeys.ts';
import type { TeamsApp } from './teamsApp.ts';
import type { TeamsCloud } from './teamsCloud.ts';
import { createVerifyToken } from './verifyToken.ts';

/** Where requests come in, and are let in or not. */
export interface TeamsDoor {
  readonly admit: Admit;
  /** Fetches the keys ahead of the first request. Never rejects: a failure is logged. */
  fetchKeys(): Promise<void>;
  /** Gives up a fetch that is under way. */
  close(): void;
}

/** What the door of a registered bot is made of. */
export interface TeamsDoorParts {
  readonly app: TeamsApp;
  readonly cloud: TeamsCloud;
  readonly channelIds: readonly string[];
  readonly tenants: readonly string[];
  readonly acceptsServiceUrl: ServiceUrlRule;
  readonly dispatcher: Dispatcher;
  /** In milliseconds. */
  readonly fetchKeysWithin: number;
  readonly now: () => Date;
  readonly log: Log;
}

/** The door of a bot without a registration: for this machine alone, and nothing to check it by. */
export const localDoor: TeamsDoor = { admit: admitLocal, fetchKeys: async () => undefined, close: () => undefined };

/** The door of a registered bot, open to what the connector service has signed. */
export function createTeamsDoor(parts: TeamsDoorParts): TeamsDoor {
  const { app, cloud, dispatcher, now, log } = parts;
  const closing = new AbortController();
  const source = { url: cloud.keysUrl, dispatcher, within: parts.fetchKeysWithin, signal: closing.signal };
  const keys = createSigningKeys({
    fetchKeys: () => fetchSigningKeys(source),
    now,
    onFault: (err) => log.warn({ channel: 'teams', code: 'keys-unavailable', err }, 'no keys to check callers by'),
  });
  const verifyToken = createVerifyToken({ keys, issuers: cloud.tokenIssuers, audience: app.MicrosoftAppId, now });
  return {
    admit: admitVerified({ ...parts, verifyToken }),
    fetchKeys: keys.refresh,
    close: () => closing.abort(),
  };
}
