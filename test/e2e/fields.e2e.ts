import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { cardActivity } from '../support/cardActivity.ts';
import { pageViews } from '../support/pageViews.ts';
import { screenshot } from '../support/screenshot.ts';
import { usePage } from '../support/usePage.ts';

describe('a card with several fields', () => {
  const { server, open, complaints } = usePage();

  async function openForm(page: Page): Promise<void> {
    server().say(cardActivity(pageViews.handOver, 'c1'));
    await page.getByLabel('What should they know?').waitFor();
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`is labelled and looks right in the ${theme} theme, with what is missing, on a desk and on a phone`, async () => {
      const page = await open({ theme });
      await openForm(page);
      await screenshot(page, `fields-${theme}-desktop`);
      await page.getByRole('button', { name: 'Send' }).first().click();
      await page.locator('.field-error').waitFor();
      const onDesk = await axeFaults(page);
      await page.setViewportSize({ width: 390, height: 844 });
      const onPhone = await axeFaults(page);
      await screenshot(page, `fields-${theme}-phone`);

      expect([...onDesk, ...onPhone]).to.deep.equal([]);
      expect(await page.evaluate('document.activeElement.tagName')).to.equal('TEXTAREA');
      expect(complaints()).to.deep.equal([]);
    });
  }

  it('is filled in and sent by the keyboard alone: Enter begins a line, Ctrl and Enter send', async () => {
    const page = await open();
    await openForm(page);
    await page.getByLabel('What should they know?').focus();

    await page.keyboard.type('It freezes.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Each time.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Luis');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1405');
    await page.getByLabel('Your e-mail address').focus();
    await page.keyboard.type('luis@example.com');
    await page.getByLabel('What should they know?').focus();
    await page.keyboard.press('Control+Enter');

    await server().untilReceived(1);
    expect(server().received[0]?.value).to.deep.equal({
      ...{ verb: 'send', card: 'c1', text: 'It freezes.\nEach time.', name: 'Luis', startsAt: '14:05' },
      email: 'luis@example.com',
    });
  });

  it('says that a text is too long, and cuts nothing', async () => {
    const page = await open();
    await openForm(page);

    await page.getByLabel('What should they know?').fill('x'.repeat(4001));
    await page.keyboard.press('Control+Enter');

    await page.locator('.field-error', { hasText: '1 character too many' }).waitFor();
    expect(await page.getByLabel('What should they know?').inputValue()).to.have.lengthOf(4001);
    expect(server().received).to.deep.equal([]);
  });

  it('keeps what was typed, and the focus, when it is drawn anew', async () => {
    const page = await open();
    await openForm(page);
    const [first, ...others] = pageViews.handOver.blocks.filter((each) => each.kind === 'input');
    await page.getByLabel('What should they know?').fill('It freezes.');
    await page.getByLabel('Your name').fill('Lu');

    server().say(
      cardActivity(
        { ...pageViews.handOver, blocks: [{ ...first, value: 'And I see 0x80090325' } as never, ...others] },
        'c2',
      ),
    );
    await page.locator('.card').nth(1).waitFor();
    await page.keyboard.type('is');

    expect(await page.getByLabel('What should they know?').inputValue()).to.equal('It freezes.\nAnd I see 0x80090325');
    expect(await page.getByLabel('Your name').inputValue()).to.equal('Luis');
  });

  it('sends what was begun along with what is typed in the chat, and goes on with what comes back', async () => {
    const page = await open();
    await openForm(page);
    await page.getByLabel('What should they know?').fill('It freezes.');

    await page.locator('#composer-text').fill('my meeting starts now');
    await page.keyboard.press('Enter');

    await server().untilReceived(1);
    expect(server().received[0]).to.deep.include({
      text: 'my meeting starts now',
      begun: { card: 'c1', fields: { text: 'It freezes.' } },
    });
    const [first, ...others] = pageViews.handOver.blocks.filter((each) => each.kind === 'input');
    server().say(
      cardActivity({ ...pageViews.handOver, blocks: [{ ...first, value: 'It •••.' } as never, ...others] }, 'c2'),
    );
    await page.locator('.card').nth(1).waitFor();
    expect(await page.getByLabel('What should they know?').inputValue()).to.equal('It •••.');
  });

  it('fits into 320 pixels', async () => {
    const page = await open({ width: 320, height: 640 });
    await openForm(page);

    expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(320);
    await screenshot(page, 'fields-320');
  });
});
