import { type Container, RichTextBlock } from 'adaptivecards';
import { createCopyButton } from './copyButton.ts';

/** Text to copy: its name first, then the text, which the button takes as it is. */
export function decorateCopy(element: Container, drawn: HTMLElement, announce: (said: string) => void): void {
  const last = element.getItemAt(element.getItemCount() - 1);
  const text = last instanceof RichTextBlock ? (last.asString() ?? '') : '';
  drawn.classList.add('copy');
  last.renderedElement?.classList.add('copy-text');
  // A card of the past has nothing to press; its text can still be selected.
  if (element.hostConfig.supportsInteractivity) drawn.append(createCopyButton(() => text, announce));
}
