import type { Given } from './variables.ts';

/** What is wrong between variables, a line each. Takes only variables that are set; whether each is valid is not asked. */
export function crossProblems(given: Given): readonly string[] {
  return [...teamsProblems(given), ...channelProblems(given)];
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
