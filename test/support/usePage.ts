import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type OpenPage, openPage, type Viewer } from './openPage.ts';
import { type PageServer, startPageServer } from './pageServer.ts';

/** What a test of the page works with. */
export interface PageWorld {
  /** A server of its own for each test. */
  readonly server: () => PageServer;
  /** Opens the page on that server, and waits until it is connected. */
  open(viewer?: Omit<Viewer, 'baseUrl'> & { readonly path?: string }): Promise<Page>;
  /** What the browsers complained of in this test. */
  readonly complaints: () => readonly string[];
}

/** Gives the tests of a `describe` a browser, and each a server and pages that are closed after it. */
export function usePage(): PageWorld {
  let browser: Browser | undefined;
  let server: PageServer;
  let opened: OpenPage[] = [];

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    server = await startPageServer();
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened = [];
    await server.stop();
  });

  return {
    server: () => server,
    async open({ path = '', ...viewer } = {}) {
      if (!browser) throw new Error('the browser is not running yet');
      const one = await openPage(browser, { ...viewer, baseUrl: `${server.url}${path}` });
      opened.push(one);
      await server.untilConnected();
      return one.page;
    },
    complaints: () => opened.flatMap((each) => each.complaints),
  };
}
