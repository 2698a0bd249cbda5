import { isBegun, reveal } from './reveal.ts';

/** *New message below*, for somebody who is reading further up: nothing moves under their eyes. */
export interface NewerButton {
  /** @param find the message as it is drawn at that moment; null once it is gone */
  offer(find: () => HTMLElement | null): void;
}

export function createNewerButton(button: HTMLElement): NewerButton {
  let newest: () => HTMLElement | null = () => null;
  button.onclick = () => {
    button.hidden = true;
    const element = newest();
    if (!element) return;
    reveal(element);
    element.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true });
  };
  document.addEventListener('scroll', () => {
    if (button.hidden) return;
    const element = newest();
    button.hidden = element === null || isBegun(element);
  });
  return {
    offer(find) {
      newest = find;
      button.hidden = false;
    },
  };
}
