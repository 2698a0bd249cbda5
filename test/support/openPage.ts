import type { Browser, Page } from 'playwright-core';

/** How somebody looks at the page. */
export interface Viewer {
  /** Where the server is, with a slash at the end. */
  readonly baseUrl: string;
  readonly theme?: 'light' | 'dark';
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** Where they are, such as `Europe/Berlin`; by default where the machine is. */
  readonly timeZone?: string;
}

/** A page that somebody has open. */
export interface OpenPage {
  readonly page: Page;
  /** What the browser complained of so far: errors of scripts, blocked content, failed requests. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens the web page as a new person: cookies and storage of their own. */
export async function openPage(browser: Browser, viewer: Viewer): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: viewer.width ?? 1280, height: viewer.height ?? 900 },
    colorScheme: viewer.theme ?? 'light',
    reducedMotion: viewer.reducedMotion === false ? 'no-preference' : 'reduce',
    forcedColors: viewer.forcedColors ? 'active' : 'none',
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'en-GB',
    ...(viewer.timeZone !== undefined && { timezoneId: viewer.timeZone }),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(viewer.baseUrl);
  return { page, complaints, close: () => context.close() };
}
