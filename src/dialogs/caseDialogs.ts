import { DialogSet } from 'botbuilder-dialogs';
import { CardPrompt, type CardPromptSettings } from './cardPrompt.ts';
import { escalationDialog } from './escalationDialog.ts';
import { mainDialog } from './mainDialog.ts';
import { remediationDialog } from './remediationDialog.ts';
import { scopingDialog } from './scopingDialog.ts';

/** Every dialog of a case, in one flat set. Built once; it holds no state. */
export function caseDialogs(settings: CardPromptSettings): DialogSet {
  const { pack } = settings;
  return new DialogSet()
    .add(mainDialog(pack))
    .add(scopingDialog(pack))
    .add(remediationDialog(pack))
    .add(escalationDialog(pack))
    .add(new CardPrompt(settings));
}
