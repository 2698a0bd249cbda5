import { readFileSync } from 'node:fs';
import type { SlackRequest } from './fakeSlackCall.ts';

/**
 * What each method needs the bot's token to be allowed; '' for nothing. An app's token has rights of its own. Source:
 * docs.slack.dev, "Required scopes" of each method.
 */
const OF_METHOD: Readonly<Record<string, string | ((channel: string) => string)>> = {
  'apps.connections.open': '',
  'auth.test': '',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.history': historyOf,
  'conversations.open': 'im:write',
  'conversations.replies': historyOf,
  'files.completeUploadExternal': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'users.info': 'users:read',
  'views.open': '',
  'views.publish': '',
  'views.update': '',
  /** A download. */
  file: 'files:read',
};

/** What each event, and what else people do, needs. Source: docs.slack.dev, of each event, command and shortcut. */
export const SCOPES_OF_EVENTS: Readonly<Record<string, string>> = {
  ...{ app_home_opened: '', app_uninstalled: '', tokens_revoked: '' },
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  ...{ slash_command: 'commands', shortcut: 'commands' },
};

/** What the app is installed with. */
export const MANIFEST_SCOPES: readonly string[] = JSON.parse(
  readFileSync(new URL('../../manifest/slack/manifest.json', import.meta.url), 'utf8'),
).oauth_config.scopes.bot;

/** What a call needs; '' for nothing. Throws for a method of which that isn't known. */
export function scopeOf({ method, channel }: Pick<SlackRequest, 'method' | 'channel'>): string {
  const scope = OF_METHOD[method];
  if (scope === undefined) throw new Error(`what scope does ${method} need?`);
  return typeof scope === 'string' ? scope : scope(channel);
}

/** In the fake workspace `C…` is public and `G…` private. */
function historyOf(channel: string): string {
  if (channel.startsWith('D')) return 'im:history';
  return channel.startsWith('G') ? 'groups:history' : 'channels:history';
}
