import { expect } from 'chai';
import { closedView } from '../../src/cards/closedView.ts';
import { cardActivity } from '../support/cardActivity.ts';
import { focusedWords } from '../support/focusedWords.ts';
import { sampleViews } from '../support/sampleViews.ts';
import { usePage } from '../support/usePage.ts';

describe('focus and keyboard on the page', () => {
  const { server, open } = usePage();

  it('brings the focus to the title of the card that answers a click', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'c1'));
    server().onMessage(() => {
      server().say({
        ...cardActivity(closedView(sampleViews.question, 'Just me'), null),
        type: 'messageUpdate',
        id: '1',
      });
      server().say(cardActivity(sampleViews.step, 'c2'));
    });

    await page.click('text=Just me');
    await page.locator('text=Fixed it').waitFor();

    expect(await focusedWords(page)).to.equal(sampleViews.step.title);
  });

  it('leaves the focus with somebody who is typing', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'c1'));
    server().onMessage(() => undefined);
    await page.click('text=Just me');
    await page.locator('textarea').pressSequentially('wait, I m');

    server().say(cardActivity(sampleViews.step, 'c2'));
    await page.locator('text=Fixed it').waitFor();

    await page.keyboard.type('ust');
    expect(await page.inputValue('textarea')).to.equal('wait, I must');
  });

  it('takes the focus on from the field of the card that was sent', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.wayIn, 'c1'));
    server().onMessage(() => server().say(cardActivity(sampleViews.link, 'c2')));

    await page.fill('.card input', 'https://meet.contoso.example/ada/1');
    await page.keyboard.press('Enter');
    await page.locator('text=Open in the browser').waitFor();

    expect(server().received[0]?.value).to.deep.equal({
      verb: 'link',
      link: 'https://meet.contoso.example/ada/1',
      card: 'c1',
    });
    expect(await focusedWords(page)).to.equal(sampleViews.link.title);
  });

  it('doesn’t move the focus for a card that nobody clicked for, and reads it out instead', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'c1'));
    await page.locator('text=Just me').waitFor();

    server().say(cardActivity(sampleViews.fixed, 'c2'));

    await page.locator('#announcer', { hasText: 'You’re in. Good! What fixed it' }).waitFor({ state: 'attached' });
    expect(await page.evaluate('document.activeElement === document.body')).to.equal(true);
  });

  it('leaves old cards out of the tab order', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.wayIn, 'c1'));
    server().say(cardActivity(sampleViews.link, 'c2'));
    server().say(cardActivity(sampleViews.step, 'c3'));
    await page.locator('text=Fixed it').waitFor();

    const stops: string[] = [];
    for (let presses = 0; presses < 10; presses++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate('document.activeElement.innerText.split("\\n")[0] || document.activeElement.tagName'),
      );
    }

    expect(stops).to.deep.equal([
      'Windows Update: frequently asked questions',
      'Fixed it',
      'Still broken',
      'Can’t do this',
      'My meeting starts now',
      'Talk to a person',
      'More',
      'TEXTAREA',
      'Attach pictures or PDFs',
      'Send',
    ]);
  });

  for (const key of ['Enter', 'Space']) {
    it(`chooses an option with ${key}`, async () => {
      const page = await open();
      server().say(cardActivity(sampleViews.question, 'c1'));

      await page
        .getByRole('group', { name: 'Tap one, or type it:' })
        .getByRole('button', { name: 'Several people' })
        .focus();
      await page.keyboard.press(key);

      await server().untilReceived(1);
      expect(server().received[0]?.value).to.include({ option: 'multiple' });
    });
  }

  it('opens the menu by arrow, moves in it, and gives the focus back with Escape', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.step, 'c1'));
    const more = page.getByRole('button', { name: 'More' });
    await more.focus();

    await page.keyboard.press('ArrowDown');
    expect(await more.getAttribute('aria-expanded')).to.equal('true');
    expect(await focusedWords(page)).to.equal('Back');
    await page.keyboard.press('ArrowDown');
    expect(await focusedWords(page)).to.equal('Show all steps');
    await page.keyboard.press('End');
    expect(await focusedWords(page)).to.equal('Help');
    await page.keyboard.press('ArrowDown');
    expect(await focusedWords(page)).to.equal('Back');
    await page.keyboard.press('s');
    expect(await focusedWords(page)).to.equal('Show all steps');
    await page.keyboard.press('Escape');

    expect(await focusedWords(page)).to.equal('More');
    expect(await more.getAttribute('aria-expanded')).to.equal('false');
    expect(await page.getByRole('menu').count()).to.equal(0);
  });

  it('does what the menu offers, and closes it by a click elsewhere', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.step, 'c1'));
    await page.click('text=More');
    await page.click('h1');
    await page.getByRole('menu').waitFor({ state: 'detached' });

    await page.click('text=More');
    await page.getByRole('menuitem', { name: 'Show all steps' }).click();

    await server().untilReceived(1);
    expect(server().received[0]?.value).to.deep.equal({ verb: 'all-steps', card: 'c1' });
  });

  it('hides nothing that has the focus behind the header or the box at the bottom', async () => {
    const page = await open({ width: 390, height: 640 });
    server().say(cardActivity(sampleViews.symptoms, 'c1'));
    await page.locator('text=None of these').waitFor();

    const hidden: string[] = [];
    for (let presses = 0; presses < 9; presses++) {
      await page.keyboard.press('Tab');
      hidden.push(
        ...(await page.evaluate<string[]>(`(() => {
          const { top, bottom } = document.activeElement.getBoundingClientRect();
          const isBox = document.querySelector('.bottom').contains(document.activeElement);
          const from = document.querySelector('.top').getBoundingClientRect().bottom;
          const to = isBox ? innerHeight : document.querySelector('.bottom').getBoundingClientRect().top;
          return top < from - 1 || bottom > to + 1 ? [document.activeElement.innerText] : [];
        })()`)),
      );
    }

    expect(hidden).to.deep.equal([]);
  });
});
