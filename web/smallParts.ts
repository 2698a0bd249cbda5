/** Words in a line, that look as their class says. */
export function words(className: string, text: string): HTMLElement {
  return element('span', className, text);
}

/** A text in a bubble, as it was typed. */
export function bubble(text: string): HTMLElement {
  return element('p', 'bubble', text);
}

/** What stands in small letters beside a message. */
export function note(text: string): HTMLElement {
  return element('p', 'entry-note', text);
}

/** A button that looks like a link within a text. */
export function textButton(label: string, onClick: () => void): HTMLButtonElement {
  return button('text-button', label, onClick);
}

/** A button that looks as its class says. */
export function button(className: string, label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.onclick = onClick;
  return element;
}

function element(tag: 'p' | 'span', className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
