import { expect } from 'chai';
import { cardActivity } from '../support/cardActivity.ts';
import { sampleViews } from '../support/sampleViews.ts';
import { usePage } from '../support/usePage.ts';

describe('sending from the page', () => {
  const { server, open } = usePage();

  it('shows what was typed at once, and once only when it comes back', async () => {
    const page = await open();
    server().onMessage(() => undefined);

    await page.fill('textarea', 'I can’t get in');
    await page.keyboard.press('Enter');

    await page.locator('.bubble', { hasText: 'I can’t get in' }).waitFor();
    await server().untilReceived(1);
    const { id, text } = server().received[0] ?? { id: '' };
    server().say({ type: 'message', from: { role: 'user' }, text, channelData: { clientId: id } });
    server().say({ type: 'message', from: { role: 'bot' }, text: 'Let’s see.' });
    await page.locator('.bubble', { hasText: 'Let’s see.' }).waitFor();
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['I can’t get in', 'Let’s see.']);
    expect(await page.inputValue('textarea')).to.equal('');
  });

  it('keeps the order of what was said when the answer overtakes the echo of the next message', async () => {
    const page = await open();
    server().onMessage(() => undefined);

    await page.fill('textarea', 'second');
    await page.keyboard.press('Enter');
    await server().untilReceived(1);
    server().say({ type: 'message', from: { role: 'bot' }, text: 'first' });

    await page.locator('.bubble', { hasText: 'first' }).waitFor();
    expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['first', 'second']);
  });

  it('says that a message isn’t sent yet, and sends it with the same id until it arrives', async () => {
    const page = await open();
    server().answerWith(500);

    await page.fill('textarea', 'help');
    await page.click('text=Send');

    await page.locator('.entry-note', { hasText: 'Not sent yet, trying again' }).waitFor();
    server().answerWith(null);
    await server().untilReceived(2);
    await page.locator('.entry-note').waitFor({ state: 'detached' });
    const ids = new Set(server().received.map((each) => each.id));
    expect(ids.size).to.equal(1);
    expect(await page.locator('.bubble').count()).to.equal(1);
  });

  for (const [status, line] of [
    [429, 'You’re going too fast for me. I’ll send this in 2 seconds.'],
    [503, 'I’m still busy with this. I’ll send it again in 2 seconds; it is kept.'],
  ] as const) {
    it(`waits as long as a server says that answers ${status}, and loses nothing`, async () => {
      const page = await open();
      server().answerWith({ status, retryAfter: 2 });

      await page.fill('textarea', 'one');
      await page.keyboard.press('Enter');
      await page.fill('textarea', 'two');
      await page.keyboard.press('Enter');

      await page.locator('.entry-note', { hasText: line }).waitFor();
      server().answerWith(null);
      const before = server().received.length;
      await page.locator('.bubble:not(.is-sending)', { hasText: 'two' }).waitFor();
      await page.locator('.entry-note').waitFor({ state: 'detached' });
      const [first, again, second] = server().received;
      expect([before, first?.text, again?.text, second?.text]).to.deep.equal([1, 'one', 'one', 'two']);
      expect(again?.id).to.equal(first?.id);
      expect(await page.locator('.bubble').allTextContents()).to.deep.equal(['one', 'two']);
    });
  }

  it('sends after a reload what a server that was away didn’t get', async () => {
    const page = await open();
    server().answerWith('gone');
    await page.fill('textarea', 'still here');
    await page.keyboard.press('Enter');
    await page.locator('.entry-note').waitFor();

    server().answerWith(null);
    await page.reload();

    await page.locator('.bubble:not(.is-sending)', { hasText: 'still here' }).waitFor();
    expect(new Set(server().received.map((each) => each.id)).size).to.equal(1);
    expect(await page.locator('.bubble').count()).to.equal(1);
  });

  it('gives a message that the server refuses back to be changed', async () => {
    const page = await open();
    server().answerWith(400);

    await page.fill('textarea', 'no good');
    await page.keyboard.press('Enter');
    await page.click('text=Put it back into the box');

    expect(await page.inputValue('textarea')).to.equal('no good');
    expect(await page.locator('.bubble').count()).to.equal(0);
  });

  it('opens a new session when the old one has ended, and sends the message there', async () => {
    const page = await open();
    await server().untilConnected();
    server().forget();

    await page.fill('textarea', 'anybody?');
    await page.keyboard.press('Enter');

    await page.locator('.bubble:not(.is-sending)', { hasText: 'anybody?' }).waitFor();
    expect(server().opens).to.have.lengthOf(2);
    expect(server().received.map((each) => each.text)).to.deep.equal(['anybody?']);
  });

  it('sends a click with its card and the number of its message, once, however often it is pressed', async () => {
    const page = await open();
    const seq = server().say(cardActivity(sampleViews.question, 'card-7'));

    await page.click('text=Just me', { clickCount: 3 });
    await page.click('text=Several people', { force: true });
    await page.locator('text=Talk to a person').press('Enter');

    await server().untilReceived(1);
    const [click, ...others] = server().received;
    expect(click).to.deep.include({
      value: { verb: 'answer', question: 'users', option: 'single', card: 'card-7' },
      replyTo: String(seq),
    });
    expect(others).to.deep.equal([]);
    expect(await page.locator('.card').getAttribute('aria-busy')).to.equal('true');
  });

  it('makes a card usable again whose click was refused', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'c1'));
    server().answerWith(400);

    await page.click('text=Just me');
    await page.locator('#status', { hasText: 'That tap couldn’t be sent' }).waitFor();

    expect(await page.locator('.card').getAttribute('aria-busy')).to.equal(null);
    server().answerWith(null);
    await page.click('text=Just me');
    await server().untilReceived(2);
  });

  it('says that it waits, and lets a card be used again whose click got no answer', async () => {
    const page = await open();
    server().say(cardActivity(sampleViews.question, 'c1'));
    await page.getByRole('button', { name: 'Just me' }).waitFor();
    await page.clock.install();

    await page.click('text=Just me');
    await server().untilReceived(1);
    await page.clock.runFor(1_000);
    expect(await page.textContent('#status')).to.equal('Waiting for the answer…');
    await page.clock.runFor(15_000);

    expect(await page.textContent('#status')).to.contain('you can also tap again');
    await page.click('text=Just me');
    await server().untilReceived(2);
  });

  it('counts near the limit, and keeps a text that is too long instead of cutting it', async () => {
    const page = await open();

    await page.fill('textarea', 'x'.repeat(3600));
    expect(await page.textContent('#composer-note')).to.equal('3,600 of 4,000 characters');
    await page.fill('textarea', 'x'.repeat(4001));
    await page.keyboard.press('Enter');

    expect(await page.textContent('#composer-note')).to.equal('1 character too many: please shorten it to 4,000.');
    expect(await page.getAttribute('textarea', 'aria-invalid')).to.equal('true');
    expect(await page.inputValue('textarea')).to.have.lengthOf(4001);
    expect(server().received).to.deep.equal([]);
  });

  it('asks for something when nothing was typed', async () => {
    const page = await open();

    await page.click('text=Send');

    expect(await page.textContent('#composer-note')).to.equal('Write something first.');
    expect(server().received).to.deep.equal([]);
  });
});
