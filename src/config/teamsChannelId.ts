import { z } from 'zod';

const ADVICE = 'must be the id of a Teams channel such as 19:abc@thread.tacv2';

/** What people have at hand instead, and what to do with it. */
const SLIPS: readonly (readonly [slip: RegExp, advice: string])[] = [
  [/;messageid=/i, `${ADVICE}; leave out ;messageid= and what follows, which names one message in it`],
  [/^https?:/i, `${ADVICE}; in a link to a channel it stands behind /channel/, with %3A for : and %40 for @`],
  [/^19%3a/i, `${ADVICE}; write : for %3A and @ for %40`],
  [/@thread\.v2$/i, `${ADVICE}; this one is a group chat, and the desk has to be a channel`],
];

/** Reads the id of a channel of a team, without what names a message in it. */
export const teamsChannelId = z.string().regex(/^19:[\w-]+@thread\.(?:tacv2|skype)$/, {
  error: ({ input }) => SLIPS.find(([slip]) => slip.test(String(input)))?.[1] ?? ADVICE,
});
