import type { WaterfallDialog } from 'botbuilder-dialogs';
import type { Pack } from '../knowledge/index.ts';
import { showWhile, waterfall } from './waterfall.ts';

/** The way to a person: everything said and tried, ready to be handed over. */
export function escalationDialog(pack: Pack): WaterfallDialog {
  return waterfall('escalation', pack, [showWhile(pack, ({ at }) => at === 'person')]);
}
