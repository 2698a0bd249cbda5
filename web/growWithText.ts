/** Lets a box grow with what is typed into it, as far as the style sheet allows. */
export function growWithText(field: HTMLTextAreaElement): void {
  const grow = () => {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
  };
  field.addEventListener('input', grow);
  // A text that was there before has no height until it is drawn.
  new ResizeObserver((_, observer) => {
    observer.disconnect();
    if (field.value !== '') grow();
  }).observe(field);
}
