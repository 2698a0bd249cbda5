import type { Page } from 'playwright-core';

/** The words of what has the focus on a page. */
export function focusedWords(page: Page): Promise<string> {
  return page.evaluate('document.activeElement?.innerText ?? ""');
}
