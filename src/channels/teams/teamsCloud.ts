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
  /**
   * Where to post without having been asked, and without knowing from whom else to ask it. Once a conversation has said
   * where it is to be answered, that is better: in GCC it is elsewhere than in the rest of the public cloud.
   */
  readonly serviceUrl: string;
  /** Where people's attached files are; `*.` and a domain is every host below it. */
  readonly fileHosts: readonly string[];
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
 * are also those that Teams' documentation names for messages sent without being asked. Service URLs: the Agents SDK
 * for JavaScript (`TeamsServiceEndpoints`); China's, which isn't among them, is its one host. File hosts: Microsoft's
 * pages on the URLs of each cloud, SharePoint and OneDrive, and on Graph's national deployments.
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
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    fileHosts: ['*.sharepoint.com', 'graph.microsoft.com'],
  },
  /** GCC High. */
  'us-gov': {
    ...usGovernment,
    serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams/',
    fileHosts: ['*.sharepoint.us', 'graph.microsoft.us'],
  },
  'us-dod': {
    ...usGovernment,
    serviceHosts: ['smba.infra.dod.teams.microsoft.us'],
    serviceUrl: 'https://smba.infra.dod.teams.microsoft.us/teams/',
    fileHosts: ['*.sharepoint-mil.us', 'dod-graph.microsoft.us'],
  },
  /** Operated by 21Vianet. Source: the Bot Service documentation, "Configure a bot in Microsoft Azure operated by 21Vianet". */
  china: {
    tokenIssuers: ['https://api.botframework.azure.cn'],
    keysUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration',
    audience: 'https://api.botframework.azure.cn',
    loginUrl: 'https://login.partner.microsoftonline.cn/',
    serviceHosts: ['frontend.botapi.msg.infra.teams.microsoftonline.cn'],
    serviceUrl: 'https://frontend.botapi.msg.infra.teams.microsoftonline.cn/',
    fileHosts: ['*.sharepoint.cn', 'microsoftgraph.chinacloudapi.cn'],
  },
};
