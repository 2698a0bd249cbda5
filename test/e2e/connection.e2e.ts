import { expect } from 'chai';
import { closedView } from '../../src/cards/closedView.ts';
import { cardActivity } from '../support/cardActivity.ts';
import { sampleViews } from '../support/sampleViews.ts';
import { usePage } from '../support/usePage.ts';

const text = (said: string) => ({ type: 'message', from: { role: 'bot' }, text: said });

describe('the connection of the page', () => {
  const { server, open, complaints } = usePage();

  it('says what to do while nothing has been said', async () => {
    const page = await open();

    await page.locator('#empty-text', { hasText: 'Say hello below' }).waitFor();

    expect(complaints()).to.deep.equal([]);
  });

  it('shows the same conversation after a reload', async () => {
    const page = await open();
    const hello = server().say(cardActivity(sampleViews.hello, 'c1'));
    server().say({
      ...cardActivity(closedView(sampleViews.hello, 'Start'), null),
      type: 'messageUpdate',
      id: `${hello}`,
    });
    server().say({ type: 'message', from: { role: 'user' }, text: 'just me' });
    server().say(cardActivity(sampleViews.step, 'c2'));
    await page.locator('text=Fixed it').waitFor();
    const before = await page.locator('#log').textContent();

    await page.reload();

    await page.locator('text=Fixed it').waitFor();
    expect(await page.locator('#log').textContent()).to.equal(before);
    expect(await page.locator('.entry').count()).to.equal(3);
  });

  it('goes on after the last event when the stream was cut, without saying anything twice', async () => {
    const page = await open();
    server().say(text('one'));
    await page.locator('.bubble', { hasText: 'one' }).waitFor();

    server().goAway();
    server().say(text('two'));
    server().comeBack();

    await page.locator('.bubble', { hasText: 'two' }).waitFor();
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['one', 'two']);
  });

  for (const [as, said] of [
    ['unreachable', 'No connection right now. Nothing is lost'],
    ['behind-proxy', 'No connection right now. Nothing is lost'],
    ['full', 'Very many people are here'],
  ] as const) {
    it(`says that nothing is lost while the server is ${as}, and stops saying it`, async () => {
      const page = await open();

      server().goAway(as);

      await page.locator('#connection', { hasText: said }).waitFor();
      server().comeBack();
      await page.locator('#connection:empty').waitFor({ state: 'attached' });
    });
  }

  it('keeps what was said for reading when the server has forgotten the session, and goes on in a new one', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'old'));
    await page.locator('text=Just me').waitFor();

    server().forget();
    await page.locator('#status', { hasText: 'a new one starts here' }).waitFor();
    server().say(cardActivity(sampleViews.hello, 'new'));

    await page.locator('.card', { hasText: 'Start' }).waitFor();
    expect(await page.locator('.card-title').allTextContents()).to.deep.equal([
      sampleViews.question.title,
      sampleViews.hello.title,
    ]);
    expect(await page.locator('.is-past [tabindex="0"], .is-past button').count()).to.equal(0);
  });

  it('rests when other tabs have taken over, and goes on when asked to', async () => {
    const page = await open();
    server().say(text('before'));
    await page.locator('.bubble').waitFor();
    server().end('displaced');
    await page.locator('#connection', { hasText: 'several tabs' }).waitFor();

    server().say(text('welcome back'));
    await page.click('text=Go on here');

    await page.locator('.bubble', { hasText: 'welcome back' }).waitFor();
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['before', 'welcome back']);
  });

  it('takes a message away that was deleted, and passes over what it doesn’t know', async () => {
    const page = await open();
    const seq = server().say(text('gone soon'));
    await page.locator('.bubble').waitFor();

    server().say({ type: 'somethingNew' });
    server().say({ type: 'messageDelete', id: `${seq}` });
    server().say(text('after'));

    await page.locator('.bubble', { hasText: 'after' }).waitFor();
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['after']);
    expect(complaints()).to.deep.equal([]);
  });
});
