import type { WaterfallDialog } from 'botbuilder-dialogs';
import type { Pack } from '../knowledge/index.ts';
import { handOverTo, showWhile, waterfall } from './waterfall.ts';

export const MAIN_DIALOG = 'main';

/** A whole case: hello, scoping, the fix, the way to a person; and again, as long as the person goes on. */
export function mainDialog(pack: Pack): WaterfallDialog {
  return waterfall('main', pack, [
    showWhile(pack, ({ at }) => at === 'hello' || at === 'cancelled' || at === 'help' || at === 'change'),
    handOverTo('scoping', pack),
    handOverTo('remediation', pack),
    handOverTo('escalation', pack),
    (step) => step.replaceDialog(MAIN_DIALOG),
  ]);
}
