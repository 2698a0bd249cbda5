import { words } from '../smallParts.ts';
import { addressOf } from './caseAddress.ts';
import type { ListedCase } from './deskTypes.ts';

/** A case in the list: a link, so that it is opened as everything on the web is. */
export function createCaseRow(listed: ListedCase, isShown: boolean): HTMLElement {
  const row = document.createElement('li');
  row.className = 'row';
  row.classList.toggle('is-urgent', listed.urgency !== null);
  row.classList.toggle(`is-${listed.status}`, true);
  const link = document.createElement('a');
  link.href = addressOf(listed.id);
  link.dataset['case'] = listed.id;
  if (isShown) link.setAttribute('aria-current', 'true');
  const head = document.createElement('span');
  head.className = 'row-head';
  head.append(words('row-id', listed.id));
  if (listed.urgency !== null) head.append(' ', words('row-urgency', listed.urgency));
  link.append(head, ' ', words('row-title', listed.title), ' ', words('row-who', listed.who), ' ');
  link.append(words('row-state', listed.state));
  row.append(link);
  return row;
}
