/** The fixed addresses and names of one Microsoft cloud. */
export interface TeamsCloud {
  /** `iss` of the tokens that the connector service sends. */
  readonly tokenIssuer: string;
  /** Where the connector service publishes its keys. */
  readonly keysUrl: string;
  /** Where Entra publishes its keys. The SDK wants it; nothing signed by Entra is let in. */
  readonly entraKeysUrl: string;
  /** Audience of the tokens that the bot sends. */
  readonly audience: string;
  readonly loginUrl: string;
  readonly callerId: string;
  /** Hosts that a `serviceUrl` may name. */
  readonly serviceHosts: readonly string[];
}

/**
 * The public cloud and GCC, which shares it.
 * Sources: botframework-connector 4.23.3, authenticationConstants; hosts: the Teams SDK's documentation,
 * "Service URL validation".
 */
export const publicCloud: TeamsCloud = {
  tokenIssuer: 'https://api.botframework.com',
  keysUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  entraKeysUrl: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  audience: 'https://api.botframework.com',
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
  callerId: 'urn:botframework:azure',
  serviceHosts: [
    'smba.trafficmanager.net',
    'smba.onyx.prod.teams.trafficmanager.net',
    'smba.infra.gcc.teams.microsoft.com',
  ],
};
