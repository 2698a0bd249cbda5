import type { TurnContext } from 'botbuilder';

/** Says, where no card answers, what would else stand above it: a message each. */
export async function sayBesides(context: TurnContext, besides: readonly string[]): Promise<void> {
  for (const text of besides) await context.sendActivity({ type: 'message', textFormat: 'plain', text });
}

/** A tick, which is drawn as one; where there is more to say, one message that begins with it. */
export async function sayTaken(context: TurnContext, tick: string, besides: readonly string[]): Promise<void> {
  if (besides.length > 0) return sayBesides(context, [[tick, ...besides].join(' ')]);
  await context.sendActivity({ type: 'message', text: tick, channelData: { tick: true } });
}
