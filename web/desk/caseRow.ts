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
  head.append(part('row-id', listed.id));
  if (listed.urgency !== null) head.append(' ', part('row-urgency', listed.urgency));
  link.append(head, ' ', part('row-title', listed.title), ' ', part('row-who', listed.who), ' ');
  link.append(part('row-state', listed.state));
  row.append(link);
  return row;
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
