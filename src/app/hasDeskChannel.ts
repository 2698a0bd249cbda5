import type { Config } from '../config/config.ts';

/** Whether the desk can be in a channel, besides on its page. */
export function hasDeskChannel({ teams, slack }: Pick<Config, 'teams' | 'slack'>): boolean {
  return teams.enabled || slack.enabled;
}
