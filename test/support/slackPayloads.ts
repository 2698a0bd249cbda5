import { type SlackActionSettings, type SlackActions, slackActions } from './slackActions.ts';
import { type SlackEvents, slackEvents } from './slackEvents.ts';
import { SLACK_ADA, type SlackPersonOfTest } from './slackWorkspace.ts';

/** What one person does in Slack, as what Slack posts of it: real in shape, every id fresh. */
export type SlackPayloads = SlackEvents & SlackActions;

/** Payloads of one person, Ada by default. */
export function slackPayloads(who: SlackPersonOfTest = SLACK_ADA, settings: SlackActionSettings = {}): SlackPayloads {
  return { ...slackEvents(who, settings.team), ...slackActions(who, settings) };
}
