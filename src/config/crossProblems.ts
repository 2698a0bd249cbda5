import type { ChannelPlace } from './config.ts';
import type { Given } from './variableSchemas.ts';

/** What is wrong between variables, a line each. Takes only variables that are set; whether each is valid is not asked. */
export function crossProblems(given: Given): readonly string[] {
  return [
    ...deskProblems(given),
    ...mailProblems(given),
    ...teamsProblems(given),
    ...slackProblems(given),
    ...channelProblems(given),
  ];
}

function deskProblems(given: Given): string[] {
  const { DESK_CHANNEL: desk, ESCALATE_TO: next } = given;
  const problems = [...channelNeeds('DESK_CHANNEL', given), ...channelNeeds('ESCALATE_TO', given)];
  if (desk !== undefined && desk === next) problems.push('ESCALATE_TO: must be another channel than DESK_CHANNEL.');
  if (given.NODE_ENV === 'production' && given.DESK_PAGE === 'on' && given.DESK_TOKEN === undefined) {
    problems.push('DESK_TOKEN: is missing; set what agents sign in to the desk page with, or set DESK_PAGE to off.');
  }
  return problems;
}

/** Outside of production Teams is there without a registration, Slack never. */
function channelNeeds(name: 'DESK_CHANNEL' | 'ESCALATE_TO', given: Given): string[] {
  const on = productOf(given[name]);
  if (on === 'slack') return given.SLACK_BOT_TOKEN === undefined ? [`${name}: needs Slack; set SLACK_BOT_TOKEN.`] : [];
  const isWithoutTeams = given.NODE_ENV === 'production' && given.MicrosoftAppId === undefined;
  return on === 'teams' && isWithoutTeams ? [`${name}: needs Teams; set MicrosoftAppId.`] : [];
}

/** Of which product this is meant to be a channel; null for none, such as a mail address. */
function productOf(text = ''): ChannelPlace['on'] | null {
  if (text.startsWith('19:')) return 'teams';
  return /^[CG][A-Z\d]+$/.test(text) ? 'slack' : null;
}

function mailProblems({ SMTP_URL: url, SMTP_FROM: from, ESCALATE_TO: next }: Given): string[] {
  if (url !== undefined) {
    return from === undefined ? ['SMTP_FROM: is missing; set the address that mails come from.'] : [];
  }
  if (next !== undefined && productOf(next) === null) {
    return ['SMTP_URL: is missing; set the server that takes the mails to ESCALATE_TO.'];
  }
  return from === undefined ? [] : ['SMTP_URL: is missing; set the server that takes the mails of SMTP_FROM.'];
}

function teamsProblems(given: Given): string[] {
  const problems: string[] = [];
  if (given.MicrosoftAppId === undefined) {
    if (given.MicrosoftAppPassword !== undefined) {
      problems.push('MicrosoftAppId: is missing; set the app id that MicrosoftAppPassword belongs to.');
    }
    return problems;
  }
  const managed = given.MicrosoftAppType === 'UserAssignedMSI';
  if (given.MicrosoftAppPassword === undefined && !managed) {
    problems.push('MicrosoftAppPassword: is missing; set the client secret of the app in MicrosoftAppId.');
  }
  if (given.MicrosoftAppTenantId === undefined) {
    problems.push('MicrosoftAppTenantId: is missing; set the tenant of the app in MicrosoftAppId.');
  }
  return problems;
}

function slackProblems(given: Given): string[] {
  const { SLACK_SIGNING_SECRET: secret, SLACK_APP_TOKEN: appToken } = given;
  if (given.SLACK_BOT_TOKEN !== undefined) {
    if (secret !== undefined || appToken !== undefined) return [];
    return ['SLACK_SIGNING_SECRET: is missing; set the signing secret of the app, or SLACK_APP_TOKEN for Socket Mode.'];
  }
  const others = [secret && 'SLACK_SIGNING_SECRET', appToken && 'SLACK_APP_TOKEN'].filter(Boolean);
  if (others.length > 0) {
    return [`SLACK_BOT_TOKEN: is missing; set the bot token of the app that has ${others.join(' and ')}.`];
  }
  if (given.SLACK_API_URL === undefined) return [];
  return ['SLACK_API_URL: is of no use alone; set SLACK_BOT_TOKEN, or leave it out.'];
}

function channelProblems(given: Given): string[] {
  const noChat = given.MicrosoftAppId === undefined && given.SLACK_BOT_TOKEN === undefined;
  const noPage = given.WEB_CHAT === undefined || given.WEB_CHAT === 'off';
  if (given.NODE_ENV !== 'production' || !noChat || !noPage) return [];
  return [
    'WEB_CHAT: there is no channel at all; set it to on, or set MicrosoftAppId for Teams or SLACK_BOT_TOKEN for Slack.',
  ];
}
