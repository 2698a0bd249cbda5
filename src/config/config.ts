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
}

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly mode: Mode;
  /** 0 asks the system for a free one. */
  readonly port: number;
  readonly host: string;
  /** As it was written: relative to the folder that the process was started in. */
  readonly dataDir: string;
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
