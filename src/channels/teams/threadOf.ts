import { channelOf } from './channelOf.ts';

/** The conversation that is the thread below a message of a channel. */
export function threadOf(channel: string, root: string): string {
  return `${channelOf(channel)};messageid=${root}`;
}
