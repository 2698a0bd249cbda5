import type { WaterfallDialog } from 'botbuilder-dialogs';
import type { Pack, Position } from '../knowledge/index.ts';
import { showWhile, waterfall } from './waterfall.ts';

const STEPS: readonly Position['at'][] = ['warning', 'branch', 'admin-step', 'step', 'list'];

/** The diagnosis, the fix a step at a time (walked again for each step), the way in, and the good end. */
export function remediationDialog(pack: Pack): WaterfallDialog {
  return waterfall('remediation', pack, [
    showWhile(pack, ({ at }) => at === 'diagnosis'),
    showWhile(pack, ({ at }) => STEPS.includes(at)),
    showWhile(pack, ({ at }) => at === 'way-in'),
    showWhile(pack, ({ at }) => at === 'fixed'),
  ]);
}
