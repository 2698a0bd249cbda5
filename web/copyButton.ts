import { pageText } from './pageText.ts';

/** How long *Copied* stands on the button, in milliseconds. */
const SHOWN = 2_500;

/** A button that copies; `announce` tells those who can't see its label change. */
export function createCopyButton(text: () => string, announce: (said: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-button';
  button.textContent = pageText.copy.label;
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.onclick = async () => {
    const isCopied = await copy(text());
    button.textContent = isCopied ? pageText.copy.done : pageText.copy.failed;
    button.classList.toggle('is-done', isCopied);
    announce(isCopied ? pageText.copy.announce : pageText.copy.failed);
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = pageText.copy.label;
      button.classList.remove('is-done');
    }, SHOWN);
  };
  return button;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Plain http has no clipboard, and it can be forbidden; the old way still works there.
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
