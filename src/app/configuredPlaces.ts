import { type MoveDeskParts, moveDesk } from '../bots/desk/moveDesk.ts';
import { slackDeskReference } from '../channels/slack/slackDeskReference.ts';
import { teamsClouds } from '../channels/teams/teamsCloud.ts';
import { teamsDeskReference } from '../channels/teams/teamsDeskReference.ts';
import type { ChannelPlace, Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import type { DeskPlace } from '../helpdesk/desk/deskPlace.ts';

/** What taking over places from the configuration needs. */
export interface ConfiguredPlacesParts extends MoveDeskParts {
  readonly config: Config;
  /** The workspace that the bot's token is of; null while nobody knows, and places there are left for later. */
  readonly slackTeam: string | null;
  readonly now: () => Date;
}

/**
 * Takes over where the desk is from the configuration, where that says so; false where some of that has to be done
 * later. Throws `config-invalid` where the next line would be in the channel that the desk was put in by `desk here`.
 */
export async function setConfiguredPlaces(parts: ConfiguredPlacesParts): Promise<boolean> {
  const { channel, escalateTo } = parts.config.desk;
  const next = escalateTo?.kind === 'channel' ? escalateTo.channel : undefined;
  const isSet = channel === undefined || (await setPlace(parts, 'first', channel));
  if (next === undefined) return isSet;
  // By the channel alone: where no tenant is set, the key of this one has none, and that of `desk here` has.
  const isDesks = (await parts.places.get('first'))?.key.endsWith(`:${next.id}`);
  if (isDesks) throw new AppError('config-invalid', IN_DESK_CHANNEL);
  return (await setPlace(parts, 'next', next)) && isSet;
}

const IN_DESK_CHANNEL =
  'ESCALATE_TO: is the channel that the desk is in since somebody said “desk here” there; set another one, or say with DESK_CHANNEL where the desk is instead.';

/** One that is known already keeps what it has learnt, but for a loss: whoever starts the bot anew may have mended it. */
async function setPlace(
  parts: ConfiguredPlacesParts,
  line: DeskPlace['line'],
  channel: ChannelPlace,
): Promise<boolean> {
  const found = placeOf(parts, channel);
  if (found === null) return false;
  const known = await parts.places.get(line);
  const change = { by: null, at: parts.now() };
  if (known?.key === found.key) {
    if (known.lost !== null) await parts.places.set({ ...known, lost: null }, change);
    return true;
  }
  const place: DeskPlace = { ...found, line, setBy: null, setAt: change.at.toISOString(), lost: null };
  await moveDesk(parts, place, change);
  return true;
}

/** Null where the workspace of a channel of Slack isn't known. */
function placeOf(
  { config, slackTeam }: ConfiguredPlacesParts,
  channel: ChannelPlace,
): Pick<DeskPlace, 'key' | 'channel' | 'reference'> | null {
  if (channel.on === 'teams') return inTeams(config.teams, channel.id);
  if (slackTeam === null) return null;
  const reference = slackDeskReference(channel.id, slackTeam);
  return { key: `slack:${slackTeam}:${channel.id}`, channel: 'slack', reference };
}

function inTeams({ tenantId: tenant = '', cloud, appId = '' }: Config['teams'], channelId: string) {
  const { serviceUrl } = teamsClouds[cloud];
  const reference = teamsDeskReference({ serviceUrl, channelId, tenant, botId: `28:${appId}` });
  return { key: `teams:${tenant}:${channelId}`, channel: 'msteams', reference };
}
