import { join } from 'node:path';
import type { Page } from 'playwright-core';

const FOLDER = join(import.meta.dirname, '../e2e/screenshots');

/**
 * Takes a picture for people to look at, `test/e2e/screenshots/<name>.png`: of all of the page, or of what stands in the
 * window just now.
 */
export async function screenshot(page: Page, name: string, what: 'page' | 'window' = 'page'): Promise<void> {
  if (what === 'window') return take(page, name);
  const viewport = page.viewportSize() ?? { width: 1280, height: 900 };
  // A window as tall as the page: what sticks to its edges would cover the middle of a picture that was put together.
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ ...viewport, height: Math.max(height, viewport.height) });
  await take(page, name);
  await page.setViewportSize(viewport);
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
