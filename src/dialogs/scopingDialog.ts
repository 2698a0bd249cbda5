import type { WaterfallDialog } from 'botbuilder-dialogs';
import type { Pack } from '../knowledge/index.ts';
import { showWhile, waterfall } from './waterfall.ts';

/** The pack's questions one after another, then what the person sees. Two answers that can't both hold are settled first. */
export function scopingDialog(pack: Pack): WaterfallDialog {
  return waterfall('scoping', pack, [
    ...pack.questions.map(({ id }) =>
      showWhile(pack, (position) => position.at === 'question' && position.question.id === id),
    ),
    showWhile(pack, ({ at }) => at === 'contradiction'),
    showWhile(pack, ({ at }) => at === 'symptom'),
  ]);
}
