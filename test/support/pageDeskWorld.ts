import type { Page } from 'playwright-core';
import type { Viewer } from './openPage.ts';
import { type PageDesk, startPageDesk } from './pageDesk.ts';
import type { PageDeskState } from './pageDeskState.ts';
import { useBrowser } from './useBrowser.ts';

/** What a test of the desk's page works with. */
export interface DeskWorld {
  /** What the server knows; a new one for each test. */
  readonly desk: () => PageDeskState;
  /** Opens the page; `at` is what stands behind the address. */
  open(viewer?: Omit<Viewer, 'baseUrl'> & { readonly at?: string }): Promise<Page>;
  /** Opens it and signs in as Ana. */
  enter(viewer?: Omit<Viewer, 'baseUrl'> & { readonly at?: string }): Promise<Page>;
  /** What the browsers complained of in this test. */
  readonly complaints: () => readonly string[];
}

/** Gives the tests of a `describe` a browser, and each a desk and pages that are closed after it. */
export function useDesk(): DeskWorld {
  const browser = useBrowser();
  let server: PageDesk;

  beforeEach(async () => {
    server = await startPageDesk();
  });
  afterEach(() => server.stop());

  const open: DeskWorld['open'] = async ({ at = '', ...viewer } = {}) => {
    const { page } = await browser.open({ ...viewer, baseUrl: `${server.url}${at}` });
    return page;
  };
  return {
    desk: () => server.state,
    open,
    async enter(viewer) {
      const page = await open(viewer);
      await page.getByLabel('Your name').fill('Ana');
      await page.getByLabel('The desk’s token').fill(server.state.token);
      await page.keyboard.press('Enter');
      await server.state.until(() => server.state.streams.size > 0);
      return page;
    },
    complaints: () => browser.opened().flatMap((each) => each.complaints),
  };
}
