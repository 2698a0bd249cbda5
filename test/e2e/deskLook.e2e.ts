import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { line, luisCase, otherCase, replyForm, statsCard } from '../support/pageDeskCases.ts';
import { useDesk } from '../support/pageDeskWorld.ts';

const LUIS = 'UN-7K3Q-M4';
const FOLDER = join(import.meta.dirname, 'screenshots');
const LONG = 'x'.repeat(300);

/** What can be tapped and is lower than 44 pixels. */
const TOO_SMALL = `[...document.querySelectorAll('button, a[href], input:not([type=file]), select, textarea')]
  .filter((each) => each.offsetParent !== null && !each.classList.contains('ac-anchor') && each.offsetHeight < 44)
  .map((each) => each.id + ' ' + each.className + ' ' + each.textContent)`;

/** What stands out at the side. */
const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.visually-hidden'))
  .map((each) => each.tagName + ' ' + each.className)`;

describe('how the desk looks', () => {
  const { desk, open, enter } = useDesk();

  /** Every state of the page, one after the other. */
  async function* states(page: Page): AsyncGenerator<string> {
    await page.locator('.row').first().waitFor();
    yield 'list';
    await page.getByRole('link', { name: LUIS }).click();
    await page.locator('.card').waitFor();
    yield 'case';
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByLabel('Your answer').waitFor();
    await page.getByRole('button', { name: 'Send to Luis' }).first().click();
    await page.locator('.field-error').waitFor();
    yield 'form';
    await page.getByRole('button', { name: 'Close “Write to Luis”' }).click();
    await page.fill('#composer-text', 'reply hello');
    await page.evaluate("document.querySelector('#trail').lastElementChild.scrollIntoView()");
    yield 'trail';
    desk().react = () => ({ cards: [statsCard], said: 'Here they are.' });
    await page.getByRole('button', { name: 'Figures' }).click();
    await page.getByRole('region', { name: 'Figures' }).waitFor();
    yield 'figures';
  }

  function fill(): void {
    const file = { id: 'f1', name: 'Log.pdf', type: 'application/pdf', size: 300_000 };
    desk().open = [
      luisCase({ lines: [line(6, { text: '', file }), line(7, { text: 'It still freezes.' })] }),
      otherCase('UN-9WXR-HK'),
      otherCase('UN-3HNP-CV', { status: 'solved', state: 'Ana says it is solved', title: 'The lobby', who: 'Kim' }),
    ];
    desk().react = () => ({ cards: [replyForm] });
  }

  for (const theme of ['light', 'dark'] as const) {
    for (const [device, width, height] of [
      ['desktop', 1280, 860],
      ['phone', 390, 844],
    ] as const) {
      it(`is sound to axe in each state, ${theme}, ${device}, with targets of 44 pixels`, async () => {
        fill();
        const faults: string[] = [];
        const look = async (page: Page, name: string): Promise<void> => {
          const found = [
            ...(await axeFaults(page)),
            ...(await page.evaluate<string[]>(TOO_SMALL)),
            ...(await page.evaluate<string[]>(TOO_WIDE)),
          ];
          faults.push(...found.map((fault) => `${name}: ${fault}`));
          await page.screenshot({ path: join(FOLDER, `desk-${name}-${theme}-${device}.png`), animations: 'disabled' });
        };
        const before = await open({ theme, width, height });
        await before.getByLabel('Your name').waitFor();
        await before.keyboard.press('Enter');
        await look(before, 'sign-in');

        const page = await enter({ theme, width, height });
        for await (const name of states(page)) await look(page, name);

        expect(faults).to.deep.equal([]);
      });
    }
  }

  it('fits into 320 pixels, and into little height, whatever the words are', async () => {
    desk().open = [
      luisCase({ lines: [line(6, { text: LONG, who: LONG }), line(7, { kind: 'note', text: LONG })] }),
      otherCase('UN-9WXR-HK', { title: LONG, who: LONG, state: LONG, urgency: LONG.slice(0, 60) }),
    ];
    const page = await enter({ width: 320, height: 640 });
    await page.locator('.row').first().waitFor();
    const faults: string[] = await page.evaluate(TOO_WIDE);
    await page.getByRole('link', { name: LUIS }).click();
    await page.locator('.card').waitFor();

    faults.push(...(await page.evaluate<string[]>(TOO_WIDE)));
    await page.screenshot({ path: join(FOLDER, 'desk-320.png') });
    await page.setViewportSize({ width: 320, height: 256 });
    faults.push(...(await page.evaluate<string[]>(TOO_WIDE)));
    await page.locator('#composer-text').focus();
    const box = await page.locator('#composer-text').boundingBox();

    expect(faults).to.deep.equal([]);
    expect((box?.y ?? -1) >= 0 && (box?.y ?? 999) < 256).to.equal(true);
  });

  it('is used by the keyboard alone, from the sign-in to a reply', async () => {
    fill();
    const page = await open();
    await page.getByLabel('Your name').waitFor();

    await page.keyboard.type('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.type(desk().token);
    await page.keyboard.press('Enter');
    await page.locator('.row').first().waitFor();
    await tabTo(page, LUIS);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    await tabTo(page, 'Reply…');
    await page.keyboard.press('Enter');
    await page.getByLabel('Your answer').waitFor();
    await page.keyboard.type('Hello Luis');
    desk().react = () => ({ said: 'Sent to Luis.' });
    await tabTo(page, 'Send to Luis');
    await page.keyboard.press('Enter');

    await page.locator('#said', { hasText: 'Sent to Luis.' }).waitFor();
    expect(desk().deeds.at(-1)?.value).to.include({ text: 'Hello Luis' });
  });

  it('hides nothing that has the focus', async () => {
    fill();
    const page = await enter({ at: `#case=${LUIS}`, width: 390, height: 640 });
    await page.locator('.card').waitFor();

    const hidden: string[] = [];
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab');
      hidden.push(
        ...(await page.evaluate<string[]>(`(() => {
          const { top, bottom, left, width, height } = document.activeElement.getBoundingClientRect();
          const at = document.elementFromPoint(left + width / 2, top + height / 2);
          if (document.activeElement === document.body) return [];
          const isSeen = at && (document.activeElement.contains(at) || at.contains(document.activeElement));
          return isSeen && top >= -1 && bottom <= innerHeight + 1 ? [] : [document.activeElement.outerHTML.slice(0, 90)];
        })()`)),
      );
    }

    expect(hidden).to.deep.equal([]);
  });
});

/** Goes to what begins with these words by the tab key alone. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>('document.activeElement?.innerText ?? ""');
    if (focused.startsWith(words)) return;
  }
  expect.fail(`no tab stop “${words}”`);
}
