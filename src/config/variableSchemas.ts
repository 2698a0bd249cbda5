import { z } from 'zod';
import { channelId } from './channelId.ts';
import type { EscalateTo } from './config.ts';
import { databaseUrl } from './databaseUrl.ts';
import { personId, pingId } from './deskPeople.ts';
import { mailAddress } from './mailAddress.ts';
import { network } from './network.ts';
import { openingHours } from './openingHours.ts';
import { publicUrl } from './publicUrl.ts';
import { slackApiUrl } from './slackApiUrl.ts';
import { appToken, botToken, signingSecrets } from './slackSecrets.ts';
import { smtpUrl } from './smtpUrl.ts';
import { timeZone } from './timeZone.ts';

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

/** The shortest token that can’t be guessed however fast somebody tries, in characters, if it is random. */
const SHORTEST_TOKEN = 32;

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
  HELPDESK_HOURS: openingHours,
  HELPDESK_TIME_ZONE: timeZone,
  HELPDESK_HOLIDAYS: listOf(z.iso.date('must be dates such as 2026-12-25, joined by commas')),
  CLAIM_MINUTES: z
    .string()
    .regex(/^(?:[1-9]\d|[1-3]\d\d|4[0-7]\d|480)$/, 'must be a whole number of minutes from 10 to 480')
    .transform(Number),
  DESK_CHANNEL: channelId,
  DESK_PING: listOf(pingId),
  ADMIN_IDS: listOf(personId),
  ESCALATE_TO: z.union(
    [
      channelId.transform((channel): EscalateTo => ({ kind: 'channel', channel })),
      mailAddress.transform((address): EscalateTo => ({ kind: 'mail', address })),
    ],
    'must be a mail address such as second-line@contoso.com, or the id of a channel such as 19:abc@thread.tacv2 or C0123456789',
  ),
  DESK_PAGE: oneOf(['on', 'off']),
  DESK_TOKEN: z
    .string()
    .min(SHORTEST_TOKEN, `must be at least ${SHORTEST_TOKEN} characters; let a program choose them`),
  SMTP_URL: smtpUrl,
  SMTP_FROM: mailAddress,
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
  SLACK_SIGNING_SECRET: signingSecrets,
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: slackApiUrl,
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
