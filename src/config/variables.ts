import type { VariableName } from './variableSchemas.ts';

/** One environment variable: what the README table, `.env.example` and the reader have in common. */
export interface Variable {
  readonly name: string;
  /** What it is for, in one line. */
  readonly description: string;
  /** What holds when it is not set, in words; null when nothing does. */
  readonly fallback: string | null;
  /** Its value must never be shown. */
  readonly secret: boolean;
}

const facts: Record<VariableName, readonly [description: string, fallback: string | null]> = {
  NODE_ENV: ['How it runs: development, production or test.', 'development'],
  PORT: ['The port to listen on, 0 to 65535; 0 takes any free one.', '3978'],
  HOST: ['The address to listen on.', '127.0.0.1, in production 0.0.0.0'],
  DATA_DIR: ['The folder that holds the conversations.', './data'],
  DATABASE_URL: [
    'A PostgreSQL database to keep them in instead, postgres://user:password@host/name. Needed to run several of the bot.',
    null,
  ],
  PUBLIC_URL: [
    'Where people reach the web page, https, without a path. Needed when a proxy stands in front of the bot.',
    null,
  ],
  TRUSTED_PROXIES: [
    'Your proxies’ addresses as networks such as 10.0.0.0/8, joined by commas: only they are believed on who is calling.',
    null,
  ],
  WEB_CHAT: ['The chat on a web page: on or off.', 'on, in production off'],
  PACK: ['The id of the knowledge pack.', 'lync-online-meeting-join'],
  GREET: ['When Teams users are greeted: install or first-message.', 'install'],
  HELPDESK_CONTACT: [
    'How people reach your helpdesk, shown as you write it, such as helpdesk@contoso.com or ext. 100.',
    null,
  ],
  HELPDESK_HOURS: [
    'When the helpdesk answers, such as Mo-Fr 09:00-17:00; Sa 10:00-12:00, or always, or never. Without it nothing is promised.',
    null,
  ],
  HELPDESK_TIME_ZONE: ['The time zone of those hours, such as Europe/Berlin. Without it, that of the machine.', null],
  HELPDESK_HOLIDAYS: ['Days on which no shift of the helpdesk begins, such as 2026-12-25, joined by commas.', null],
  CLAIM_MINUTES: [
    'After how many minutes of those hours without a sign of its holder a case goes back to the queue, 10 to 480.',
    '30',
  ],
  DESK_CHANNEL: [
    'The channel of Teams or Slack that is the desk, by its id, such as 19:abc@thread.tacv2 or C0123456789. Or have an admin say “desk here” in it.',
    null,
  ],
  DESK_PING: [
    'Who is mentioned at the desk when a case comes in, joined by commas: in Teams object ids or ids that begin with 29:, in Slack users (U…), user groups (S…) or here.',
    null,
  ],
  ADMIN_IDS: [
    'Who may say where the desk is, as teams:<tenant id>:<object id> or slack:<team id>:<user id>, joined by commas. Who is refused is shown theirs.',
    null,
  ],
  ESCALATE_TO: [
    'Where cases go that the helpdesk hands on: a mail address (needs SMTP_URL), or the id of another channel of Teams or Slack.',
    null,
  ],
  DESK_PAGE: ['The desk as a web page: on or off.', 'on, in production off'],
  DESK_TOKEN: [
    'What agents sign in to that page with, at least 32 random characters. Needed in production with DESK_PAGE=on.',
    null,
  ],
  SMTP_URL: [
    'The server that takes mails, smtps://user:password@host:465 or smtp://host:587. TLS is a must unless it ends in ?requireTLS=false.',
    null,
  ],
  SMTP_FROM: ['The address that mails come from; needed with SMTP_URL.', null],
  MicrosoftAppId: ['The app id of the bot in Azure. In production there is no Teams without it.', null],
  MicrosoftAppPassword: ['The client secret of that app; not for UserAssignedMSI.', null],
  MicrosoftAppType: ['How the bot signs in: SingleTenant or UserAssignedMSI.', 'SingleTenant'],
  MicrosoftAppTenantId: ['The tenant of that app; needed with MicrosoftAppId.', null],
  TEAMS_APP_ID: ['The id of the Teams app in your organisation’s catalogue, for links that open it.', null],
  TEAMS_CLOUD: [
    'Which Microsoft cloud the bot is registered in: public (also GCC), us-gov, us-dod or china.',
    'public',
  ],
  TEAMS_TENANTS: [
    'Whose people may talk to the bot: tenant ids, joined by commas. Without it, the tenant of the app.',
    null,
  ],
  TEAMS_SERVICE_HOSTS: [
    'Hosts of Microsoft’s that answers may go to besides the known ones, joined by commas. Rarely needed.',
    null,
  ],
  SLACK_SIGNING_SECRET: [
    'What Slack signs its requests with; while it is changed, the old and the new one joined by a comma. Not needed with SLACK_APP_TOKEN.',
    null,
  ],
  SLACK_BOT_TOKEN: ['The bot token of the Slack app, xoxb-…. There is no Slack without it.', null],
  SLACK_APP_TOKEN: [
    'An app-level token of the Slack app, xapp-…, for Socket Mode: no public address is needed then.',
    null,
  ],
  SLACK_API_URL: [
    'Where Slack’s Web API is, https or on this machine, such as https://slack.example.com/api/: for proxies and tests.',
    null,
  ],
  CASE_RETENTION_DAYS: ['How many days closed cases and the audit are kept.', '365'],
  METRICS_PORT: ['The port to serve Prometheus metrics on; without it there are none.', null],
  METRICS_HOST: ['The address to serve them on.', '127.0.0.1'],
  LOG_LEVEL: ['How much is logged: debug, info, warn, error or silent.', 'info'],
};

/** Whose values must never be shown. */
const SECRETS: ReadonlySet<string> = new Set<VariableName>([
  'MicrosoftAppPassword',
  'DATABASE_URL',
  'DESK_TOKEN',
  'SMTP_URL',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
]);

/** Every environment variable that this program reads, in the order in which they are documented. */
export const variables: readonly Variable[] = Object.entries(facts).map(([name, [description, fallback]]) => ({
  name,
  description,
  fallback,
  secret: SECRETS.has(name),
}));
