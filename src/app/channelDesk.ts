import { randomUUID } from 'node:crypto';
import { type ChannelDesk, createChannelDesk } from '../bots/desk/channelDesk.ts';
import type { ChannelReader } from '../bots/desk/channelReader.ts';
import { en } from '../cards/text/en.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';

/** The desk in the conversations of a channel. */
export function buildChannelDesk(
  { config, lanes, paces, store, now, log, wakeOutbox }: Built,
  { stores, inChannel }: Pick<Desk, 'stores' | 'inChannel'>,
  reader: ChannelReader,
): ChannelDesk {
  const { escalateTo } = config.desk;
  return createChannelDesk({
    ...{ lanes, paces, store, now, log, wakeOutbox },
    ...{ places: stores.places, posts: stores.posts },
    ...{ desk: inChannel, contexts: inChannel.contexts },
    reader,
    admins: new Set(config.desk.admins),
    isConfigured: config.desk.channel !== undefined,
    nextLine: escalateTo?.kind === 'channel' ? escalateTo.channel.id : null,
    texts: en,
    newId: randomUUID,
  });
}
