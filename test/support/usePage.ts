import type { Page } from 'playwright-core';
import type { Viewer } from './openPage.ts';
import { type PageServer, startPageServer } from './pageServer.ts';
import { useBrowser } from './useBrowser.ts';

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
  const browser = useBrowser();
  let server: PageServer;

  beforeEach(async () => {
    server = await startPageServer();
  });
  afterEach(() => server.stop());

  return {
    server: () => server,
    async open({ path = '', ...viewer } = {}) {
      const { page } = await browser.open({ ...viewer, baseUrl: `${server.url}${path}` });
      await server.untilConnected();
      return page;
    },
    complaints: () => browser.opened().flatMap((each) => each.complaints),
  };
}
