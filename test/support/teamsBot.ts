import { ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import type { TeamsAnswer } from '../../src/channels/teams/invokeAnswer.ts';
import { onThisMachine } from '../../src/channels/teams/onThisMachine.ts';
import {
  createTeamsChannel,
  type TeamsChannel,
  type TeamsChannelParts,
} from '../../src/channels/teams/teamsChannel.ts';
import { teamsClouds } from '../../src/channels/teams/teamsCloud.ts';
import { createLog } from '../../src/log.ts';
import { type FakeConnector, startFakeConnector } from './fakeConnector.ts';
import { type FakeIdentity, startFakeIdentity } from './fakeIdentity.ts';
import { TENANT, type TeamsActivities, type TeamsActivity, teamsActivities } from './teamsActivity.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';

/** The token that the bot sends with every call. */
export const BOT_TOKEN = 'token-of-the-bot';

/** A registered bot on the Teams channel between a fake identity and a fake connector. */
export interface TeamsBot {
  readonly channel: TeamsChannel;
  readonly connector: FakeConnector;
  readonly ada: TeamsActivities;
  /** Delivers an activity with a good token and runs this turn for it. */
  deliver(activity: TeamsActivity, turn: BotTurn): Promise<TeamsAnswer>;
  close(): Promise<void>;
}

/** What a turn does. It may say with `taken` that its delivery need not come again. */
export type BotTurn = (context: TurnContext, taken: () => void) => Promise<unknown>;

/** Starts both fakes and builds the channel. */
export async function startTeamsBot(parts: Partial<TeamsChannelParts> = {}): Promise<TeamsBot> {
  const connector = await startFakeConnector();
  const identity = await startFakeIdentity({
    appId: APP_ID,
    serviceUrl: connector.serviceUrl,
    ...(parts.now && { now: parts.now }),
  });
  let logic: BotTurn = async () => undefined;
  const channel = createTeamsChannel({
    ...standard(identity),
    logic: async (context, taken) => void (await logic(context, taken)),
    ...parts,
  });
  return {
    channel,
    connector,
    ada: teamsActivities(connector.serviceUrl),
    deliver(body, turn) {
      logic = turn;
      const authorization = identity.authorization();
      return channel.receive({ body, authorization, remoteAddress: '203.0.113.7', forwarded: true });
    },
    async close() {
      await channel.close();
      await Promise.all([connector.close(), identity.close()]);
    },
  };
}

function standard({ keysUrl }: FakeIdentity) {
  return {
    app: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'x',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    },
    cloud: { ...teamsClouds.public, keysUrl },
    log: createLog({ level: 'silent' }),
    acceptsServiceUrl: onThisMachine,
    credentials: new FakeCredentials({ MicrosoftAppId: APP_ID }),
  } as const;
}

/** Gives a token without asking Entra for it, to the SDK's connector and to the lean one. */
class FakeCredentials extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials() {
    return {
      getToken: async () => BOT_TOKEN,
      signRequest: async (
        request: Parameters<
          Awaited<ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']>>['signRequest']
        >[0],
      ) => {
        request.headers.set('authorization', `Bearer ${BOT_TOKEN}`);
        return request;
      },
    };
  }
}
