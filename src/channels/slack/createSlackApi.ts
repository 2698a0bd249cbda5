import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { boundedMemo } from '../boundedMemo.ts';
import { type CallSlack, createCallSlack } from './callSlack.ts';
import { createChannelPace } from './channelPace.ts';
import { findPosted } from './findPosted.ts';
import { messageArgs } from './messageArgs.ts';
import { respondTo } from './respondTo.ts';
import type { SlackApi } from './slackApi.ts';
import { slackFetch } from './slackFetch.ts';
import { slackHosts } from './slackHosts.ts';
import { slackMessage } from './slackMessage.ts';
import { createSlackPeople } from './slackPeople.ts';
import { slackPosting } from './slackPosting.ts';

/** What calling Slack takes. */
export interface SlackApiParts {
  /** The bot's. */
  readonly token: string;
  /** Default: Slack's own. */
  readonly apiUrl?: string | undefined;
  /** The HTTP client, as of `slackClient`. Whoever made it closes it. */
  readonly dispatcher: Dispatcher;
  readonly now: () => Date;
  /** Waits so many milliseconds, and not less. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How long a call may take, in milliseconds; default 5,000. */
  readonly within?: number | undefined;
}

/** Times in milliseconds. */
const WITHIN = 5_000;

/** The trigger of a modal lives for three seconds, and the click has been on its way. */
const MODAL_WITHIN = 2_000;

/** Of each call that sending files takes. How long all of them may is `WITHIN` of `slackGiving`. */
const UPLOAD_WITHIN = 9_000;

/** Direct messages remembered, about 100 bytes each: their ids never change. */
const DIRECTS = 10_000;

const done = z.looseObject({ ok: z.literal(true) });
const opened = z.looseObject({ channel: z.looseObject({ id: z.string().min(1) }) });
const identity = z.looseObject({ team_id: z.string().min(1), user_id: z.string().min(1) });

/** Slack's Web API. */
export function createSlackApi(parts: SlackApiParts): SlackApi {
  const { token, apiUrl, dispatcher, now, within = WITHIN } = parts;
  const hosts = slackHosts(apiUrl);
  const callWithin = (milliseconds: number): CallSlack =>
    createCallSlack({ token, apiUrl, dispatcher, now, origins: hosts.calls, within: milliseconds });
  const call = callWithin(within);
  const openModal = callWithin(Math.min(within, MODAL_WITHIN));
  const upload = callWithin(UPLOAD_WITHIN);
  const directs = boundedMemo<string>(DIRECTS);
  const hooks = { fetch: slackFetch({ dispatcher, origins: hosts.hooks }), now, within };
  return {
    ...slackPosting({ call, upload, pace: createChannelPace(parts) }),
    whoAmI: async () => {
      const { team_id: team, user_id: user } = await call({ method: 'auth.test', args: {}, answer: identity });
      return { team, user };
    },
    respond: (responseUrl, message) =>
      respondTo(responseUrl, { replace_original: true, ...messageArgs(message) }, hooks),
    tellAlone: (responseUrl, text) =>
      respondTo(
        responseUrl,
        { response_type: 'ephemeral', replace_original: false, ...messageArgs(slackMessage({ text })) },
        hooks,
      ),
    openModal: async (trigger, view) => {
      await openModal({ method: 'views.open', args: { trigger_id: trigger, view }, answer: done });
    },
    publishHome: async (user, view) => {
      await call({ method: 'views.publish', args: { user_id: user, view }, answer: done });
    },
    openDirect: (user) =>
      directs(user, async () => {
        const { channel } = await call({ method: 'conversations.open', args: { users: user }, answer: opened });
        return channel.id;
      }),
    find: (target, outbox, since) => findPosted({ target, outbox, since }, { call, now }),
    person: createSlackPeople({ call, now }),
  };
}
