import type { DeskLoss } from './deskLossIn.ts';

/** A channel, and its team where that is known. */
export interface TeamsChannelPlace {
  readonly channel: string;
  readonly team: string | null;
}

/** Whether a loss takes a channel with it. A team’s first channel has the team’s id. */
export function isLostWith(loss: DeskLoss, { channel, team }: TeamsChannelPlace): boolean {
  if (loss.channel !== null) return loss.channel === channel;
  return loss.team !== null && (loss.team === team || loss.team === channel);
}
