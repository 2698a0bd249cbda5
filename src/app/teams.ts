import { drawAdaptiveCard } from '../bots/drawAdaptiveCard.ts';
import type { PersonalTurns } from '../bots/personalTurns.ts';
import { renderCards } from '../bots/renderCards.ts';
import { en } from '../cards/text/en.ts';
import { createTeamsChannel, type TeamsChannel } from '../channels/teams/teamsChannel.ts';
import { teamsClouds } from '../channels/teams/teamsCloud.ts';
import type { Config } from '../config/config.ts';
import { type Built, botOf } from './built.ts';
import { buildChannelDesk } from './channelDesk.ts';
import type { Desk } from './desk.ts';
import { teamsReader } from './teamsReader.ts';

/** The way in from Teams. */
export function buildTeams(built: Built, personal: PersonalTurns, desk: Desk): TeamsChannel {
  const { config, log, now, metrics } = built;
  const teams: TeamsChannel = createTeamsChannel({
    app: registration(config),
    cloud: teamsClouds[config.teams.cloud],
    tenants: config.teams.tenants,
    serviceHosts: config.teams.serviceHosts,
    logic: botOf(built, {
      personal,
      desk: buildChannelDesk(built, desk, teamsReader),
      greet: config.greet,
      answersOneAlone: false,
      addApp: addAppIn(config),
      openPersonalChat: (context, logic) => teams.openPersonalChat(context, logic),
    }),
    log,
    now,
    onRefusal: (why) => metrics.refusal('teams', why),
  });
  teams.adapter.use(renderCards(() => drawAdaptiveCard));
  return teams;
}

/** An address is of use to people only where the page is. */
function addAppIn({ teams: { catalogueAppId }, web, publicUrl }: Config) {
  return {
    text: en.groups.addApp(web.enabled ? publicUrl : undefined),
    link: catalogueAppId ? `https://teams.microsoft.com/l/app/${catalogueAppId}` : undefined,
  };
}

function registration({ teams }: Config): Parameters<typeof createTeamsChannel>[0]['app'] {
  const { appId, appPassword, appType, tenantId } = teams;
  if (appId === undefined || tenantId === undefined) return null;
  return {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appType,
    MicrosoftAppTenantId: tenantId,
  };
}
