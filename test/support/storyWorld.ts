import type { Page } from 'playwright-core';
import { axeFaults } from './axe.ts';
import type { Viewer } from './openPage.ts';
import { screenshot } from './screenshot.ts';
import { startTestBot, type TestBot } from './testBot.ts';
import { useBrowser } from './useBrowser.ts';

/** Somebody's browser: the page they look at, and a way to close it. */
export interface Somebody {
  readonly page: Page;
  /** Closes the window, and forgets what the browser kept. */
  leave(): Promise<void>;
}

/** How somebody looks at a page of the bot; `path` begins without a slash. */
export type Visit = Omit<Viewer, 'baseUrl'> & { readonly path?: string };

/** What a test of the whole story works with. */
export interface StoryWorld {
  readonly bot: () => TestBot;
  /** Opens a page of the bot in a browser of their own. */
  visit(visit?: Visit): Promise<Somebody>;
  /** Lets so much time pass at once, in milliseconds. */
  pass(milliseconds: number): void;
  /** Takes a picture of what stands in the window. */
  picture(page: Page, name: string): Promise<void>;
  /** Takes a picture of it, and notes what axe finds wrong and what is too wide. */
  look(page: Page, name: string): Promise<void>;
  /** What was noted in this test, and what the browsers complained of. */
  readonly faults: () => readonly string[];
}

/** Agents know it, whoever they are; without it the start's own token lets one in. */
export const DESK_TOKEN = 'the-token-of-this-desk-0123456789abc';

/** A Monday, an hour after the desk has opened. */
const BEGIN = Date.parse('2026-01-05T09:00:00Z');

/** A test is quicker than people, who would be told that they are too fast. */
const SPEED = 10;

/** The person who opens the desk before anybody is signed in is told so by this. */
const NOT_SIGNED_IN = /status of 401/;

/** Gives the tests of a `describe` a browser, and each a bot of its own, whose desk is open from 8 to 17. */
export function useStory(env: Readonly<Record<string, string>> = {}): StoryWorld {
  const browser = useBrowser();
  let bot: TestBot;
  const noted: string[] = [];
  let ahead = 0;

  beforeEach(async () => {
    noted.length = 0;
    ahead = 0;
    const clock = quickClock();
    const now = () => new Date(clock() + ahead);
    bot = await startTestBot({ HELPDESK_HOURS: 'Mo-Fr 08:00-17:00', HELPDESK_TIME_ZONE: 'UTC', ...env }, now);
  });
  afterEach(() => bot.stop());

  return {
    bot: () => bot,
    async visit({ path = '', ...viewer } = {}) {
      const one = await browser.open({ timeZone: 'UTC', ...viewer, baseUrl: `${bot.origin()}/${path}` });
      // What takes longer has gone wrong, and the test can still say what.
      one.page.setDefaultTimeout(20_000);
      return { page: one.page, leave: () => one.close() };
    },
    pass(milliseconds) {
      ahead += milliseconds;
    },
    picture: (page, name) => screenshot(page, `story-${name}`, 'window'),
    async look(page, name) {
      noted.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
      const [needed, width] = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
      if (needed !== undefined && width !== undefined && needed > width) noted.push(`${name}: needs ${needed} pixels`);
      await screenshot(page, `story-${name}`, 'window');
    },
    faults: () => [
      ...noted,
      ...browser
        .opened()
        .flatMap(({ complaints }) => complaints)
        .filter((each) => !NOT_SIGNED_IN.test(each)),
    ],
  };
}

function quickClock(): () => number {
  const start = performance.now();
  return () => BEGIN + Math.round((performance.now() - start) * SPEED);
}
