import type { CaseAction } from '../../caseActions.ts';
import { clampText } from '../../clampText.ts';
import { LABEL_LIMIT, type SubmitAction } from '../../model.ts';

/** A button that does something to a case; a label with a name in it is cut to fit. */
export function caseButton(label: string, action: CaseAction, style?: 'primary'): SubmitAction {
  return { kind: 'submit', label: clampText(label, LABEL_LIMIT), action, ...(style && { style }) };
}
