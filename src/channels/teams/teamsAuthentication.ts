import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Dispatcher } from 'undici';
import { AppError } from '../../errors.ts';
import { type BoundedMemo, boundedMemo } from '../boundedMemo.ts';
import { type BotToken, botToken } from './botToken.ts';
import type { ConnectorLine } from './callConnector.ts';
import { leanConversations } from './leanConversations.ts';
import type {
  CallerIdentity,
  ConnectorClient,
  ConnectorFactory,
  CredentialsFactory,
  UserTokenClient,
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
 * Makes the clients that turns answer through, each once and not for every turn, as the SDK does.
 * Of the SDK's own class it is a subclass only for those clients: the abstract one above it would want them written
 * anew. Its checks of callers are shut, since they would remember and print what strangers send; `verifyToken` has
 * checked before anything comes here.
 */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #parts: AuthenticationParts;
  readonly #clients: BoundedMemo<ConnectorClient> = boundedMemo(CLIENTS_KEPT);
  readonly #userTokenClients: BoundedMemo<UserTokenClient> = boundedMemo(1);
  readonly #tokens: BoundedMemo<BotToken> = boundedMemo(1);

  constructor(parts: AuthenticationParts) {
    const { app, cloud, credentials } = parts;
    super({ ...app, ...sdkNames(cloud, loginUrl(parts)) }, credentials);
    this.#parts = parts;
  }

  /** Always rejects. */
  override authenticateRequest(): Promise<never> {
    return refuse();
  }

  /** Always rejects. */
  override authenticateChannelRequest(): Promise<never> {
    return refuse();
  }

  /** Always rejects. */
  override authenticateStreamingRequest(): Promise<never> {
    return refuse();
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

  /** The bot's token for the connector of its cloud; null without a registration. Rejects as `botToken`. */
  async token(): Promise<string | null> {
    const token = await this.#tokens('', () => this.#botToken(this.#parts.cloud.audience));
    return token();
  }

  async #line(audience: string): Promise<ConnectorLine> {
    const { dispatcher, wait, now } = this.#parts;
    return { dispatcher, wait, now, token: await this.#botToken(audience) };
  }

  async #botToken(audience: string): Promise<BotToken> {
    const { app, credentials } = this.#parts;
    if (app === null) return async () => null;
    return botToken(await credentials.createCredentials(app.MicrosoftAppId, audience, loginUrl(this.#parts), true));
  }
}

function refuse(): Promise<never> {
  return Promise.reject(new AppError('request-refused', 'callers are checked at the door'));
}

/** Where the bot gets its tokens. Without a registration it gets none. */
function loginUrl({ app, cloud }: AuthenticationParts): string {
  return `${cloud.loginUrl}${app?.MicrosoftAppTenantId ?? ''}`;
}

/** The SDK takes its own defaults, those of the public cloud, only where none of these is given. */
function sdkNames({ audience }: TeamsCloud, login: string) {
  return { ToChannelFromBotOAuthScope: audience, ToChannelFromBotLoginUrl: login, OAuthUrl: audience };
}
