import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import type { Viewer } from '../support/openPage.ts';
import { screenshot } from '../support/screenshot.ts';
import { startTestBot, type TestBot } from '../support/testBot.ts';
import { useBrowser } from '../support/useBrowser.ts';

describe('the bot in a browser', () => {
  const browser = useBrowser();
  let bot: TestBot;

  before(async () => {
    bot = await startTestBot();
  });
  after(() => bot.stop());

  const open = async (viewer: Omit<Viewer, 'baseUrl'> = {}): Promise<Page> => {
    const { page } = await browser.open({ ...viewer, baseUrl: `${bot.origin()}/` });
    await hears(page, 'Can’t join a meeting?');
    return page;
  };

  it('gets somebody in by clicks', async () => {
    const page = await open();

    await tap(page, 'Start', 'How many people can’t join?');
    await tap(page, 'Just me', 'Inside or outside');
    await tap(page, 'Inside our organization', 'Does it happen on one computer');
    await tap(page, 'On one computer', 'What happens when you try to join?');
    await tap(page, 'Lync freezes', 'Most likely: Client issue');
    await tap(page, 'Show me the fix', 'Run Windows Update');
    await tap(page, 'Fixed it', 'You’re in. Good!');

    expect(await page.locator('main').textContent()).to.include('What fixed it: Run Windows Update');
    expect(browser.opened()[0]?.complaints).to.deep.equal([]);
  });

  it('gets somebody in by the keyboard alone', async () => {
    const page = await open();

    await press(page, 'Start', 'How many people can’t join?');
    await press(page, 'Several people', 'Inside or outside');
    await press(page, 'Inside our organization', 'Does it happen on one computer');
    await press(page, 'On several computers', 'What happens when you try to join?');
    await press(page, 'None of these', 'Most likely: Network issue');
    await press(page, 'Show me the fix', 'Guide 1 of 1 · step 1 of 3');
    await press(page, 'More', '');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await press(page, 'Still broken', 'step 2 of 3');
    await press(page, 'Fixed it', 'You’re in. Good!');

    expect(browser.opened()[0]?.complaints).to.deep.equal([]);
  });

  it('gets somebody in by typing', async () => {
    const page = await open();

    for (const [text, title] of [
      ['start', 'How many people can’t join?'],
      ['just me', 'Inside or outside'],
      ['inside', 'Does it happen on one computer'],
      ['1', 'What happens when you try to join?'],
      ['file open dialog', 'Most likely: Incorrect file association'],
      ['show me the fix', 'ocsmeet'],
      ['it works', 'You’re in. Good!'],
    ] as const) {
      await page.locator('textarea').fill(text);
      await page.keyboard.press('Enter');
      await hears(page, title);
    }

    expect(await page.locator('main').textContent()).to.include('file open dialog');
  });

  it('shows the same after a reload, and goes on', async () => {
    const page = await open();
    await tap(page, 'Start', 'How many people can’t join?');
    await tap(page, 'Just me', 'Inside or outside');

    await page.reload();
    await hears(page, 'Inside or outside');

    const text = await page.locator('main').textContent();
    expect(text).to.include('You chose: Just me');
    await tap(page, 'Outside our organization', 'Does it happen on one computer');
  });

  it('turns a pasted link into one that opens in the browser, ready to copy', async () => {
    const page = await open();
    await tap(page, 'My meeting starts now', 'The quickest way in');

    await page.getByLabel('Join link').fill('https://meet.contoso.com/jdoe/45GZFH99');
    await tap(page, 'Get my link', 'Your link for the browser');
    await page.getByRole('button', { name: 'Copy' }).last().click();

    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(
      'https://meet.contoso.com/jdoe/45GZFH99?sl=1',
    );
    const link = page
      .getByRole('link', { name: 'Open in the browser' })
      .or(page.getByRole('button', { name: 'Open in the browser' }));
    expect(await link.last().isVisible()).to.equal(true);
  });

  for (const theme of ['light', 'dark'] as const) {
    for (const [device, width, height] of [
      ['desktop', 1280, 860],
      ['phone', 390, 844],
    ] as const) {
      it(`looks right on every kind of card, ${theme}, ${device}: axe finds nothing, nothing is cut`, async () => {
        const page = await open({ theme, width, height });
        const faults: string[] = [];
        const look = async (name: string): Promise<void> => {
          faults.push(...(await axeFaults(page)).map((fault) => `${name}: ${fault}`));
          const needed = await page.evaluate<number>('document.documentElement.scrollWidth');
          if (needed > width) faults.push(`${name}: needs ${needed} pixels`);
          await screenshot(page, `${name}-${theme}-${device}`);
        };

        await look('01-hello');
        for (const [name, label, title] of WALK) {
          await tap(page, label, title);
          await look(name);
        }

        expect(faults).to.deep.equal([]);
      });
    }
  }
});

/** One way past every kind of card: its picture, what is tapped, and what comes. */
const WALK: readonly (readonly [string, string, string])[] = [
  ['02-help', 'Help', 'How this works'],
  ['03-question', 'Go on', 'Can’t join a meeting?'],
  ['04-users', 'Start', 'How many people can’t join?'],
  ['05-location', 'Just me', 'Inside or outside'],
  ['06-contradiction', 'Both inside and outside', 'Two answers can’t both be right'],
  ['07-changed', 'How many people', 'How many people can’t join?'],
  ['08-computers', 'Several people', 'Does it happen on one computer'],
  ['09-symptom', 'On several computers', 'What happens when you try to join?'],
  ['10-diagnosis-conflict', 'Lync freezes', 'Most likely: Client issue'],
  ['11-change', 'Change an answer', 'Which answer is different?'],
  ['12-diagnosis-again', 'Keep them', 'Most likely: Client issue'],
  ['13-step', 'Show me the fix', 'Run Windows Update'],
  ['14-skipped', 'Can’t do this', 'Run the Office 365 Desktop Setup Tool'],
  ['15-warning', 'Still broken', 'Careful:'],
  ['16-risky-step', 'Show me how', 'Uninstall and reinstall Lync 2010'],
  ['17-warning-again', 'Still broken', 'Careful:'],
  ['18-branch', 'Let the helpdesk do it', 'sign in'],
  ['19-person', 'Talk to a person', 'Talk to a person'],
  ['20-way-in', 'My meeting starts now', 'The quickest way in'],
  ['21-fixed', 'I’m in', 'You’re in. Good!'],
];

/** Waits until the newest card has this on it. */
async function hears(page: Page, text: string): Promise<void> {
  await page.locator('.card').last().getByText(text).first().waitFor();
}

async function tap(page: Page, label: string, then: string): Promise<void> {
  await offer(page, label).click();
  await hears(page, then);
}

/** Goes to it with the tab key alone, and presses Enter. */
async function press(page: Page, label: string, then: string): Promise<void> {
  const focused = () => page.evaluate<string>('document.activeElement?.innerText ?? ""');
  await page.keyboard.press('Tab');
  for (let steps = 0; !isLabelled(await focused(), label); steps++) {
    expect(steps, `tab stops to “${label}”`).to.be.below(30);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  if (then) await hears(page, then);
}

/** A row begins with its number and goes on with its details. */
function isLabelled(text: string, label: string): boolean {
  return new RegExp(`^(\\d+\\s*)?${label}`).test(text);
}

/** A button or row of the newest card by its label; a row's name goes on with its details. */
function offer(page: Page, label: string) {
  const card = page.locator('.card').last();
  const exact = card.getByRole('button', { name: label, exact: true });
  return exact.or(card.getByRole('button', { name: new RegExp(`^(\\d+\\s*)?${label}`) })).first();
}
