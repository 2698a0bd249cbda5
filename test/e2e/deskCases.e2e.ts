import { expect } from 'chai';
import { focusedWords } from '../support/focusedWords.ts';
import { line, luisCase, otherCase } from '../support/pageDeskCases.ts';
import { useDesk } from '../support/pageDeskWorld.ts';

const LUIS = 'UN-7K3Q-M4';

describe('cases at the desk', () => {
  const { desk, enter, complaints } = useDesk();

  it('are listed in the order of the server, with what is urgent in words', async () => {
    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];

    const page = await enter();
    await page.locator('.row').nth(1).waitFor();

    const rows = await page.locator('.row').allTextContents();
    expect(rows).to.deep.equal([
      `${LUIS} Meeting at 14:00 Lync freezes Luis Ortega, a guest Waiting for 12 minutes`,
      'UN-9WXR-HK A security warning comes up, and nobody in the department can join Maja Nováková, Contoso Ana has it',
    ]);
    expect(await page.title()).to.equal('(1) Desk · Unstuck');
  });

  it('say what to do while there are none, or none is chosen', async () => {
    const page = await enter();

    await page.locator('#list-note', { hasText: 'No open cases. New ones come in here by themselves.' }).waitFor();
    await page.locator('#case-note', { hasText: 'Choose a case from the list.' }).waitFor();
    await page.getByRole('tab', { name: 'Closed' }).click();
    await page.locator('#list-note', { hasText: 'No case has been closed yet.' }).waitFor();
  });

  it('are told apart by tabs, which arrows move in', async () => {
    desk().open = [luisCase()];
    desk().closed = [otherCase('UN-3HNP-CV', { status: 'closed', state: 'Closed yesterday' })];
    const page = await enter();
    await page.locator('.row').waitFor();
    await page.getByRole('tab', { name: 'Open' }).focus();

    await page.keyboard.press('ArrowRight');

    await page.locator('.row', { hasText: 'Closed yesterday' }).waitFor();
    expect(await page.locator('.row').count()).to.equal(1);
    expect(await focusedWords(page)).to.equal('Closed');
    expect(await page.getByRole('tab', { name: 'Closed' }).getAttribute('aria-selected')).to.equal('true');
    expect(await page.title()).to.equal('(1) Desk · Unstuck');
  });

  it('come in by themselves; an urgent one is counted in the title, and said', async () => {
    desk().open = [luisCase()];
    const page = await enter();
    await page.locator('.row').waitFor();

    desk().put(otherCase('UN-9WXR-HK', { status: 'waiting', urgency: 'Many people', state: 'New' }));

    await page.locator('.row', { hasText: 'UN-9WXR-HK' }).waitFor();
    expect(await page.title()).to.equal('(2) Desk · Unstuck');
    const said = page.locator('#announcer p');
    expect(await said.allTextContents()).to.deep.equal([
      'New urgent case: A security warning comes up, and nobody in the department can join, Maja Nováková, Contoso.',
    ]);
  });

  it('are shown with their card and all that has happened, as plain text', async () => {
    const file = { id: 'f1', name: 'Error.png', type: 'image/png', size: 3000 };
    desk().open = [luisCase({ lines: [line(8, { text: 'Error.png', file }), line(9, { text: '', file })] })];
    const page = await enter();

    await page.getByRole('link', { name: 'Lync freezes' }).click();
    await page.locator('.line').nth(7).waitFor();

    expect(await focusedWords(page)).to.equal(LUIS);
    expect(await page.locator('.line.is-note').textContent()).to.contain('Internal note');
    expect(await page.locator('.line.is-said.from-desk').textContent()).to.contain('Sent to the person');
    expect(await page.locator('.line.is-note').textContent()).to.contain('<b>Ask</b> for the version.');
    expect(await page.locator('.line.is-event').first().textContent()).to.match(/Luis opened the case$/);
    expect(await page.getByRole('listitem').filter({ hasText: 'I have to restart.' }).count()).to.equal(1);
    expect(new URL(page.url()).hash).to.equal(`#case=${LUIS}`);
    expect(await page.locator('.row a').getAttribute('aria-current')).to.equal('true');
  });

  it('that don’t exist, or aren’t theirs to see, say so', async () => {
    const page = await enter({ at: '#case=UN-XXXX-XX' });

    await page.locator('#case-note', { hasText: 'There is no case UN-XXXX-XX here' }).waitFor();
  });

  it('go on by themselves while they are read, and whoever is on the card stays there', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    const reply = page.getByRole('button', { name: 'Reply…' });
    await reply.focus();

    desk().put(luisCase({ holder: 'Ben', lines: [line(9, { text: 'Anybody there?' })] }));

    await page.getByRole('button', { name: 'Release' }).waitFor();
    await page.locator('.line', { hasText: 'Anybody there?' }).waitFor();
    expect(await focusedWords(page)).to.equal('Reply…');
    await page.locator('#announcer', { hasText: 'Luis: Anybody there?' }).waitFor({ state: 'attached' });
    expect(complaints().filter((each) => !each.includes('401'))).to.deep.equal([]);
  });

  it('wait with that until a menu is closed', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.getByRole('button', { name: 'More' }).click();

    desk().put(luisCase({ holder: 'Ben' }));
    await page.locator('.row', { hasText: 'Ben has it' }).waitFor();
    expect(await page.getByRole('menuitem', { name: 'Note…' }).isVisible()).to.equal(true);
    await page.keyboard.press('Escape');
    await page.locator('#composer-text').focus();

    await page.getByRole('button', { name: 'Release' }).waitFor();
  });

  it('offer the way down to what the person says while somebody reads further up', async () => {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}`, height: 700 });
    await page.locator('.line').first().waitFor();

    desk().put(luisCase({ lines: [line(9, { text: 'Anybody there?' })] }));
    const wayDown = page.getByRole('button', { name: 'New message below' });
    await wayDown.waitFor();
    expect(await page.evaluate("document.querySelector('#case-scroll').scrollTop")).to.equal(0);
    await wayDown.click();

    await wayDown.waitFor({ state: 'hidden' });
    const shown = await page.locator('.line', { hasText: 'Anybody there?' }).boundingBox();
    expect((shown?.y ?? 0) + (shown?.height ?? 0)).to.be.below(700);
  });

  it('say that they may be old while there is no connection, and then catch up', async () => {
    desk().open = [luisCase()];
    const page = await enter();
    await page.locator('.row').waitFor();

    desk().isAway = true;
    desk().cut();
    await page.locator('#connection', { hasText: 'What you see may be old' }).waitFor({ state: 'attached' });
    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];
    desk().isAway = false;

    await page.locator('.row', { hasText: 'UN-9WXR-HK' }).waitFor();
    await page.locator('#connection:empty').waitFor({ state: 'attached' });
  });

  it('rest when other tabs have taken over, and go on when asked to', async () => {
    desk().open = [luisCase()];
    const page = await enter();
    await page.locator('.row').waitFor();
    desk().end('displaced');
    await page.locator('#connection', { hasText: 'several tabs' }).waitFor();

    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];
    await page.getByRole('button', { name: 'Go on here' }).click();

    await page.locator('.row', { hasText: 'UN-9WXR-HK' }).waitFor();
    await page.locator('#connection:empty').waitFor({ state: 'attached' });
  });

  it('come one after the other with the list where it is narrow, with a way back', async () => {
    desk().open = [luisCase(), otherCase('UN-9WXR-HK')];
    const page = await enter({ width: 390, height: 844 });
    await page.getByRole('link', { name: 'UN-9WXR-HK' }).click();
    await page.locator('.card').waitFor();
    expect(await page.locator('#list').isVisible()).to.equal(false);

    await page.getByRole('link', { name: 'All cases' }).click();

    await page.locator('#case').waitFor({ state: 'hidden' });
    expect(await focusedWords(page)).to.contain('UN-9WXR-HK');
    await page.goBack();
    await page.locator('.card').waitFor();
  });
});
