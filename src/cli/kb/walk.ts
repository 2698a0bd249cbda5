import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { ActivityTypes, TestAdapter, TurnContext } from 'botbuilder';
import { type OutgoingCard, VIEW_CONTENT_TYPE } from '../../cards/model.ts';
import { renderPlainText } from '../../cards/renderPlainText.ts';
import { en } from '../../cards/text/en.ts';
import { caseDialogs } from '../../dialogs/caseDialogs.ts';
import { type CaseStep, runCase } from '../../dialogs/runCase.ts';
import type { Pack } from '../../knowledge/index.ts';
import type { ConversationState } from '../../turn/turnStore.ts';
import type { KbIo } from './kbIo.ts';

/** Walks through the whole conversation in the terminal, through the same dialogs, until the input ends. */
export async function walk(pack: Pack, { stdin, stdout }: Pick<KbIo, 'stdin' | 'stdout'>): Promise<void> {
  const dialogs = caseDialogs({ pack, texts: en, contact: undefined, newCardId: randomUUID });
  let state: ConversationState | null = null;

  const turn = async (text: string, step: CaseStep) => {
    const context = new TurnContext(new TestAdapter(), { ...TERMINAL, text });
    context.onSendActivities(async (_, activities) => {
      for (const { attachments } of activities) {
        const card = attachments?.find(({ contentType }) => contentType === VIEW_CONTENT_TYPE);
        if (card) stdout.write(`\n${renderPlainText((card.content as OutgoingCard).view)}\n\n> `);
      }
      return [];
    });
    state = await runCase({ dialogs, pack }, context, { state, step, desk: null });
  };

  await turn('', 'show-again');
  for await (const line of createInterface({ input: stdin })) await turn(line, 'go-on');
  stdout.write('\n');
}

const TERMINAL = {
  type: ActivityTypes.Message,
  channelId: 'terminal',
  conversation: { id: 'terminal', name: '', conversationType: 'personal', isGroup: false },
  from: { id: 'person', name: '' },
  recipient: { id: 'unstuck', name: 'Unstuck' },
};
