import type { TurnContext } from 'botbuilder';

/** Says something in words alone. Teams reads the text of a message as Markdown unless it is told not to. */
export async function sayPlainly(context: TurnContext, text: string): Promise<void> {
  await context.sendActivity({ type: 'message', textFormat: 'plain', text });
}
