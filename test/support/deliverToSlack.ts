import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import type { FakeSlack } from './fakeSlack.ts';
import type { EnvelopeType } from './fakeSlackSocket.ts';
import { postToSlackRoute, type SignedDelivery, type SlackRouteAnswer } from './postToSlackRoute.ts';

/** By requests that are signed like this, or over whatever socket the bot has opened. */
export type SlackDelivery = SignedDelivery | 'over-socket';

/** To which bot Slack delivers, and how. */
export interface SlackLine {
  readonly origin: () => string;
  readonly slack: FakeSlack;
  readonly delivery: SlackDelivery;
}

const TYPES: Readonly<Record<SlackWay, EnvelopeType>> = {
  events: 'events_api',
  actions: 'interactive',
  commands: 'slash_commands',
};

/** How often something is sent over sockets that break before it is acknowledged. */
const TIMES = 4;

/** Delivers a payload as Slack does, and gives what it was answered with. */
export async function deliverToSlack(
  { origin, slack, delivery }: SlackLine,
  way: SlackWay,
  payload: object,
): Promise<Pick<SlackRouteAnswer, 'status' | 'body'>> {
  if (delivery !== 'over-socket') return postToSlackRoute(origin(), way, payload, delivery);
  for (let retry = 0; retry < TIMES; retry += 1) {
    await slack.waitFor(() => slack.socket.connections() > 0);
    const ack = await slack.sendOverSocket(TYPES[way], payload, { retry });
    if (ack !== 'none') return { status: 200, body: ack };
  }
  return { status: 503, body: undefined };
}
