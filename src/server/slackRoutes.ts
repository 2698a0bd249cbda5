import type { SlackAnswer } from '../channels/slack/slackAnswer.ts';
import type { SlackWay } from '../channels/slack/slackInput.ts';
import type { SlackRequest } from '../channels/slack/slackRequest.ts';
import type { Answer, SignedRoute } from './route.ts';

/** Answers what Slack delivers over HTTP. */
export interface SlackHandler {
  receive(request: SlackRequest): Promise<SlackAnswer>;
}

const WAYS: readonly SlackWay[] = ['events', 'actions', 'commands'];

/** Slack sends its events as JSON and all else as forms (docs.slack.dev); whichever it is, the channel reads it. */
const TYPES = ['application/json', 'application/x-www-form-urlencoded'];

/** `/slack/events`, `/slack/actions` and `/slack/commands`, where Slack delivers. */
export function slackRoutes(slack: SlackHandler): readonly SignedRoute[] {
  return WAYS.map((way) => ({
    method: 'POST',
    path: `/slack/${way}`,
    body: 'signed',
    types: TYPES,
    answer: async ({ bytes, contentType, header }) =>
      answerOf(await slack.receive({ way, bytes, contentType, header })),
  }));
}

function answerOf({ status, body }: SlackAnswer): Answer {
  if (body === undefined) return { status };
  if (typeof body === 'string') return { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) };
}
