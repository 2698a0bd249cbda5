import { z } from 'zod';
import { databaseUrl } from './databaseUrl.ts';
import { network } from './network.ts';
import { publicUrl } from './publicUrl.ts';

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

const guid = z.guid('must be an id like 00000000-0000-0000-0000-000000000000; copy it from Azure or the admin center');

function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `must be one of: ${words.join(', ')}`);
}

/** Values joined by commas, as a list without repeats. */
function listOf<T>(each: z.ZodType<T, string>) {
  return z
    .string()
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== ''))
    .pipe(z.array(each));
}

/** Longest contact line, in characters: it has to fit a card beside other text. */
const CONTACT_LIMIT = 200;

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a whole number from 0 to 65535');

const hostName = z.string().regex(/^[\w.:-]+$/, 'must be one host name or IP address, without a port or brackets');

/** How each variable is read. Messages say what to do and never repeat the value: it could be a misplaced secret. */
export const variableSchemas = {
  NODE_ENV: oneOf(['development', 'production', 'test']),
  PORT: port,
  HOST: hostName,
  DATA_DIR: z.string().refine((path) => !path.includes('\0'), 'must be the path of a folder'),
  DATABASE_URL: databaseUrl,
  PUBLIC_URL: publicUrl,
  TRUSTED_PROXIES: listOf(network),
  WEB_CHAT: oneOf(['on', 'off']),
  PACK: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be the id of a pack: lower-case words joined by hyphens'),
  GREET: oneOf(['install', 'first-message']),
  HELPDESK_CONTACT: z
    .string()
    .max(CONTACT_LIMIT, `must be at most ${CONTACT_LIMIT} characters`)
    .regex(/^\P{Cc}*$/u, 'must be one line of text'),
  MicrosoftAppId: guid,
  MicrosoftAppPassword: z.string(),
  MicrosoftAppType: oneOf(['SingleTenant', 'UserAssignedMSI']),
  MicrosoftAppTenantId: guid,
  TEAMS_APP_ID: guid,
  TEAMS_CLOUD: oneOf(['public', 'us-gov', 'us-dod', 'china']),
  TEAMS_TENANTS: listOf(guid),
  TEAMS_SERVICE_HOSTS: listOf(
    z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be host names in lower case, joined by commas'),
  ),
  CASE_RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days, at least 1')
    .transform(Number),
  METRICS_PORT: port,
  METRICS_HOST: hostName,
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
} as const;

/** The name of a variable that this program reads. */
export type VariableName = keyof typeof variableSchemas;

/** The variables that are set, as they were written; blank ones are left out. */
export type Given = { readonly [Name in VariableName]?: string };

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
  CASE_RETENTION_DAYS: ['How many days closed cases and the audit are kept.', '365'],
  METRICS_PORT: ['The port to serve Prometheus metrics on; without it there are none.', null],
  METRICS_HOST: ['The address to serve them on.', '127.0.0.1'],
  LOG_LEVEL: ['How much is logged: debug, info, warn, error or silent.', 'info'],
};

/** Every environment variable that this program reads, in the order in which they are documented. */
export const variables: readonly Variable[] = Object.entries(facts).map(([name, [description, fallback]]) => ({
  name,
  description,
  fallback,
  secret: name === 'MicrosoftAppPassword' || name === 'DATABASE_URL',
}));
