import { byId } from '../pageParts.ts';
import { createCaseRow } from './caseRow.ts';
import { deskText } from './deskText.ts';
import type { ListedCase, Which } from './deskTypes.ts';

const TABS: readonly Which[] = ['open', 'closed'];

/** The list of cases, with a tab for those that are open and one for those that are closed. */
export class CaseList {
  readonly #rows = byId('rows');
  readonly #note = byId('list-note');
  readonly #tabs = TABS.map((which) => ({ which, button: byId(`tab-${which}`) }));
  #which: Which = 'open';
  #shown: string | null = null;
  #drawn = '';

  /** @param onTab called when the other tab is chosen */
  constructor(onTab: () => void) {
    const choose = (which: Which) => {
      if (which === this.#which) return;
      this.#which = which;
      this.#markTab();
      this.#fill([], deskText.list.loading);
      onTab();
    };
    for (const [at, { which, button }] of this.#tabs.entries()) {
      button.onclick = () => choose(which);
      button.onkeydown = (event) => {
        const other = this.#tabs[tabFor(event.key, at)];
        if (!other) return;
        event.preventDefault();
        choose(other.which);
        other.button.focus();
      };
    }
    this.#markTab();
  }

  get which(): Which {
    return this.#which;
  }

  /** Shows these, in the order that the server gives them. */
  show(cases: readonly ListedCase[]): void {
    this.#fill(cases, cases.length === 0 ? deskText.list.empty[this.#which] : '');
  }

  /** Says that they can't be fetched; those that are there stay. */
  failed(): void {
    this.#note.textContent = deskText.list.failed;
  }

  clear(): void {
    this.#fill([], deskText.list.loading);
  }

  /** Marks the row of the case that is shown; null for none. */
  mark(caseId: string | null): void {
    this.#shown = caseId;
    for (const link of this.#links()) {
      if (link.dataset['case'] === caseId) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }

  /** Takes the focus to a case's row, or to the tabs where there is none. */
  focus(caseId: string | null): void {
    const row = this.#links().find((link) => link.dataset['case'] === caseId);
    (row ?? this.#tabs.find(({ which }) => which === this.#which)?.button)?.focus();
  }

  #fill(cases: readonly ListedCase[], note: string): void {
    if (this.#note.textContent !== note) this.#note.textContent = note;
    const all = JSON.stringify(cases);
    // A list that is as it was isn't drawn: whoever is on a row stays there.
    if (all === this.#drawn) return;
    this.#drawn = all;
    const focused = this.#links().find((link) => link === document.activeElement)?.dataset['case'];
    this.#rows.replaceChildren(...cases.map((each) => createCaseRow(each, each.id === this.#shown)));
    if (focused !== undefined) this.focus(focused);
  }

  #links(): HTMLAnchorElement[] {
    return [...this.#rows.querySelectorAll<HTMLAnchorElement>('a[data-case]')];
  }

  #markTab(): void {
    for (const { which, button } of this.#tabs) {
      const isChosen = which === this.#which;
      button.setAttribute('aria-selected', String(isChosen));
      button.tabIndex = isChosen ? 0 : -1;
    }
    byId('list-panel').setAttribute('aria-labelledby', `tab-${this.#which}`);
  }
}

/** The tab that a key leads to; -1 where it leads nowhere. */
function tabFor(key: string, at: number): number {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return TABS.length - 1 - at;
    case 'Home':
      return 0;
    case 'End':
      return TABS.length - 1;
    default:
      return -1;
  }
}
