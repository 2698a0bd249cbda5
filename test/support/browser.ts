import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Linux distributions and macOS put Chromium and Chrome. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Without a display, and without everything that a browser fetches on its own account. */
const ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the browser for tests: `CHROME_PATH`, else an installed Chromium or Chrome. Close it at the end.
 * Rejects with the command that installs one when there is none.
 */
export function launchBrowser(): Promise<Browser> {
  // Chromium refuses its sandbox to root, which is who runs in a container.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: findBrowser(), args: isRoot ? [...ARGUMENTS, '--no-sandbox'] : ARGUMENTS });
}

function findBrowser(): string {
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, and there is no such file`);
  const found = named || USUAL_PLACES.find((place) => existsSync(place));
  if (!found) {
    throw new Error('no browser to test with: run "apt-get install chromium", or name one in CHROME_PATH');
  }
  return found;
}
