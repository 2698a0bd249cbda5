import { z } from 'zod';
import { readableItems } from '../readableItems.ts';
import { type EventCallback, eventCallback } from './eventCallback.ts';
import { parseMessage } from './parseMessage.ts';
import type { SlackIdentity } from './slackApi.ts';
import { SLACKBOT, slackId } from './slackIds.ts';
import type { SlackInput } from './slackInput.ts';

const NOTHING: SlackInput = { kind: 'nothing' };

const kindSchema = z.looseObject({ type: z.string() });
const revokedSchema = z.object({ tokens: z.object({ bot: readableItems(z.string()) }) });

/** Reads what comes as an event; null when it can't be read. */
export function parseEvent(payload: unknown, bot: SlackIdentity): SlackInput | null {
  switch (kindSchema.safeParse(payload).data?.type) {
    case undefined:
      return null;
    // What can be read of these was answered at the door.
    case 'url_verification':
      return null;
    case 'event_callback': {
      const { data } = eventCallback.safeParse(payload);
      return data === undefined ? null : parseCallback(data, bot);
    }
    default:
      return NOTHING;
  }
}

function parseCallback(callback: EventCallback, bot: SlackIdentity): SlackInput | null {
  const { event, team_id: team } = callback;
  switch (event.type) {
    case 'message':
    case 'app_mention':
      return isByPerson(callback, bot) ? parseMessage(callback, bot) : NOTHING;
    case 'app_home_opened':
      return isByPerson(callback, bot) && event['tab'] === 'home' ? parseHome(callback) : NOTHING;
    case 'app_uninstalled':
      return { kind: 'left', team };
    case 'tokens_revoked':
      return isRevoked(revokedSchema.safeParse(event).data?.tokens.bot ?? [], bot) ? { kind: 'left', team } : NOTHING;
    default:
      return NOTHING;
  }
}

/** Where nobody can tell any more which bot this is, since its token is no good, it is the app’s only one. */
function isRevoked(tokens: readonly string[], { user }: SlackIdentity): boolean {
  return user === '' ? tokens.length > 0 : tokens.includes(user);
}

/** Not by this bot, nor by any other. */
function isByPerson({ event }: EventCallback, bot: SlackIdentity): boolean {
  const user = event['user'] ?? null;
  return (event['bot_id'] ?? null) === null && user !== null && user !== bot.user && user !== SLACKBOT;
}

function parseHome({ event, event_id, team_id: team }: EventCallback): SlackInput | null {
  const { data: user } = slackId.safeParse(event['user']);
  return user === undefined || event_id === null ? null : { kind: 'home', delivery: event_id, team, user };
}
