import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../e2e/screenshots');

/** Takes a picture of all of the page, for people to look at: `test/e2e/screenshots/<name>.png`. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const viewport = page.viewportSize() ?? { width: 1280, height: 900 };
  // A window as tall as the page: what sticks to its edges would cover the middle of a picture that was put together.
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  await page.setViewportSize(viewport);
}
