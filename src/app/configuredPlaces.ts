import { teamsClouds } from '../channels/teams/teamsCloud.ts';
import { teamsDeskReference } from '../channels/teams/teamsDeskReference.ts';
import type { Config } from '../config/config.ts';
import type { DeskPlace, DeskPlaces } from '../helpdesk/desk/deskPlace.ts';

/** Takes over where the desk is from the configuration, where that says so and nothing has been heard from there yet. */
export async function setConfiguredPlaces(places: DeskPlaces, config: Config, at: Date): Promise<void> {
  const { channel, escalateTo } = config.desk;
  const next = escalateTo?.kind === 'channel' ? escalateTo.channel : undefined;
  if (channel !== undefined) await setPlace(places, placeOf(config, { line: 'first', channel, at }));
  if (next !== undefined) await setPlace(places, placeOf(config, { line: 'next', channel: next, at }));
}

/** One that is known already keeps what it has learnt: its own address, and that it was lost. */
async function setPlace(places: DeskPlaces, place: DeskPlace): Promise<void> {
  const known = await places.get(place.line);
  if (known?.key !== place.key) await places.set(place);
}

function placeOf(
  { teams }: Config,
  { line, channel, at }: { readonly line: DeskPlace['line']; readonly channel: string; readonly at: Date },
): DeskPlace {
  const tenant = teams.tenantId ?? '';
  const reference = teamsDeskReference({
    serviceUrl: teamsClouds[teams.cloud].serviceUrl,
    channelId: channel,
    tenant,
    botId: `28:${teams.appId ?? ''}`,
  });
  const key = `teams:${tenant}:${channel}`;
  return { line, key, channel: 'msteams', reference, setBy: null, setAt: at.toISOString(), lost: null };
}
