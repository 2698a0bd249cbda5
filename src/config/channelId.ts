import { z } from 'zod';
import type { ChannelPlace } from './config.ts';

const TEAMS = /^19:[\w-]+@thread\.(?:tacv2|skype)$/;

/** Public channels begin with C, and so do newer private ones; older private ones begin with G. */
const SLACK = /^[CG][A-Z\d]{8,19}$/;

const ADVICE =
  'must be the id of a channel, in Teams such as 19:abc@thread.tacv2, in Slack such as C0123456789 (G… for a private one)';

/** What people have at hand instead, and what to do with it. */
const SLIPS: readonly (readonly [slip: RegExp, advice: string])[] = [
  [/;messageid=/i, `${ADVICE}; leave out ;messageid= and what follows, which names one message in it`],
  [/^https:\/\/[\w.-]+\.slack\.com\//i, `${ADVICE}; in a link to a channel of Slack it stands behind /archives/`],
  [/^https?:/i, `${ADVICE}; in a link to a channel it stands behind /channel/, with %3A for : and %40 for @`],
  [/^19%3a/i, `${ADVICE}; write : for %3A and @ for %40`],
  [/@thread\.v2$/i, `${ADVICE}; this one is a group chat, and the desk has to be a channel`],
  [/^D[A-Z\d]{8,19}$/, `${ADVICE}; this one is a direct message, and the desk has to be a channel`],
  [/^#/, `${ADVICE}; not its name: Slack shows the id at the end of the channel’s details`],
];

/** Reads the id of a channel of Teams, without what names a message in it, or of Slack. */
export const channelId = z
  .string()
  .refine((text) => TEAMS.test(text) || SLACK.test(text), {
    error: ({ input }) => SLIPS.find(([slip]) => slip.test(String(input)))?.[1] ?? ADVICE,
  })
  .transform((id): ChannelPlace => ({ on: SLACK.test(id) ? 'slack' : 'teams', id }));
