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

/** Slack, as the app's pages there describe it. One workspace. */
export interface SlackConfig {
  /** Whether there is a bot token. */
  readonly enabled: boolean;
  /** What requests are signed with: the newest and, while it is changed, the one before. Secrets. */
  readonly signingSecrets: readonly string[];
  /** A secret: never logged, never shown. */
  readonly botToken?: string;
  /** Opens sockets (Socket Mode). A secret. */
  readonly appToken?: string;
  /** Where the Web API is, with a slash at the end; Slack's own when not set. */
  readonly apiUrl?: string;
}

/** Some open time of each week. */
export interface OpenSpan {
  /** ISO: 1 is Monday, 7 Sunday; the day on which it begins. */
  readonly day: number;
  /** Minutes after midnight, by the clock on the wall. `to` is over 1440 for a shift past midnight. */
  readonly from: number;
  readonly to: number;
}

/** When somebody at the helpdesk answers; `unknown` where nobody has said so. */
export type OpeningHours = readonly OpenSpan[] | 'always' | 'never' | 'unknown';

/** A channel that a desk can be in. */
export interface ChannelPlace {
  readonly on: 'teams' | 'slack';
  /** As its own product names it: `19:…@thread.tacv2`, `C…`. */
  readonly id: string;
}

/** Where cases go that the first line hands on. */
export type EscalateTo =
  | { readonly kind: 'mail'; readonly address: string }
  | { readonly kind: 'channel'; readonly channel: ChannelPlace };

/** The helpdesk, and where it works. */
export interface DeskConfig {
  readonly hours: OpeningHours;
  /** IANA: the zone in which the hours and the holidays are meant. */
  readonly timeZone: string;
  /** Days on which no shift begins, as 2026-12-25. */
  readonly holidays: readonly string[];
  /** How long a claim holds without activity, in minutes of those hours. */
  readonly claimMinutes: number;
  /** The channel that is the desk, until somebody says another one there. */
  readonly channel?: ChannelPlace;
  /** Who is mentioned when a case comes in, by the ids that Teams or Slack has for them; each mentions its own alone. */
  readonly ping: readonly string[];
  /** Who may say where the desk is, as persons are written: `teams:<tenant>:<id>`, `slack:<team>:<id>`. */
  readonly admins: readonly string[];
  readonly escalateTo?: EscalateTo;
  readonly page: {
    readonly enabled: boolean;
    /** What one signs in with. A secret. */
    readonly token?: string;
  };
}

/** The server that takes our mails. */
export interface MailConfig {
  /** A secret: it can hold a password. */
  readonly url: string;
  readonly from: string;
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
  readonly desk: DeskConfig;
  /** Without it no mail can be sent. */
  readonly mail?: MailConfig;
  readonly teams: TeamsConfig;
  readonly slack: SlackConfig;
  readonly logLevel: LogLevel;
}
