import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type OpenPage, openPage, type Viewer } from './openPage.ts';

/** A browser, and what a test has opened in it. */
export interface TestBrowser {
  /** Opens a page as somebody new. */
  open(viewer: Viewer): Promise<OpenPage>;
  /** What was opened in this test. */
  readonly opened: () => readonly OpenPage[];
}

/** Gives the tests of a `describe` a browser, and closes after each what it has opened. */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let opened: OpenPage[] = [];

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened = [];
  });

  return {
    async open(viewer) {
      if (!browser) throw new Error('the browser is not running yet');
      const one = await openPage(browser, viewer);
      opened.push(one);
      return one;
    },
    opened: () => opened,
  };
}
