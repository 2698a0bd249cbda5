import type { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Config, DeskConfig, SlackConfig, TeamsConfig } from './config.ts';
import { crossProblems } from './crossProblems.ts';
import { systemTimeZone } from './timeZone.ts';
import { type Given, type VariableName, variableSchemas } from './variableSchemas.ts';

/** What the environment says, before it is checked. */
export type Env = Readonly<Record<string, string | undefined>>;

type Values = { readonly [Name in VariableName]?: z.output<(typeof variableSchemas)[Name]> };

const names = Object.keys(variableSchemas) as VariableName[];

/**
 * Reads the settings out of an environment; an empty or blank value counts as not set.
 * Throws `config-invalid` with every problem, one per line, each naming its variable and what to do;
 * no message repeats a value.
 */
export function readConfig(env: Env): Config {
  const given = onlySet(env);
  const { values, problems } = readEach(given);
  const all = [...problems, ...crossProblems(given)];
  if (all.length > 0) throw new AppError('config-invalid', all.join('\n'));
  return toConfig(values);
}

function onlySet(env: Env): Given {
  const set = names.map((name) => [name, env[name]?.trim()] as const).filter(([, value]) => value);
  return Object.fromEntries(set);
}

function readEach(given: Given): { values: Values; problems: string[] } {
  const problems: string[] = [];
  const read = names.flatMap((name) => {
    if (given[name] === undefined) return [];
    const result = variableSchemas[name].safeParse(given[name]);
    if (result.success) return [[name, result.data] as const];
    problems.push(...result.error.issues.map((issue) => `${name}: ${issue.message}.`));
    return [];
  });
  return { values: Object.fromEntries(read) as Values, problems };
}

function toConfig(values: Values): Config {
  const mode = values.NODE_ENV ?? 'development';
  const production = mode === 'production';
  return {
    mode,
    port: values.PORT ?? 3978,
    host: values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    dataDir: values.DATA_DIR ?? './data',
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    trustedProxies: values.TRUSTED_PROXIES ?? [],
    ...(values.METRICS_PORT !== undefined && {
      metrics: { host: values.METRICS_HOST ?? '127.0.0.1', port: values.METRICS_PORT },
    }),
    caseRetentionDays: values.CASE_RETENTION_DAYS ?? 365,
    ...(values.PUBLIC_URL !== undefined && { publicUrl: values.PUBLIC_URL }),
    web: { enabled: (values.WEB_CHAT ?? (production ? 'off' : 'on')) === 'on' },
    pack: values.PACK ?? 'lync-online-meeting-join',
    greet: values.GREET ?? 'install',
    ...(values.HELPDESK_CONTACT !== undefined && { helpdeskContact: values.HELPDESK_CONTACT }),
    desk: toDesk(values, production),
    ...toMail(values),
    teams: toTeams(values, production),
    slack: toSlack(values),
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

function toDesk(values: Values, production: boolean): DeskConfig {
  return {
    hours: values.HELPDESK_HOURS ?? 'unknown',
    timeZone: values.HELPDESK_TIME_ZONE ?? systemTimeZone(),
    holidays: values.HELPDESK_HOLIDAYS ?? [],
    claimMinutes: values.CLAIM_MINUTES ?? 30,
    ...(values.DESK_CHANNEL !== undefined && { channel: values.DESK_CHANNEL }),
    ping: values.DESK_PING ?? [],
    admins: values.ADMIN_IDS ?? [],
    ...(values.ESCALATE_TO !== undefined && { escalateTo: values.ESCALATE_TO }),
    page: {
      enabled: (values.DESK_PAGE ?? (production ? 'off' : 'on')) === 'on',
      ...(values.DESK_TOKEN !== undefined && { token: values.DESK_TOKEN }),
    },
  };
}

function toMail({ SMTP_URL: url, SMTP_FROM: from }: Values): Pick<Config, 'mail'> {
  return url === undefined || from === undefined ? {} : { mail: { url, from } };
}

function toTeams(values: Values, production: boolean): TeamsConfig {
  const registered = values.MicrosoftAppId !== undefined;
  return {
    enabled: registered || !production,
    loopbackOnly: !registered,
    ...(values.MicrosoftAppId !== undefined && { appId: values.MicrosoftAppId }),
    ...(values.MicrosoftAppPassword !== undefined && { appPassword: values.MicrosoftAppPassword }),
    appType: values.MicrosoftAppType ?? 'SingleTenant',
    ...(values.MicrosoftAppTenantId !== undefined && { tenantId: values.MicrosoftAppTenantId }),
    ...(values.TEAMS_APP_ID !== undefined && { catalogueAppId: values.TEAMS_APP_ID }),
    cloud: values.TEAMS_CLOUD ?? 'public',
    tenants: values.TEAMS_TENANTS ?? (values.MicrosoftAppTenantId === undefined ? [] : [values.MicrosoftAppTenantId]),
    serviceHosts: values.TEAMS_SERVICE_HOSTS ?? [],
  };
}

function toSlack(values: Values): SlackConfig {
  return {
    enabled: values.SLACK_BOT_TOKEN !== undefined,
    signingSecrets: values.SLACK_SIGNING_SECRET ?? [],
    ...(values.SLACK_BOT_TOKEN !== undefined && { botToken: values.SLACK_BOT_TOKEN }),
    ...(values.SLACK_APP_TOKEN !== undefined && { appToken: values.SLACK_APP_TOKEN }),
    ...(values.SLACK_API_URL !== undefined && { apiUrl: values.SLACK_API_URL }),
  };
}
