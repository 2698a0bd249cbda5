import type { Given } from './variableSchemas.ts';

/** What is wrong between variables, a line each. Takes only variables that are set; whether each is valid is not asked. */
export function crossProblems(given: Given): readonly string[] {
  return [...deskProblems(given), ...mailProblems(given), ...teamsProblems(given), ...channelProblems(given)];
}

function deskProblems(given: Given): string[] {
  const problems: string[] = [];
  const inProduction = given.NODE_ENV === 'production';
  const { DESK_CHANNEL: desk, ESCALATE_TO: next } = given;
  const wantsTeams = [desk !== undefined && 'DESK_CHANNEL', isChannel(next) && 'ESCALATE_TO'];
  if (inProduction && given.MicrosoftAppId === undefined) {
    for (const name of wantsTeams) if (name) problems.push(`${name}: needs Teams; set MicrosoftAppId.`);
  }
  if (desk !== undefined && desk === next) problems.push('ESCALATE_TO: must be another channel than DESK_CHANNEL.');
  if (inProduction && given.DESK_PAGE === 'on' && given.DESK_TOKEN === undefined) {
    problems.push('DESK_TOKEN: is missing; set what agents sign in to the desk page with, or set DESK_PAGE to off.');
  }
  return problems;
}

function isChannel(escalateTo: string | undefined): boolean {
  return escalateTo?.startsWith('19:') ?? false;
}

function mailProblems({ SMTP_URL: url, SMTP_FROM: from, ESCALATE_TO: next }: Given): string[] {
  if (url !== undefined) {
    return from === undefined ? ['SMTP_FROM: is missing; set the address that mails come from.'] : [];
  }
  if (next !== undefined && !isChannel(next)) {
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

function channelProblems(given: Given): string[] {
  const noTeams = given.MicrosoftAppId === undefined;
  const noPage = given.WEB_CHAT === undefined || given.WEB_CHAT === 'off';
  if (given.NODE_ENV !== 'production' || !noTeams || !noPage) return [];
  return ['WEB_CHAT: there is no channel at all; set it to on, or set MicrosoftAppId for Teams.'];
}
