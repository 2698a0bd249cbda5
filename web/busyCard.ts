const CONTROLS = 'button.ac-pushButton, .choice, .more-button';

/**
 * Switches a card off while its click is on the way. Its controls keep the focus and are only told to be disabled, so
 * that a keyboard user isn't thrown back to the top of the page.
 * @param pressed the control that was pressed
 */
export function setCardBusy(card: HTMLElement, pressed: Element | null): void {
  card.setAttribute('aria-busy', 'true');
  for (const control of card.querySelectorAll(CONTROLS)) control.setAttribute('aria-disabled', 'true');
  setFields(card, true);
  pressed?.closest(CONTROLS)?.classList.add('is-pressed');
}

/** Makes a card usable again whose click wasn't answered. */
export function setCardReady(card: HTMLElement): void {
  card.removeAttribute('aria-busy');
  for (const control of card.querySelectorAll(CONTROLS)) {
    control.removeAttribute('aria-disabled');
    control.classList.remove('is-pressed');
  }
  setFields(card, false);
}

/** A list can't be made read-only; it is rarely what has the focus when a card is sent. */
function setFields(card: HTMLElement, isFixed: boolean): void {
  for (const field of card.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
    field.readOnly = isFixed;
  }
  for (const list of card.querySelectorAll('select')) list.disabled = isFixed;
}

/** Whether a card's click is on the way. */
export function isCardBusy(card: Element): boolean {
  return card.getAttribute('aria-busy') === 'true';
}
