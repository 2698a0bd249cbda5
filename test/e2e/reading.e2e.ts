import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { cardActivity } from '../support/cardActivity.ts';
import { focusedWords } from '../support/focusedWords.ts';
import { sampleViews } from '../support/sampleViews.ts';
import { usePage } from '../support/usePage.ts';

async function offeredWayDown(page: Page): Promise<Locator> {
  const wayDown = page.getByRole('button', { name: 'New message below' });
  await wayDown.waitFor();
  return wayDown;
}

describe('somebody who reads further up on the page', () => {
  const { server, open } = usePage();

  /** A conversation of two cards, so many pixels high, somebody reading so many from its top. */
  async function readingFurtherUp(height: number, top: number): Promise<Page> {
    const page = await open({ width: 390, height });
    server().say(cardActivity(sampleViews.diagnosis, 'c1'));
    server().say(cardActivity(sampleViews.symptoms, 'c2'));
    await page.locator('#announcer p', { hasText: sampleViews.symptoms.title }).waitFor({ state: 'attached' });
    await page.evaluate(`scrollTo(0, ${top})`);
    return page;
  }

  for (const height of [500, 800]) {
    it(`finds nothing moved by a new message, and is offered the way down, ${height} px high`, async () => {
      const page = await readingFurtherUp(height, 0);

      server().say(cardActivity(sampleViews.fixed, 'c3'));
      const wayDown = await offeredWayDown(page);
      await wayDown.focus();
      expect(await page.evaluate('scrollY')).to.equal(0);
      expect((await wayDown.boundingBox())?.y).to.be.within(0, height - 24);

      await wayDown.click();

      expect(await focusedWords(page)).to.equal(sampleViews.fixed.title);
      expect(await page.locator('.card', { hasText: 'Something else' }).isVisible()).to.equal(true);
      expect(await page.evaluate('scrollY')).to.be.above(0);
      expect(await wayDown.isHidden()).to.equal(true);
    });
  }

  it('is led down to a message that was changed since it was offered', async () => {
    const page = await readingFurtherUp(800, 0);
    server().say(cardActivity(sampleViews.question, 'c3'));
    const wayDown = await offeredWayDown(page);
    server().say({ ...cardActivity(sampleViews.fixed, 'c3'), type: 'messageUpdate', id: '3' });
    await page.locator('.card', { hasText: sampleViews.fixed.title }).waitFor();

    await wayDown.click();

    expect(await focusedWords(page)).to.equal(sampleViews.fixed.title);
  });

  it('is offered nothing any more once they have scrolled down', async () => {
    const page = await readingFurtherUp(800, 0);
    server().say(cardActivity(sampleViews.fixed, 'c3'));
    const wayDown = await offeredWayDown(page);

    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');

    await wayDown.waitFor({ state: 'hidden' });
  });

  it('stays where they are when they begin to type', async () => {
    const page = await readingFurtherUp(800, 100);

    await page.locator('textarea').focus();
    await page.keyboard.type('my');

    expect(await page.evaluate('scrollY')).to.equal(100);
  });
});
