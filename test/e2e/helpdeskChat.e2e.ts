import { expect } from 'chai';
import { axeFaults } from '../support/axe.ts';
import { cardActivity } from '../support/cardActivity.ts';
import { focusedWords } from '../support/focusedWords.ts';
import { pageViews } from '../support/pageViews.ts';
import { screenshot } from '../support/screenshot.ts';
import { usePage } from '../support/usePage.ts';

const SECRET = 'abcdefghij-_ABCDEFGHIJ';
const LINK = `https://unstuck.contoso.example/c/${SECRET}`;

const fromAna = (text: string, answer: string) => ({
  ...{ type: 'message', from: { role: 'bot' }, text },
  channelData: { by: 'Ana', answer },
});

describe('the helpdesk in the chat', () => {
  const { server, open, complaints } = usePage();

  it('names who of the helpdesk has said something, and sets a sign apart that says no more than that it has arrived', async () => {
    const page = await open();

    server().say({ type: 'message', from: { role: 'user' }, text: 'Are you there?' });
    server().say({ type: 'message', from: { role: 'bot' }, text: '✓', channelData: { tick: true } });
    server().say(fromAna('Yes. <b>One</b> moment.', 'e1'));

    await page.locator('.entry-author', { hasText: 'Ana (helpdesk)' }).waitFor();
    expect(await page.getByRole('article', { name: 'Ana (helpdesk)' }).textContent()).to.contain('<b>One</b> moment.');
    expect(await page.locator('.tick').textContent()).to.equal('✓Added.');
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal([
      'Are you there?',
      'Yes. <b>One</b> moment.',
    ]);
    expect(complaints()).to.deep.equal([]);
  });

  it('tells that an answer was read, once, also over a reload', async () => {
    const page = await open();
    server().say(fromAna('one', 'e1'));
    server().say({ type: 'message', from: { role: 'bot' }, text: 'no answer' });
    await server().until(() => server().reads.length === 1);
    // Once the page has heard that it has arrived, it keeps that for its next visit.
    await page.waitForFunction("JSON.stringify(Object.values(sessionStorage)).includes('e1')");

    await page.reload();
    await page.locator('.bubble', { hasText: 'one' }).waitFor();
    server().say(fromAna('two', 'e2'));
    await server().until(() => server().reads.includes('e2'));

    expect(server().reads).to.deep.equal(['e1', 'e2']);
  });

  it('opens the conversation of a case by its link, and takes the link out of the address', async () => {
    server().knowSecret(SECRET);
    server().say({ type: 'message', from: { role: 'bot' }, text: 'here it goes on' });

    const page = await open({ path: `c/${SECRET}` });

    await page.locator('.bubble', { hasText: 'here it goes on' }).waitFor();
    await page.locator('#status', { hasText: 'This is the chat of your case.' }).waitFor();
    expect(new URL(page.url()).pathname).to.equal('/');
    await screenshot(page, 'chat-by-link');
    expect(server().opens[0]).to.include({ secret: SECRET });
    expect(server().opens[0]?.zone).to.be.a('string').and.not.equal('');
    await page.reload();
    await page.locator('.bubble', { hasText: 'here it goes on' }).waitFor();
    expect(server().opens.at(-1)).not.to.have.property('secret');
  });

  describe('where another conversation is open in the browser', () => {
    const choose = async (size = {}) => {
      server().say({ type: 'message', from: { role: 'bot' }, text: 'here it goes on' });
      const page = await open(size);
      server().knowSecret(SECRET);
      server().askBefore('UN-7K3Q-M4');
      await page.goto(`${server().url}c/${SECRET}`);
      await page.getByRole('heading', { name: 'Another chat is open in this browser' }).waitFor();
      return page;
    };

    it('asks which of the two it is to be, and opens that of the case', async () => {
      const page = await choose();
      expect(await focusedWords(page)).to.equal('Another chat is open in this browser');
      expect(await page.locator('#composer').isVisible()).to.equal(false);
      expect(await axeFaults(page)).to.deep.equal([]);
      await screenshot(page, 'chat-choice');

      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');

      await page.locator('.bubble', { hasText: 'here it goes on' }).waitFor();
      await page.locator('#status', { hasText: 'This is the chat of your case.' }).waitFor();
      expect(server().opens.at(-1)).to.include({ secret: SECRET, instead: true });
      expect(new URL(page.url()).pathname).to.equal('/');
      expect(await page.locator('#choice').isVisible()).to.equal(false);
      expect(await page.locator('#composer').isVisible()).to.equal(true);
    });

    it('keeps the one that is open', async () => {
      const page = await choose({ width: 390, height: 844 });
      await screenshot(page, 'chat-choice-phone');

      await page.getByRole('button', { name: 'Keep the one that is open here' }).click();

      await page.locator('.bubble', { hasText: 'here it goes on' }).waitFor();
      await page.locator('#status', { hasText: 'The link to your case still works' }).waitFor();
      expect(server().opens.at(-1)).not.to.have.property('secret');
      expect(new URL(page.url()).pathname).to.equal('/');
    });
  });

  it('says that a link is over, and begins anew', async () => {
    const page = await open({ path: `c/${SECRET}` });

    await page.locator('#status', { hasText: 'That link doesn’t work any more' }).waitFor();

    expect(new URL(page.url()).pathname).to.equal('/');
    server().say({ type: 'message', from: { role: 'bot' }, text: 'hello' });
    await page.locator('.bubble', { hasText: 'hello' }).waitFor();
    expect(await page.textContent('#status')).to.contain('That link doesn’t work any more');
  });

  it('goes on in the other tabs of the browser when one has opened a case by its link', async () => {
    const page = await open();
    server().say({ type: 'message', from: { role: 'bot' }, text: 'another chat' });
    await page.locator('.bubble').waitFor();
    server().knowSecret(SECRET);

    const other = await page.context().newPage();
    await other.goto(`${server().url}c/${SECRET}`);

    await page.locator('#status', { hasText: 'was opened in another tab' }).waitFor();
    await page.locator('.bubble').nth(1).waitFor();
  });

  it('says with each message where the person is, so that times can be told in theirs', async () => {
    const page = await open();

    await page.fill('textarea', 'hello');
    await page.keyboard.press('Enter');

    await server().untilReceived(1);
    expect(server().received[0]?.zone).to.be.a('string').and.not.equal('');
  });

  const fromCase = (text: string, hears: string | null, id = 'UN-7K3Q-M4') => ({
    ...{ type: 'message', from: { role: 'bot' }, text },
    channelData: { case: { id, hears } },
  });

  it('keeps the link to a case in view, ready to copy, whatever comes after, and asks for it once', async () => {
    server().giveLink(LINK);
    const page = await open();
    expect(await page.locator('#case-link').isVisible()).to.equal(false);
    server().say({ ...cardActivity(pageViews.request, 'c1'), ...fromCase('', null) });

    await page.getByRole('region', { name: 'Your link to UN-7K3Q-M4' }).getByRole('button', { name: 'Copy' }).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(LINK);
    await screenshot(page, 'chat-case-link');
    expect(await axeFaults(page)).to.deep.equal([]);
    server().say(fromCase('Ana took your case', 'Ana'));
    await page.locator('.bubble', { hasText: 'Ana took' }).waitFor();
    expect(await page.locator('#case-link').innerText()).to.contain(LINK);
    await page.reload();
    await page.locator('#case-link').waitFor();

    expect(await page.locator('#case-link').innerText()).to.contain(LINK);
    expect(server().links).to.deep.equal(['UN-7K3Q-M4']);
  });

  it('has the link to the newest case alone, and to none of another conversation', async () => {
    server().giveLink(LINK);
    server().say(fromCase('the first', null));
    server().say(fromCase('the second', null, 'UN-9PPX-K2'));
    const page = await open();

    await page.getByRole('region', { name: 'Your link to UN-9PPX-K2' }).waitFor();
    server().forget();
    await server().until(() => server().opens.length === 2);
    await page.locator('#case-link').waitFor({ state: 'hidden' });

    expect(server().links).to.deep.equal(['UN-9PPX-K2']);
  });

  it('shows none where there is none', async () => {
    const page = await open();
    server().say({ ...cardActivity(pageViews.request, 'c1'), ...fromCase('', null) });
    await server().until(() => server().links.length === 1);

    expect(await page.locator('.case-link-words').textContent()).to.contain('Keep this page');
    expect(await page.getByRole('button', { name: 'Copy' }).count()).to.equal(0);
  });

  it('waits for no answer to what an agent got, says who did, and whom the box writes to', async () => {
    server().onMessage(({ id, text }) => {
      server().say({ type: 'message', from: { role: 'user' }, text, channelData: { clientId: id, to: 'Ana' } });
    });
    const page = await open();
    expect(await page.getByLabel('Or type your answer').isVisible()).to.equal(true);
    server().say(fromCase('Ana took your case', 'Ana'));

    await page.clock.install();
    await page.getByRole('textbox', { name: 'Write to Ana' }).fill('Hi Ana');
    await page.keyboard.press('Enter');
    await page.locator('.entry-note', { hasText: 'Sent to Ana' }).waitFor();
    await page.clock.runFor(20_000);

    expect(await page.textContent('#status')).to.equal('');
    server().say(fromCase('Back with me', null));
    await page.getByLabel('Or type your answer').waitFor();
  });

  it('says once of several messages in a row that they were sent', async () => {
    server().onMessage(({ id, text }) => {
      server().say({ type: 'message', from: { role: 'user' }, text, channelData: { clientId: id, to: 'Ana' } });
    });
    const page = await open();
    for (const text of ['one', 'two']) {
      await page.fill('textarea', text);
      await page.keyboard.press('Enter');
      await page.locator('.bubble', { hasText: text }).waitFor();
    }
    await page.locator('.entry:last-child .sent-note').waitFor();

    expect(await page.locator('.sent-note:visible').count()).to.equal(1);
  });
});
