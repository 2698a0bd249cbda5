import { expect } from 'chai';
import { focusedWords } from '../support/focusedWords.ts';
import { line, luisCase, otherCase } from '../support/pageDeskCases.ts';
import { useDesk } from '../support/pageDeskWorld.ts';

const LUIS = 'UN-7K3Q-M4';

describe('signing in at the desk', () => {
  const { desk, open, enter } = useDesk();

  it('takes a name and the token, and shows the list', async () => {
    desk().open = [luisCase()];

    const page = await enter();

    await page.locator('.row', { hasText: 'Lync freezes' }).waitFor();
    expect(desk().openings).to.deep.equal([{ token: desk().token, name: 'Ana' }]);
    expect(await page.textContent('#who')).to.match(/^Ana, until \d\d:\d\d$/);
    expect(await page.locator('#sign-in').isVisible()).to.equal(false);
    expect(await page.inputValue('#token')).to.equal('');
  });

  it('asks for what is missing, where it is missing', async () => {
    const page = await open();
    await page.getByLabel('Your name').waitFor();

    await page.keyboard.press('Enter');

    expect(await page.textContent('#name-fault')).to.equal('Please write your name.');
    expect(await page.textContent('#token-fault')).to.equal('Please paste the desk’s token.');
    expect(await page.getByLabel('Your name').getAttribute('aria-invalid')).to.equal('true');
    expect(await page.evaluate('document.activeElement.id')).to.equal('name');
    await page.keyboard.type('A'.repeat(61));
    await page.keyboard.press('Enter');
    expect(await page.textContent('#name-fault')).to.equal('That is 61 characters long: please shorten it to 60.');
    expect(desk().openings).to.deep.equal([]);
  });

  it('says that a token isn’t right, and keeps the name', async () => {
    const page = await open();
    await page.getByLabel('Your name').fill('Ana');
    await page.getByLabel('The desk’s token').fill('a guess');
    await page.keyboard.press('Enter');

    await page.locator('#token-fault', { hasText: 'That token isn’t right' }).waitFor();

    expect(await page.evaluate('document.activeElement.id')).to.equal('token');
    expect(await page.inputValue('#name')).to.equal('Ana');
    await page.getByLabel('The desk’s token').fill(desk().token);
    await page.keyboard.press('Enter');
    await page.locator('#list-note', { hasText: 'No open cases.' }).waitFor();
  });

  it('takes the token from the address, out of which it goes at once, and asks for the name alone', async () => {
    const page = await open({ at: '#token=the-token-of-the-desk' });
    await page.locator('#sign-in-why', { hasText: 'Only your name is missing' }).waitFor();

    expect(new URL(page.url()).hash).to.equal('');
    expect(await page.locator('#token').isVisible()).to.equal(false);
    await page.keyboard.type('Ana');
    await page.keyboard.press('Enter');
    await page.locator('#list-note', { hasText: 'No open cases.' }).waitFor();

    expect(desk().openings).to.deep.equal([{ token: desk().token, name: 'Ana' }]);
  });

  it('lets a token be typed where the one of the address is used up', async () => {
    const page = await open({ at: '#token=used-before' });
    await page.locator('#sign-in-why', { hasText: 'Only your name is missing' }).waitFor();
    await page.keyboard.type('Ana');
    await page.keyboard.press('Enter');
    await page.locator('#token-fault', { hasText: 'That token isn’t right, or it was used before' }).waitFor();

    await page.getByLabel('The desk’s token').fill(desk().token);
    await page.keyboard.press('Enter');

    await page.locator('#list-note', { hasText: 'No open cases.' }).waitFor();
  });

  it('stays signed in over a reload, on the same case', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.card').waitFor();

    await page.reload();

    await page.locator('.card').waitFor();
    expect(await page.textContent('#case-title')).to.equal(LUIS);
    expect(desk().openings).to.have.lengthOf(1);
  });

  it('opens the one case of a link, without a list, even where somebody is signed in', async () => {
    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];
    desk().only = LUIS;
    const page = await enter();
    const address = page.url();
    await page.goto('about:blank');

    await page.goto(`${address}#link=a-signed-link`);
    await page.locator('#sign-in-why', { hasText: 'You have a link to one case.' }).waitFor();
    await page.getByRole('button', { name: 'Open the case' }).click();

    await page.locator('.card', { hasText: 'Lync freezes' }).waitFor();
    expect(desk().openings.at(-1)).to.deep.equal({ link: 'a-signed-link', name: 'Ana' });
    expect(await page.textContent('#who')).to.match(/^Ana, by link, until/);
    for (const absent of ['#list', '#figures', '#back']) expect(await page.locator(absent).isVisible()).to.equal(false);
  });

  it('says that a link has ended', async () => {
    desk().link = 'another';
    const page = await open({ at: '#link=a-signed-link' });
    await page.getByLabel('Your name').fill('Ana');
    await page.keyboard.press('Enter');

    await page
      .locator('#sign-in-fault', {
        hasText: 'This link doesn’t work any more: it is good for 8 hours, and only as a whole.',
      })
      .waitFor();
  });

  it('is asked for again when the time at the desk has ended, and nothing typed is lost', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.card').waitFor();
    await page.fill('#composer-text', 'half a thought');
    desk().expire();
    await page.locator('#sign-in-why', { hasText: 'nothing you have typed is lost' }).waitFor();
    expect(await page.locator('#workspace').isVisible()).to.equal(false);

    await page.getByLabel('The desk’s token').fill(desk().token);
    await page.keyboard.press('Enter');

    await page.locator('.card').waitFor();
    expect(await page.inputValue('#composer-text')).to.equal('half a thought');
    expect(await focusedWords(page)).to.equal(LUIS);
  });

  it('is asked for again when something is done after that, which then is done once', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.card').waitFor();
    await page.fill('#composer-text', 'a note');
    desk().session += 1;
    await page.keyboard.press('Enter');
    await page.locator('#sign-in').waitFor();

    await page.getByLabel('The desk’s token').fill(desk().token);
    await page.keyboard.press('Enter');
    await page.locator('.card').waitFor();
    await page.locator('#composer-text').press('Enter');

    await desk().until(() => desk().deeds.length === 1);
    expect(desk().deeds[0]).to.include({ case: LUIS, text: 'a note' });
  });

  it('goes on where another tab has signed in anew', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.card').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url().replace(/#.*/, ''));
    await other.locator('#leave').waitFor();
    await other.evaluate(
      `fetch('/desk/open', { method: 'POST', body: '{"token":"the-token-of-the-desk","name":"Ana"}' })`,
    );

    await page.fill('#composer-text', 'a note');
    await page.locator('#composer-text').press('Enter');

    await desk().until(() => desk().deeds.length === 1);
    expect(await page.locator('#sign-in').isVisible()).to.equal(false);
  });

  it('ends when somebody leaves, and leaves nothing behind', async () => {
    desk().open = [luisCase({ lines: [line(9, { text: 'hello?' })] })];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.line', { hasText: 'hello?' }).waitFor();
    await page.fill('#composer-text', 'half a thought');

    await page.getByRole('button', { name: 'Leave' }).click();

    await page.locator('#sign-in-why', { hasText: 'You have left the desk.' }).waitFor();
    expect(await page.locator('.row, .card, .line').count()).to.equal(0);
    expect(await page.inputValue('#composer-text')).to.equal('');
    expect(await page.title()).to.equal('Desk · Unstuck');
    expect(new URL(page.url()).hash).to.equal('');
  });
});
