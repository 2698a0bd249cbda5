import type { Activity, ChannelAccount } from 'botbuilder';
import { z } from 'zod';
import { wireId } from './wireId.ts';

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: wireId, name: z.string(), aadObjectId: wireId.nullish() }),
});

/**
 * Whom a message mentions besides the bot that it is for, once each. Teams doesn't always say by which id the
 * organisation knows them; a team or a channel can be among them.
 */
export function mentionedIn({ entities = [], recipient }: Partial<Activity>): ChannelAccount[] {
  const found = entities.flatMap((entity) => mention.safeParse(entity).data?.mentioned ?? []);
  const others = found.filter(({ id }) => id !== recipient?.id);
  const accounts = others.map(({ id, name, aadObjectId }) => ({ id, name, ...(aadObjectId && { aadObjectId }) }));
  return [...new Map(accounts.map((each) => [each.id, each])).values()];
}
