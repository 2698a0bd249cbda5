import { createPaceLane, type PaceLane, type PaceTools } from './paceLane.ts';
import type { PaceTurn, Rank } from './paceQueue.ts';

/** Lets calls through at a pace that Slack takes. Both throw what the call throws, or as `PaceLane` does. */
export interface ChannelPace {
  /** Makes a call that posts into a channel, in its turn. */
  post<T>(channel: string, call: () => Promise<T>, turn: PaceTurn): Promise<T>;
  /** Makes a call that changes a message. Slack counts these by themselves, for all channels together. */
  update<T>(call: () => Promise<T>, rank: Rank): Promise<T>;
  /** How many channels are remembered. */
  size(): number;
}

/** What a pace is made of. */
export interface ChannelPaceParts extends PaceTools {
  /** How many channels are remembered besides those that are waited for; default 5,000. */
  readonly kept?: number;
}

/**
 * Slack takes one message a second in a channel, and a few at once (docs.slack.dev, "Rate limits"). In milliseconds.
 */
const POSTS = { method: 'a post', apart: 1_000, burst: 3 };

/** About 50 a minute for the workspace, in bursts: as fast as they come, until Slack asks to wait. */
const UPDATES = { method: 'chat.update', apart: 0, burst: 1 };

const KEPT = 5_000;

/** A pace in the memory of this process: of several instances each has its own, and Slack's 429 brings them together. */
export function createChannelPace({ kept = KEPT, ...tools }: ChannelPaceParts): ChannelPace {
  const channels = new Map<string, PaceLane>();
  const updates = createPaceLane(UPDATES, tools);
  return {
    post(channel, call, turn) {
      const lane = channels.get(channel) ?? createPaceLane(POSTS, tools);
      // Behind all others: a map keeps the order in which keys were added.
      channels.delete(channel);
      channels.set(channel, lane);
      const running = lane.run(call, turn);
      dropIdle(channels, kept);
      return running;
    },
    update: (call, rank) => updates.run(call, { rank }),
    size: () => channels.size,
  };
}

/** From the one that is longest unused. One that is in use is never dropped: it ends within its longest wait. */
function dropIdle(channels: Map<string, PaceLane>, kept: number): void {
  for (const [channel, lane] of channels) {
    if (channels.size <= kept) return;
    if (lane.isIdle()) channels.delete(channel);
  }
}
