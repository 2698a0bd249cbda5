import { z } from 'zod';
import type { EscalateTo } from './config.ts';
import { databaseUrl } from './databaseUrl.ts';
import { mailAddress } from './mailAddress.ts';
import { network } from './network.ts';
import { openingHours } from './openingHours.ts';
import { publicUrl } from './publicUrl.ts';
import { smtpUrl } from './smtpUrl.ts';
import { teamsChannelId } from './teamsChannelId.ts';
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

/** An id of a person as this bot (29:…) or all of Teams (8:orgid:…) has it, of a bot (28:…), or of the directory. */
const TEAMS_ID = /^(?:(?:8|2[89]):[\w.:-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** A person of a tenant. */
const TEAMS_PERSON =
  /^teams:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}:(?:29:[\w.:-]+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

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
  DESK_CHANNEL: teamsChannelId,
  DESK_PING: listOf(
    z
      .string()
      .regex(TEAMS_ID, 'must be ids of people in Teams, joined by commas: object ids of your directory, or 29:…')
      .transform(inSmallLetters),
  ),
  ADMIN_IDS: listOf(
    z
      .string()
      .regex(TEAMS_PERSON, 'must be persons such as teams:<tenant id>:<object id>, joined by commas')
      .transform(inSmallLetters),
  ),
  ESCALATE_TO: z.union(
    [
      teamsChannelId.transform((channel): EscalateTo => ({ kind: 'channel', channel })),
      mailAddress.transform((address): EscalateTo => ({ kind: 'mail', address })),
    ],
    'must be a mail address such as second-line@contoso.com, or the id of a Teams channel such as 19:abc@thread.tacv2',
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
  CASE_RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, 'must be a whole number of days, at least 1')
    .transform(Number),
  METRICS_PORT: port,
  METRICS_HOST: hostName,
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
} as const;

/** Ids of a directory are the same in capitals; those that begin with 29: are not. */
function inSmallLetters(id: string): string {
  return /(?:^|:)29:/.test(id) ? id : id.toLowerCase();
}

/** The name of a variable that this program reads. */
export type VariableName = keyof typeof variableSchemas;

/** The variables that are set, as they were written; blank ones are left out. */
export type Given = { readonly [Name in VariableName]?: string };
