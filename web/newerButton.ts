import { isAtEnd, reveal } from './reveal.ts';

/** *New message below*, for somebody who is reading further up: nothing moves under their eyes. */
export interface NewerButton {
  offer(element: HTMLElement): void;
}

export function createNewerButton(button: HTMLElement): NewerButton {
  let newest: HTMLElement | null = null;
  button.onclick = () => {
    button.hidden = true;
    if (!newest) return;
    reveal(newest);
    newest.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true });
  };
  document.addEventListener('scroll', () => {
    if (isAtEnd()) button.hidden = true;
  });
  return {
    offer(element) {
      newest = element;
      button.hidden = false;
    },
  };
}
