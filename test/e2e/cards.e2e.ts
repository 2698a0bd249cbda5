import { expect } from 'chai';
import type { CardView } from '../../src/cards/model.ts';
import { axeFaults } from '../support/axe.ts';
import { cardActivity } from '../support/cardActivity.ts';
import { sampleViews } from '../support/sampleViews.ts';
import { screenshot } from '../support/screenshot.ts';
import { usePage } from '../support/usePage.ts';

const SAMPLES: [string, CardView][] = Object.entries(sampleViews);

/** What can be tapped on a phone and is lower than 44 pixels or narrower than the card. */
const TOO_SMALL = `(() => {
  const width = document.querySelector('.card').clientWidth - 40;
  return [...document.querySelectorAll('.card .ac-pushButton, .card .choice, .card .more-button')]
    .filter((each) => each.offsetHeight < 44 || each.offsetWidth < width)
    .map((each) => each.textContent);
})()`;

/** What stands out at the side, the page itself too. */
const TOO_WIDE = `[document.documentElement, ...document.querySelectorAll('.card, .card *')]
  .filter((each) => Math.max(each.getBoundingClientRect().right, each.scrollWidth) > innerWidth)
  .filter((each) => !each.closest('.visually-hidden'))
  .map((each) => innerWidth + ': ' + each.tagName + ' ' + each.className)`;

