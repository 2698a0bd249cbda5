import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { focusedWords } from '../support/focusedWords.ts';
import { line, luisCase, otherCase, replyForm, solveForm, statsCard } from '../support/pageDeskCases.ts';
import { useDesk } from '../support/pageDeskWorld.ts';

const LUIS = 'UN-7K3Q-M4';

describe('what is done at the desk', () => {
  const { desk, enter } = useDesk();

  async function atCase(width = 1280): Promise<Page> {
    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];
    desk().react = ({ value }) => {
      switch (value?.['form']) {
        case 'reply':
          return { cards: [replyForm] };
        case 'solve':
          return { cards: [solveForm] };
        default:
          return {};
      }
    };
    const page = await enter({ at: `#case=${LUIS}`, width });
    await page.locator('.card').waitFor();
    return page;
  }

  it('counts once, however often a button is pressed, and is shown by the card as it then is', async () => {
    const page = await atCase();
    desk().react = () => {
      desk().put(luisCase({ holder: 'Ana' }));
      return { said: 'You have it now.' };
    };

    await page.getByRole('button', { name: 'Claim' }).click({ clickCount: 3 });

    await page.locator('#said', { hasText: 'You have it now.' }).waitFor();
    await page.getByRole('button', { name: 'Release' }).waitFor();
    expect(desk().deeds).to.have.lengthOf(1);
    expect(desk().deeds[0]).to.deep.include({
      case: LUIS,
      value: { verb: 'desk-claim', case: LUIS, card: LUIS },
    });
  });

  it('opens a form with the focus in it, which no live update touches', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByRole('region', { name: 'Write to Luis' }).waitFor();
    await page.keyboard.type('Hello Lu');

    desk().put(luisCase({ holder: 'Ben', lines: [line(9, { text: 'Anybody there?' })] }));
    await page.locator('.line', { hasText: 'Anybody there?' }).waitFor();
    await page.keyboard.type('is');

    expect(await page.getByLabel('Your answer').inputValue()).to.equal('Hello Luis');
  });

  it('sends a form by the keyboard, says what came of it, and gives the focus back to the case', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).press('Enter');
    await page.getByLabel('Your answer').waitFor();
    desk().react = () => ({ said: 'Sent to Luis, 14:02.' });

    await page.keyboard.type('Hello');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Luis');
    await page.keyboard.press('Control+Enter');

    await page.locator('#said', { hasText: 'Sent to Luis, 14:02.' }).waitFor();
    expect(desk().deeds.at(-1)).to.deep.include({
      case: LUIS,
      value: { verb: 'desk-reply', case: LUIS, card: 'form-1', text: 'Hello\nLuis' },
    });
    expect(await page.locator('.slip').count()).to.equal(0);
    expect(await focusedWords(page)).to.equal(LUIS);
  });

  it('asks for what a form needs', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Solved…' }).click();
    await page.getByLabel('The true cause').waitFor();

    await page.getByRole('button', { name: 'Solved', exact: true }).click();

    await page.locator('.field-error', { hasText: 'Please choose one.' }).waitFor();
    await page.getByLabel('The true cause').selectOption('Network issue');
    await page.getByRole('button', { name: 'Solved', exact: true }).click();
    await desk().until(() => desk().deeds.length === 2);
    expect(desk().deeds[1]?.value).to.include({ cause: 'network-issue' });
  });

  it('replaces no form that was begun by another one', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByLabel('Your answer').fill('Hello');

    await page.getByRole('button', { name: 'Solved…' }).click();
    await page.getByLabel('The true cause').waitFor();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.waitForFunction("document.activeElement.tagName === 'TEXTAREA'");

    expect(await page.getByLabel('Your answer').inputValue()).to.equal('Hello');
    expect(await page.locator('.slip').count()).to.equal(1);
    await page.getByRole('button', { name: 'Close “Write to Luis”' }).click();
    expect(await page.locator('#panel').isVisible()).to.equal(false);
  });

  it('keeps what was begun at a case for when somebody comes back to it', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByLabel('Your answer').fill('Hello');
    await page.fill('#composer-text', 'half a note');

    await page.getByRole('link', { name: 'UN-9WXR-HK' }).click();
    await page.locator('#case-title', { hasText: 'UN-9WXR-HK' }).waitFor();
    expect(await page.locator('.slip').count()).to.equal(0);
    expect(await page.inputValue('#composer-text')).to.equal('');
    await page.getByRole('link', { name: LUIS }).click();

    await page.getByLabel('Your answer').waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).to.equal('Hello');
    expect(await page.inputValue('#composer-text')).to.equal('half a note');
  });

  it('says on its button what becomes of what is typed', async () => {
    const page = await atCase();
    const box = page.locator('#composer-text');
    expect(await box.getAttribute('placeholder')).to.equal('A note for the desk, or “reply …” to Luis');

    for (const [text, label] of [
      ['ask him', 'Add note'],
      ['reply hello', 'Send to Luis'],
      ['Replying takes long', 'Add note'],
      ['stats', 'Show'],
      ['assign Ben', 'Assign'],
    ] as const) {
      await box.fill(text);
      expect(await page.textContent('#act')).to.equal(label);
    }
  });

  it('sends what is typed with the case, and shows it', async () => {
    const page = await atCase();
    desk().react = ({ text }) => {
      desk().put(luisCase({ lines: [line(9, { kind: 'note', side: 'desk', who: 'Ana', text: text ?? '' })] }));
      return { said: 'Noted.' };
    };

    await page.fill('#composer-text', 'an old client');
    await page.locator('#composer-text').press('Enter');

    await page.locator('.line.is-note', { hasText: 'an old client' }).waitFor();
    expect(desk().deeds[0]).to.include({ case: LUIS, text: 'an old client' });
    expect(await page.inputValue('#composer-text')).to.equal('');
  });

  it('shows what a command answers beside the case, and goes to the case that it names', async () => {
    const page = await atCase();
    desk().react = ({ text }) => (text === 'stats' ? { cards: [statsCard] } : { show: 'UN-9WXR-HK' });

    await page.getByRole('button', { name: 'Figures' }).click();
    await page.getByRole('region', { name: 'Figures' }).waitFor();
    expect(await focusedWords(page)).to.equal('Figures');
    expect(desk().deeds[0]).to.include({ case: null, text: 'stats' });
    await page.fill('#composer-text', 'case UN-9WXR-HK');
    await page.locator('#composer-text').press('Enter');

    await page.locator('#case-title', { hasText: 'UN-9WXR-HK' }).waitFor();
    expect(await focusedWords(page)).to.equal('UN-9WXR-HK');
  });

  it('shows the figures where the list alone is shown, and goes back to it', async () => {
    desk().open = [luisCase()];
    desk().react = () => ({ cards: [statsCard] });
    const page = await enter({ width: 390, height: 844 });
    await page.locator('.row').waitFor();

    await page.getByRole('button', { name: 'Figures' }).click();
    await page.getByRole('region', { name: 'Figures' }).waitFor();
    await page.getByRole('button', { name: 'Close “Figures”' }).click();

    await page.locator('.row').waitFor();
    expect(await page.locator('#case').isVisible()).to.equal(false);
    expect(await focusedWords(page)).to.equal('Open');
  });

  it('is sent again under the same id until it has arrived', async () => {
    const page = await atCase();
    desk().deedAnswer = 'gone';

    await page.fill('#composer-text', 'reply hello');
    await page.locator('#composer-text').press('Enter');

    await page.locator('#said', { hasText: 'Not sent yet, trying again…' }).waitFor();
    desk().deedAnswer = null;
    await desk().until(() => desk().deeds.length > 1);
    await page.locator('#said:empty').waitFor({ state: 'attached' });
    expect(new Set(desk().deeds.map(({ id }) => id)).size).to.equal(1);
  });

  it('is given back when it can’t be sent, and then counts once all the same', async () => {
    const page = await atCase();
    desk().deedAnswer = 'gone';
    await page.fill('#composer-text', 'reply hello');
    await page.locator('#composer-text').press('Enter');
    await page.locator('#said', { hasText: 'no connection' }).waitFor();
    expect(await page.inputValue('#composer-text')).to.equal('reply hello');

    // A browser by itself may have sent one twice.
    const before = desk().deeds.length;
    desk().deedAnswer = null;
    await page.locator('#composer-text').press('Enter');

    await desk().until(() => desk().deeds.length > before);
    expect(new Set(desk().deeds.map(({ id }) => id)).size).to.equal(1);
  });

  for (const [status, words] of [
    [429, 'You’re going too fast for me. I’ll send it in 1 second.'],
    [503, 'I’m still busy with this. I’ll send it again in 1 second.'],
  ] as const) {
    it(`waits as long as a server says that answers ${status}`, async () => {
      const page = await atCase();
      desk().deedAnswer = { status, retryAfter: 1 };

      await page.getByRole('button', { name: 'Claim' }).click();
      await page.locator('#said', { hasText: words }).waitFor();
      expect(await page.locator('#case-card .card').getAttribute('aria-busy')).to.equal('true');
      desk().deedAnswer = null;

      await page.locator('#case-card .card:not([aria-busy])').waitFor();
      expect(new Set(desk().deeds.map(({ id }) => id)).size).to.equal(1);
    });
  }

  it('keeps what was typed where the desk doesn’t let it happen, and says why', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByLabel('Your answer').fill('Hello');
    desk().react = () => ({ refused: true, said: 'Ben has this case already, so nothing was changed.' });

    await page.getByRole('button', { name: 'Send to Luis' }).first().click();
    await page.locator('#said.is-fault', { hasText: 'Ben has this case already' }).waitFor();
    await page.fill('#composer-text', 'reply hello');
    await page.locator('#composer-text').press('Enter');

    await desk().until(() => desk().deeds.length === 3);
    await page.waitForFunction("document.querySelector('#composer-text').value !== ''");
    expect(await page.inputValue('#composer-text')).to.equal('reply hello');
    expect(await page.getByLabel('Your answer').inputValue()).to.equal('Hello');
    expect(await page.locator('.slip .card').getAttribute('aria-busy')).to.equal(null);
  });

  it('keeps a form that was refused, ready to be sent again', async () => {
    const page = await atCase();
    await page.getByRole('button', { name: 'Reply…' }).click();
    await page.getByLabel('Your answer').fill('Hello');
    desk().deedAnswer = { status: 400 };

    await page.getByRole('button', { name: 'Send to Luis' }).first().click();

    await page.locator('#said.is-fault', { hasText: 'This couldn’t be sent.' }).waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).to.equal('Hello');
    desk().deedAnswer = null;
    await page.getByRole('button', { name: 'Send to Luis' }).first().click();
    await page.locator('.slip').waitFor({ state: 'detached' });
  });
});
