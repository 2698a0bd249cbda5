import { z } from 'zod';
import { orNull } from './orNull.ts';
import { slackId } from './slackIds.ts';

/** What is around every event. What the event itself needs is read where its type is known. */
export const eventCallback = z.object({
  /** Of one event, however often it is delivered; null where it can't be read, which is no harm to some. */
  event_id: orNull(slackId),
  team_id: slackId,
  enterprise_id: orNull(slackId),
  /** It happened in a channel that other organisations have as well. */
  is_ext_shared_channel: z.boolean().catch(false),
  event: z.looseObject({ type: z.string() }),
});

/** An event and what is around it. */
export type EventCallback = z.infer<typeof eventCallback>;
