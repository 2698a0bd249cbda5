/** The box, list or line of a field, once it is drawn. */
type Control = HTMLElement | undefined;

/** The label names a field; the placeholder, which the renderer would put above that, doesn't. */
export function nameByLabel(control: Control): void {
  control?.removeAttribute('aria-label');
  control?.removeAttribute('aria-labelledby');
}

/** Tells what is wrong with a field in the way screen readers expect. @param drawn all of the field, with the message */
export function markFaulty(control: Control, drawn: HTMLElement | undefined): void {
  control?.setAttribute('aria-invalid', 'true');
  const error = drawn?.lastElementChild;
  // A field without a message of its own has nothing below it.
  if (!error?.classList.contains('ac-textBlock')) return;
  error.classList.add('field-error');
  control?.setAttribute('aria-describedby', error.id);
}

/** Nothing is wrong with it any more. */
export function markSound(control: Control): void {
  control?.removeAttribute('aria-invalid');
  control?.removeAttribute('aria-describedby');
}
