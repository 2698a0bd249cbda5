import type { CaseOnPage } from './activity.ts';
import { createCopyButton } from './copyButton.ts';
import { pageText } from './pageText.ts';

/** Longer than the history takes to come: of all the cases in it only the last one is asked for. In milliseconds. */
const SETTLED = 400;

/** What the frame is made of. */
export interface CaseFrameParts {
  /** In the head of the page: which case it is, and its link with *Copy*. */
  readonly link: HTMLElement;
  readonly label: HTMLElement;
  readonly address: HTMLElement;
  /** The box to type in, and what stands above it. */
  readonly form: HTMLElement;
  readonly formLabel: HTMLElement;
  /** The link to a case; null where there is none to be had. */
  readonly fetch: (caseId: string) => Promise<string | null>;
  readonly announce: (said: string) => void;
}

/** What the page says of the person’s case whatever is on the cards. */
export interface CaseFrame {
  /** How their case stands now. */
  show(current: CaseOnPage): void;
  /** Another conversation goes on here, of which nothing is known yet. */
  clear(): void;
}

/** Keeps in view how the person gets back to their case, and who gets what they type. */
export function createCaseFrame(parts: CaseFrameParts): CaseFrame {
  const { link, label, address, fetch, announce } = parts;
  let caseId: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  link.append(createCopyButton(() => address.textContent ?? '', announce));

  const ask = async (id: string) => {
    const url = await fetch(id);
    // Meanwhile another case has come.
    if (id !== caseId) return;
    if (url === null) forget();
    else {
      label.textContent = pageText.caseLink.label(id);
      address.textContent = url;
    }
    link.hidden = url === null;
  };
  const forget = () => {
    caseId = null;
    link.hidden = true;
    clearTimeout(timer);
  };
  const hear = (name: string | null) => {
    parts.formLabel.textContent = name === null ? pageText.composer.answer : pageText.composer.writeTo(name);
    parts.form.setAttribute('aria-label', pageText.composer.writeTo(name ?? pageText.composer.bot));
  };

  return {
    show({ id, hears }) {
      hear(hears);
      if (id === caseId) return;
      forget();
      caseId = id;
      timer = setTimeout(() => void ask(id), SETTLED);
    },
    clear() {
      hear(null);
      forget();
    },
  };
}