describe('cards on the page', () => {
  const { server, open, complaints } = usePage();

  for (const [name, view] of SAMPLES) {
    for (const theme of ['light', 'dark'] as const) {
      it(`draws ${name} in the ${theme} theme so that axe finds nothing, on a desk and on a phone`, async () => {
        server().giveLink('https://unstuck.example/c/aVerySecretSecretOf22x');
        server().say(cardActivity(view, 'c1'));
        const page = await open({ theme, width: 1280, height: 860 });
        await page.locator('.card').waitFor();
        await page.evaluate('document.fonts.ready');

        const onDesk = await axeFaults(page);
        await screenshot(page, `card-${name}-${theme}-desktop`);
        await page.setViewportSize({ width: 390, height: 844 });
        const onPhone = await axeFaults(page);
        await screenshot(page, `card-${name}-${theme}-phone`);

        expect([...onDesk, ...onPhone]).to.deep.equal([]);
        expect(complaints()).to.deep.equal([]);
      });
    }

    it(`fits ${name} into any width, with targets of 44 pixels`, async () => {
      server().say(cardActivity(view, 'c1'));
      const page = await open({ width: 390, height: 640 });
      await page.locator('.card').waitFor();
      const faults: string[] = await page.evaluate(TOO_SMALL);

      // 320 CSS pixels are also what 1280 become at 400 %, 640 at 200 %.
      for (const width of [320, 640]) {
        await page.setViewportSize({ width, height: 640 });
        faults.push(...(await page.evaluate<string[]>(TOO_WIDE)));
      }

      expect(faults).to.deep.equal([]);
    });
  }

  it('takes over the colours of a system with high contrast', async () => {
    server().say(cardActivity(sampleViews.diagnosis, 'c1'));
    server().say(cardActivity(sampleViews.question, 'c2'));
    const page = await open({ forcedColors: true });
    await page.getByRole('button', { name: 'Just me' }).waitFor();

    const edge = await page.evaluate("getComputedStyle(document.querySelector('.choice')).borderTopStyle");
    await screenshot(page, 'forced-colours');

    expect(edge).to.equal('solid');
    expect(await axeFaults(page)).to.deep.equal([]);
  });

  for (const reducedMotion of [true, false]) {
    it(`moves ${reducedMotion ? 'nothing' : 'only what is new'} where the system ${reducedMotion ? 'asks for that' : 'doesn’t mind'}`, async () => {
      const page = await open({ reducedMotion });
      server().say(cardActivity(sampleViews.hello, 'c1'));
      await page.locator('.card').waitFor();

      const name = await page.evaluate("getComputedStyle(document.querySelector('.entry')).animationName");

      expect(name).to.equal(reducedMotion ? 'none' : 'arrive');
    });
  }

  it('copies what is to be copied, as it is, and says so', async () => {
    server().say(cardActivity(sampleViews.person, 'c1'));
    const page = await open();

    await page.getByRole('button', { name: 'Copy' }).click();

    await page.locator('.copy-button', { hasText: 'Copied' }).waitFor();
    await page.locator('#announcer', { hasText: 'Copied to the clipboard.' }).waitFor({ state: 'attached' });
    const copied = await page.evaluate('navigator.clipboard.readText()');
    const block = sampleViews.person.blocks.find((each) => each.kind === 'copy');
    expect(copied).to.equal(block?.text);
  });

  it('opens links in a new tab that knows nothing of this one', async () => {
    server().say(cardActivity({ ...sampleViews.step, actions: sampleViews.link.actions }, 'c1'));
    const page = await open();
    const links = page.locator('.card a');
    await links.first().waitFor();

    const attributes = await links.evaluateAll((found) =>
      found.map((each) => ['href', 'target', 'rel', 'role', 'tabindex'].map((name) => each.getAttribute(name))),
    );

    expect(attributes).to.deep.equal([
      ['https://support.example.com/windows-update', '_blank', 'noopener noreferrer', null, null],
      ['https://meet.contoso.example/ada/0X7Q2KJ4F5?sl=1', '_blank', 'noopener noreferrer', null, null],
    ]);
  });

  it('tells what is wrong with a field, to eyes and to screen readers, and takes it back', async () => {
    server().say(cardActivity(sampleViews.wayIn, 'c1'));
    const page = await open();
    const field = page.getByLabel('Join link');

    await page.click('text=Get my link');

    const error = page.locator(`#${await field.getAttribute('aria-describedby')}`);
    expect(await error.textContent()).to.equal('Please paste the join link first.');
    expect(await field.getAttribute('aria-invalid')).to.equal('true');
    expect(await page.evaluate('document.activeElement.tagName')).to.equal('INPUT');
    expect(await axeFaults(page)).to.deep.equal([]);
    await screenshot(page, 'field-with-error');
    await field.fill('x'.repeat(4001));
    await page.click('text=Get my link');
    expect(await page.locator('.field-error').textContent()).to.contain('4,001 characters');
    await field.fill('https://meet.contoso.example/ada/1');
    expect(await field.getAttribute('aria-invalid')).to.equal(null);
    expect(server().received).to.deep.equal([]);
  });

  it('lets every other button be pressed while the field is empty', async () => {
    server().say(cardActivity(sampleViews.wayIn, 'c1'));
    const page = await open();

    await page.click('text=No luck');

    await server().untilReceived(1);
    expect(server().received[0]?.value).to.deep.equal({ verb: 'step', outcome: 'still-broken', card: 'c1' });
  });

  it('shows markup as the text that it is', async () => {
    const markup = '<img src=x onerror=alert(1)> **bold** [link](https://x.example) \\*';
    const page = await open();

    server().say(cardActivity({ ...sampleViews.fixed, title: markup }, 'c1'));
    server().say({ type: 'message', from: { role: 'bot' }, text: markup });

    await page.locator('.bubble').waitFor();
    expect(await page.locator('.card-title').textContent()).to.equal(markup);
    expect(await page.locator('.bubble').textContent()).to.equal(markup);
    expect(await page.locator('#log img').count()).to.equal(0);
  });

  it('changes the theme of cards that are there with that of the system', async () => {
    server().say(cardActivity(sampleViews.hello, 'c1'));
    const page = await open({ theme: 'light' });
    const colour = () => page.evaluate("getComputedStyle(document.querySelector('.card-title')).color");
    await page.locator('.card').waitFor();
    const inLight = await colour();

    await page.emulateMedia({ colorScheme: 'dark' });

    expect(await colour()).not.to.equal(inLight);
  });
});
