/** How the process runs: what it may answer without signing in, and where it listens, depends on it. */
export type Mode = 'development' | 'production' | 'test';

/** What is written to the log: this and everything more serious. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Microsoft Teams, as the bot's registration in Azure describes it. */
export interface TeamsConfig {
  /** Whether `/api/messages` exists. */
  readonly enabled: boolean;
  /** Nothing to check a caller with, so only callers on this machine are answered. */
  readonly loopbackOnly: boolean;
  readonly appId?: string;
  /** A secret: never logged, never shown. */
  readonly appPassword?: string;
  readonly appType: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId?: string;
  /** The app's id in the organisation's catalogue, for links that open it. */
  readonly catalogueAppId?: string;
  /** Which of Microsoft's clouds the bot is registered in. */
  readonly cloud: 'public' | 'us-gov' | 'us-dod' | 'china';
  /** Whose people may talk to the bot. Empty without a registration. */
  readonly tenants: readonly string[];
  /** Hosts that replies may go to, besides those of the cloud. */
  readonly serviceHosts: readonly string[];
}

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly mode: Mode;
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly host: string;
  /** As it was written: relative to the folder that the process was started in. */
  readonly dataDir: string;
  /** A PostgreSQL database instead of that folder. A secret: it holds a password. */
  readonly databaseUrl?: string;
  /** Networks in CIDR form whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Where metrics are served; nowhere when not set. */
  readonly metrics?: { readonly host: string; readonly port: number };
  /** How long a closed case and the audit are kept, in days. */
  readonly caseRetentionDays: number;
  /** Scheme, host and port as a browser sees them, without a slash at the end. */
  readonly publicUrl?: string;
  readonly web: { readonly enabled: boolean };
  /** The id of the knowledge pack. */
  readonly pack: string;
  /** When somebody is greeted: as soon as the app is there, or when they first write. */
  readonly greet: 'install' | 'first-message';
  /** How to reach the helpdesk, as people read it. */
  readonly helpdeskContact?: string;
  readonly teams: TeamsConfig;
  readonly logLevel: LogLevel;
}
