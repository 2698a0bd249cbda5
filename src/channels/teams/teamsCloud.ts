/** The fixed addresses and names of one Microsoft cloud. */
export interface TeamsCloud {
  /** `iss` of the tokens that the connector service sends. */
  readonly tokenIssuers: readonly string[];
  /** The metadata of the connector service, which names where its keys are. */
  readonly keysUrl: string;
  /** Audience of the tokens that the bot sends. */
  readonly audience: string;
  /** Where the bot gets those tokens: the tenant's id comes behind it. */
  readonly loginUrl: string;
  /** Hosts that a `serviceUrl` may name. */
  readonly serviceHosts: readonly string[];
}

/** The clouds by the names that the configuration has for them. */
export type TeamsCloudName = 'public' | 'us-gov' | 'us-dod' | 'china';

/** Sources: botframework-connector 4.23.3, governmentConstants, for both; hosts as below. */
const usGovernment = {
  tokenIssuers: ['https://api.botframework.us'],
  keysUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  audience: 'https://api.botframework.us',
  loginUrl: 'https://login.microsoftonline.us/',
};

/**
 * Every cloud that Teams is in. Hosts: the cloud environments of the Teams SDK for TypeScript (`teams.ts`), which
 * are also those that Teams' documentation names for messages sent without being asked.
 */
export const teamsClouds: Readonly<Record<TeamsCloudName, TeamsCloud>> = {
  /** With GCC, which shares all but a host. Source: botframework-connector 4.23.3, authenticationConstants. */
  public: {
    tokenIssuers: ['https://api.botframework.com'],
    keysUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    audience: 'https://api.botframework.com',
    loginUrl: 'https://login.microsoftonline.com/',
    serviceHosts: [
      'smba.trafficmanager.net',
      'smba.onyx.prod.teams.trafficmanager.net',
      'smba.infra.gcc.teams.microsoft.com',
    ],
  },
  /** GCC High. */
  'us-gov': { ...usGovernment, serviceHosts: ['smba.infra.gov.teams.microsoft.us'] },
  'us-dod': { ...usGovernment, serviceHosts: ['smba.infra.dod.teams.microsoft.us'] },
  /** Operated by 21Vianet. Source: the Bot Service documentation, "Configure a bot in Microsoft Azure operated by 21Vianet". */
  china: {
    tokenIssuers: ['https://api.botframework.azure.cn'],
    keysUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    audience: 'https://api.botframework.azure.cn',
    loginUrl: 'https://login.partner.microsoftonline.cn/',
    serviceHosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
  },
};
