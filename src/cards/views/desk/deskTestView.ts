import type { CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { deskHelpView } from './deskHelpView.ts';

/** Posted at once where the desk goes to: that it works there, and what comes. */
export function deskTestView(context: CaseContext): CardView {
  const { title, text } = context.texts.desk.test;
  const help = deskHelpView(context);
  return { ...help, title, blocks: [{ kind: 'notice', tone: 'success', text: plain(text) }, ...help.blocks] };
}
