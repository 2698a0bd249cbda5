import { Agent, request } from 'undici';
import { createTeamsChannel } from '../../src/channels/teams/teamsChannel.ts';
import { teamsClouds } from '../../src/channels/teams/teamsCloud.ts';
import { createLog } from '../../src/log.ts';
import { botRoute } from '../../src/server/botRoute.ts';
import { createServer } from '../../src/server/createServer.ts';
import { limits } from '../../src/server/limits.ts';
import { type FakeIdentity, startFakeIdentity } from '../../test/support/fakeIdentity.ts';
import { TENANT, teamsActivities } from '../../test/support/teamsActivity.ts';
import type { Sightings } from './sightings.ts';

/** The bot's registration, and where its connector is. */
export const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

/** A message that a turn is run for when it is let in. */
export function message(): Readonly<Record<string, unknown>> {
  return teamsActivities(SERVICE_URL).says('hi');
}

/** The bot's door behind the real server, over HTTP, with a fake identity service and a clock to move. */
export interface AuthDoor {
  readonly identity: FakeIdentity;
  /** Posts an activity and gives the status of the answer; its body has to be empty. */
  knock(authorization: string | undefined, activity?: Readonly<Record<string, unknown>>): Promise<number>;
  /** Turns that were run, which is what being let in means. */
  turns(): number;
  fetchKeys(): Promise<void>;
  readonly now: () => Date;
  /** Moves the clock, in milliseconds. */
  wait(milliseconds: number): void;
  close(): Promise<void>;
}

/** Starts everything on free ports of this machine. What is logged goes to the sightings. */
export async function startAuthDoor(sightings: Sightings): Promise<AuthDoor> {
  let time = Date.parse('2026-01-05T09:00:00Z');
  let turns = 0;
  const now = () => new Date(time);
  const identity = await startFakeIdentity({ appId: APP_ID, serviceUrl: SERVICE_URL, now });
  const log = createLog({ level: 'debug', destination: { write: sightings.read } });
  const channel = createTeamsChannel({
    app: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not-a-real-one',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    },
    cloud: { ...teamsClouds.public, keysUrl: identity.keysUrl },
    logic: async () => void ++turns,
    fetchKeysWithin: 300,
    ...{ log, now },
  });
  const routes = [botRoute((given) => channel.receive(given))];
  const server = createServer({ routes, limits, log, endStreams: async () => undefined });
  const port = await server.listen(0, '127.0.0.1');
  const dispatcher = new Agent({ connections: 50 });
  return {
    identity,
    now,
    turns: () => turns,
    fetchKeys: () => channel.fetchKeys(),
    knock: (authorization, activity = message()) =>
      post(`http://127.0.0.1:${port}/api/messages`, { dispatcher, authorization, activity, sightings }),
    wait(milliseconds) {
      time += milliseconds;
    },
    async close() {
      await dispatcher.close();
      await server.close();
      await channel.close();
      await identity.close();
    },
  };
}

interface Posted {
  readonly dispatcher: Agent;
  readonly authorization: string | undefined;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly sightings: Sightings;
}

async function post(url: string, { dispatcher, authorization, activity, sightings }: Posted): Promise<number> {
  const { statusCode, body } = await request(url, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify(activity),
  });
  // An answer says nothing but its status.
  if ((await body.text()) !== '') sightings.add(`an answer of ${statusCode} had a body`);
  return statusCode;
}
