import type { Activity, ChannelAccount } from 'botbuilder';
import { z } from 'zod';

const mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id: z.string(), name: z.string() }) });

/** A user, or a user of an organisation with several workspaces; a user group. */
const ID = /^[UWS][A-Z0-9]{5,}$/;

/** Whom a message mentions besides the bot. Slack names them by their ids alone. */
export function mentionedIn({ entities = [] }: Partial<Activity>): ChannelAccount[] {
  return entities.flatMap((entity) => mention.safeParse(entity).data?.mentioned ?? []);
}

/** A person of ours by the id that Slack has for them, or who is on call by the configuration; null for other channels'. */
export function slackAccountOf(id: string): { readonly id: string } | null {
  const own = /^slack:[^:]*:(.+)$/.exec(id)?.[1] ?? id;
  return own === 'here' || ID.test(own) ? { id: own } : null;
}

/** A post that mentions them first: the adapter writes each as Slack's own element, which no text can imitate. */
export function mentionFirst(activity: Partial<Activity>, accounts: readonly ChannelAccount[]): Partial<Activity> {
  const entities = accounts.map(({ id, name }) => ({ type: 'mention', text: '', mentioned: { id, name } }));
  return { ...activity, entities };
}
