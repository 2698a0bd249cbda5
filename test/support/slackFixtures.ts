import { readdirSync, readFileSync } from 'node:fs';
import type { SlackIdentity } from '../../src/channels/slack/slackApi.ts';
import type { SlackWay } from '../../src/channels/slack/slackInput.ts';

const FOLDER = new URL('../fixtures/slack/', import.meta.url);

/** The bot of the fixtures. */
export const FIXTURE_BOT: SlackIdentity = { team: 'T0UNSTUCK1', user: 'U0BOT00001' };

/** The names of everything in `test/fixtures/slack`. */
export const FIXTURE_NAMES: readonly string[] = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));

/** What Slack delivers, in the shape that it documents, with ids that are made up. */
export function slackFixture(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
}

/** By which way a fixture would come. */
export function wayOf(name: string): SlackWay {
  if (name.startsWith('command')) return 'commands';
  return /^(click|view)-|-shortcut$|^block-/.test(name) ? 'actions' : 'events';
}
