/** Parts that the renderer puts beside each other and that belong together. */
const GROUPS = [
  { part: 'choice', group: 'choices', role: 'group', partRole: null },
  { part: 'list-item', group: 'list', role: 'list', partRole: 'listitem' },
  { part: 'fact', group: 'facts', role: 'list', partRole: 'listitem' },
] as const;

/** Puts the rows of one question, the items of one list and the facts of one case together, for CSS and screen readers. */
export function groupElements(card: HTMLElement): void {
  for (const { part, group, role, partRole } of GROUPS) {
    for (const first of card.querySelectorAll<HTMLElement>(`.${part}`)) {
      if (first.parentElement?.classList.contains(group)) continue;
      const box = document.createElement('div');
      box.className = group;
      box.setAttribute('role', role);
      takeLabel(box, first);
      first.before(box);
      const parts = alike(first, part);
      if (partRole) for (const each of parts) each.setAttribute('role', partRole);
      box.append(...parts);
      if (part === 'choice') box.classList.toggle('has-own-numbers', parts.some(nameHasNumber));
    }
  }
}

function nameHasNumber(choice: HTMLElement): boolean {
  return /\d/.test(choice.firstElementChild?.textContent ?? '');
}

/** The element and those like it that follow; the renderer's spacers between them go, the group has its own. */
function alike(first: HTMLElement, part: string): HTMLElement[] {
  const found = [first];
  for (let next = first.nextElementSibling; next instanceof HTMLElement; ) {
    const isSpacer = next.className.includes('separator');
    const after = isSpacer ? next.nextElementSibling : next;
    if (!(after instanceof HTMLElement) || !after.classList.contains(part)) break;
    if (isSpacer) next.remove();
    found.push(after);
    next = after.nextElementSibling;
  }
  return found;
}

/** The words above a question's rows name them, and go with them. */
function takeLabel(box: HTMLElement, first: HTMLElement): void {
  if (!first.classList.contains('choice')) return;
  const spacer = first.previousElementSibling;
  const label = spacer?.className.includes('separator') ? spacer.previousElementSibling : spacer;
  if (!label?.classList.contains('ac-richTextBlock')) return;
  box.setAttribute('aria-label', label.textContent?.trim() ?? '');
  if (label !== spacer) spacer?.remove();
  box.append(label);
}
