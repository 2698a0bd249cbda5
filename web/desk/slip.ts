import { begunOn } from '../begunFields.ts';
import { isCardBusy } from '../busyCard.ts';
import { deskText } from './deskText.ts';

/** Something to be filled in or read, between the case and the box to type in. */
export interface Slip {
  /** The case that it is about; null for none. */
  readonly caseId: string | null;
  readonly title: string;
  readonly element: HTMLElement;
}

/** Puts a drawn card, or what looks like one, on a slip with a button that closes it. */
export function createSlip(caseId: string | null, card: HTMLElement, onClose: () => void): Slip {
  const title = card.querySelector('.card-title')?.textContent?.trim() ?? '';
  const element = document.createElement('section');
  element.className = 'slip';
  element.setAttribute('aria-label', title);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet-button slip-close';
  close.textContent = deskText.panel.close;
  close.setAttribute('aria-label', deskText.panel.closeNamed(title));
  close.onclick = onClose;
  element.append(card, close);
  return { caseId, title, element };
}

/** Whether there is something on it that would be lost with it. */
export function isBegun({ element }: Slip): boolean {
  const card = element.querySelector('.card');
  const isRunning = card !== null && isCardBusy(card);
  return isRunning || (begunOn(element)?.fields.size ?? 0) > 0 || element.querySelector('.slip-files') !== null;
}

/** Takes the focus to it: to its first field, or to its title where there is nothing to fill in. */
export function focusSlip({ element }: Slip): void {
  const field = element.querySelector<HTMLElement>('input, textarea, select');
  (field ?? element.querySelector<HTMLElement>('.card-title'))?.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
