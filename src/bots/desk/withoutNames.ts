import type { ChannelAccount } from 'botbuilder';
import { withoutMentions } from '../../dialogs/withoutMentions.ts';

/** A text without those whom it mentions, where a channel leaves them in it: each by `@` and their name, or their id. */
export function withoutNames(text: string, mentioned: readonly ChannelAccount[]): string {
  const entities = mentioned.map(({ id, name }) => ({ type: 'mention', text: `@${name || id}` }));
  return withoutMentions({ text, entities });
}
