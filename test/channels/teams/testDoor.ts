import type { TurnContext } from 'botbuilder';
import type { TeamsAnswer } from '../../../src/channels/teams/invokeAnswer.ts';
import {
  createTeamsChannel,
  type TeamsChannel,
  type TeamsChannelParts,
} from '../../../src/channels/teams/teamsChannel.ts';
import { teamsClouds } from '../../../src/channels/teams/teamsCloud.ts';
import { createLog } from '../../../src/log.ts';
import { type FakeIdentity, startFakeIdentity } from '../../support/fakeIdentity.ts';
import { TENANT, type TeamsActivity } from '../../support/teamsActivity.ts';

export const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
export const OTHER_TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';

/** A registered bot as strangers meet it, with a clock of its own that the tokens go by. */
export interface TestDoor {
  readonly channel: TeamsChannel;
  readonly identity: FakeIdentity;
  /** Delivers an activity, with a good token unless told otherwise. */
  knock(activity: TeamsActivity, authorization?: string): Promise<TeamsAnswer>;
  /** Turns that were run. */
  turns(): number;
  /** Lines of the log since the last `forget`, and their codes. */
  logged(): readonly string[];
  codes(): readonly string[];
  forget(): void;
  /** Moves the clock, in milliseconds. */
  wait(milliseconds: number): void;
  /** The time by that clock, so many minutes from now, in seconds. */
  seconds(minutes: number): number;
  close(): Promise<void>;
}

/** Starts a fake identity and a channel that believes it. */
export async function startTeamsDoor(parts: Partial<TeamsChannelParts> = {}): Promise<TestDoor> {
  let time = Date.parse('2026-01-05T09:00:00Z');
  let turns = 0;
  let lines: string[] = [];
  const now = () => new Date(time);
  const identity = await startFakeIdentity({ appId: APP_ID, serviceUrl: SERVICE_URL, now });
  const channel = createTeamsChannel({
    app: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not-a-real-one',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    },
    log: createLog({
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
      now,
      later: () => undefined,
    }),
    logic: async (_context: TurnContext) => void ++turns,
    now,
    ...parts,
    cloud: { ...(parts.cloud ?? teamsClouds.public), keysUrl: identity.keysUrl },
  });
  return {
    channel,
    identity,
    knock(body, ...given) {
      const authorization = given.length === 0 ? identity.authorization() : given[0];
      return channel.receive({ body, authorization, remoteAddress: '203.0.113.7', forwarded: true });
    },
    turns: () => turns,
    logged: () => lines,
    codes: () => lines.map((line) => JSON.parse(line).code),
    forget() {
      lines = [];
      // A minute of its own for each test, since refusals of one kind are logged a few times a minute.
      time += 60_000;
    },
    wait(milliseconds) {
      time += milliseconds;
    },
    seconds: (minutes) => Math.floor(time / 1000) + minutes * 60,
    async close() {
      await channel.close();
      await identity.close();
    },
  };
}
