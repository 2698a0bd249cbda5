import { z } from 'zod';
import { answerInTime } from '../answerInTime.ts';
import type { CallSlack, SlackCall } from './callSlack.ts';
import type { SlackFound, SlackTarget } from './slackApi.ts';

/** What is looked for. */
export interface SoughtMessage {
  readonly target: SlackTarget;
  /** The id of its row of the outbox, as its metadata says. */
  readonly outbox: string;
  /** It was not posted before this. */
  readonly since: Date;
}

/** What looking takes. */
export interface FindTools {
  readonly call: CallSlack;
  readonly now: () => Date;
  /** How long it may take, in milliseconds; default 3,000. */
  readonly within?: number | undefined;
}

/** In milliseconds. It comes on top of an attempt that was not answered. */
const WITHIN = 3_000;

/** How far our clock and Slack's may be apart, in milliseconds. */
const APART = 60_000;

/** Slack's own default. Apps that are distributed outside of its marketplace get 15, whatever they ask for. */
const LIMIT = 100;

const messages = z.looseObject({
  has_more: z.boolean(),
  messages: z.array(
    z.looseObject({
      ts: z.string(),
      metadata: z
        .looseObject({ event_payload: z.looseObject({ outbox: z.unknown() }) })
        .optional()
        .catch(undefined),
    }),
  ),
});
type Messages = z.infer<typeof messages>;

/**
 * Looks once for a message by its metadata. `unknown` where Slack does not answer in time, is limited, fails, or has
 * more messages than it gives at once. Never throws.
 */
export async function findPosted(
  sought: SoughtMessage,
  { call, now, within = WITHIN }: FindTools,
): Promise<SlackFound> {
  const onLateFault = () => undefined;
  try {
    const looked = await answerInTime(() => call(question(sought, now())), { within, onLateFault });
    return looked.kind === 'done' ? foundIn(looked.value, sought) : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  }
}

function question({ target: { channel, thread }, since }: SoughtMessage, at: Date): SlackCall<Messages> {
  const range = {
    oldest: seconds(since.getTime() - APART),
    // Without an end Slack may give the oldest of them instead of the newest.
    latest: seconds(at.getTime() + APART),
    inclusive: true,
  };
  const asked = { channel, ...range, limit: LIMIT, include_all_metadata: true };
  return thread === null
    ? { method: 'conversations.history', args: asked, answer: messages }
    : { method: 'conversations.replies', args: { ...asked, ts: thread }, answer: messages };
}

function foundIn(answer: Messages, { target, outbox, since }: SoughtMessage): SlackFound {
  const found = answer.messages.find(({ metadata }) => metadata?.event_payload.outbox === outbox);
  if (found !== undefined) return { kind: 'found', id: found.ts };
  // A history begins with the newest, so what reaches back far enough is all of it. A thread begins with its oldest.
  const start = since.getTime() / 1000;
  const reachesBack = target.thread === null && answer.messages.some(({ ts }) => Number(ts) <= start);
  return { kind: !answer.has_more || reachesBack ? 'absent' : 'unknown' };
}

/** A time as Slack writes it. */
function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(6);
}
