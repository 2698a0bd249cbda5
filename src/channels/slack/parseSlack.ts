import { parseAction } from './parseAction.ts';
import { parseCommand } from './parseCommand.ts';
import { parseEvent } from './parseEvent.ts';
import type { SlackIdentity } from './slackApi.ts';
import type { SlackInput, SlackWay } from './slackInput.ts';

/**
 * Reads what Slack delivered, over HTTP or a socket; null when it can't be read. Who sent it, and whether it is of our
 * workspace, is asked elsewhere. Never throws.
 */
export function parseSlack(way: SlackWay, payload: unknown, bot: SlackIdentity): SlackInput | null {
  switch (way) {
    case 'events':
      return parseEvent(payload, bot);
    case 'actions':
      return parseAction(payload);
    case 'commands':
      return parseCommand(payload);
  }
}
