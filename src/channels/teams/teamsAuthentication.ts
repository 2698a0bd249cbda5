import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Dispatcher } from 'undici';
import { botToken } from './botToken.ts';
import { type BoundedMemo, boundedMemo } from './boundedMemo.ts';
import type { ConnectorLine } from './callConnector.ts';
import { leanConversations } from './leanConversations.ts';
import type {
  CallerIdentity,
  ConnectorClient,
  ConnectorFactory,
  CredentialsFactory,
  UserTokenClient,
  VerifiedCaller,
} from './sdkTypes.ts';
import type { TeamsApp } from './teamsApp.ts';
import type { TeamsCloud } from './teamsCloud.ts';

/** What the authentication is built from. */
export interface AuthenticationParts {
  /** Null: without a registration, nothing is verified and nothing is signed. */
  readonly app: TeamsApp | null;
  readonly cloud: TeamsCloud;
  readonly credentials: CredentialsFactory;
  readonly connector: 'lean' | 'stock';
  readonly dispatcher: Dispatcher;
  readonly wait: ConnectorLine['wait'];
  readonly now: ConnectorLine['now'];
}

/** Connector clients kept, one a service URL and audience. Teams has a handful of service URLs, one a region. */
const CLIENTS_KEPT = 16;

/**
 * The SDK's authentication, which verifies callers and makes the clients that turns answer through. It makes both
 * anew for every turn; here each is made once.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #parts: AuthenticationParts;
  readonly #clients: BoundedMemo<ConnectorClient> = boundedMemo(CLIENTS_KEPT);
  readonly #userTokenClients: BoundedMemo<UserTokenClient> = boundedMemo(1);

  constructor(parts: AuthenticationParts) {
    super({ ...parts.app, ...sdkNames(parts.cloud) }, parts.credentials);
    this.#parts = parts;
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<VerifiedCaller> {
    const caller = await super.authenticateRequest(activity, authorization);
    return { ...caller, connectorFactory: this.createConnectorFactory(caller.claimsIdentity) };
  }

  override createConnectorFactory(identity: CallerIdentity): ConnectorFactory {
    const stock = super.createConnectorFactory(identity);
    return {
      create: (serviceUrl, audience = this.#parts.cloud.audience) =>
        this.#clients(`${serviceUrl} ${audience}`, async () => {
          const client = await stock.create(serviceUrl, audience);
          if (this.#parts.connector === 'lean') {
            Object.assign(client.conversations, leanConversations(serviceUrl, await this.#line(audience)));
          }
          return client;
        }),
    };
  }

  override createUserTokenClient(identity: CallerIdentity): Promise<UserTokenClient> {
    return this.#userTokenClients('', () => super.createUserTokenClient(identity));
  }

  async #line(audience: string): Promise<ConnectorLine> {
    const { app, cloud, credentials, dispatcher, wait, now } = this.#parts;
    if (app === null) return { dispatcher, wait, now, token: async () => null };
    const signer = await credentials.createCredentials(app.MicrosoftAppId, audience, cloud.loginUrl, true);
    return { dispatcher, wait, now, token: botToken(signer) };
  }
}

/** All of them are given, since the SDK takes its own defaults only when none is. */
function sdkNames(cloud: TeamsCloud) {
  return {
    ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
    ToBotFromChannelOpenIdMetadataUrl: cloud.keysUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: cloud.entraKeysUrl,
    ToChannelFromBotOAuthScope: cloud.audience,
    ToChannelFromBotLoginUrl: cloud.loginUrl,
    OAuthUrl: cloud.audience,
    CallerId: cloud.callerId,
  };
}
