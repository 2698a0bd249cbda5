import { type MoveDeskParts, moveDesk } from '../bots/desk/moveDesk.ts';
import { teamsClouds } from '../channels/teams/teamsCloud.ts';
import { teamsDeskReference } from '../channels/teams/teamsDeskReference.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import type { DeskPlace } from '../helpdesk/desk/deskPlace.ts';

/** What taking over places from the configuration needs. */
export interface ConfiguredPlacesParts extends MoveDeskParts {
  readonly config: Config;
  readonly now: () => Date;
}

/**
 * Takes over where the desk is from the configuration, where that says so. Throws `config-invalid` where the next line
 * would be in the channel that the desk was put in by `desk here`.
 */
export async function setConfiguredPlaces(parts: ConfiguredPlacesParts): Promise<void> {
  const { config, now } = parts;
  const { channel, escalateTo } = config.desk;
  const next = escalateTo?.kind === 'channel' ? escalateTo.channel : undefined;
  if (channel !== undefined) await setPlace(parts, placeOf(config, { line: 'first', channel, at: now() }));
  if (next === undefined) return;
  // By the channel alone: where no tenant is set, the key of this one has none, and that of `desk here` has.
  const isDesks = (await parts.places.get('first'))?.key.endsWith(`:${next}`);
  if (isDesks) throw new AppError('config-invalid', IN_DESK_CHANNEL);
  await setPlace(parts, placeOf(config, { line: 'next', channel: next, at: now() }));
}

const IN_DESK_CHANNEL =
  'ESCALATE_TO: is the channel that the desk is in since somebody said “desk here” there; set another one, or say with DESK_CHANNEL where the desk is instead.';

/** One that is known already keeps what it has learnt, but for a loss: whoever starts the bot anew may have mended it. */
async function setPlace(parts: ConfiguredPlacesParts, place: DeskPlace): Promise<void> {
  const known = await parts.places.get(place.line);
  const change = { by: null, at: parts.now() };
  if (known?.key === place.key) {
    if (known.lost !== null) await parts.places.set({ ...known, lost: null }, change);
    return;
  }
  await moveDesk(parts, place, change);
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
