import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { focusedWords } from '../support/focusedWords.ts';
import { openCase, press, reply, signIn, trailHas } from '../support/storyAgent.ts';
import { caseId, caseLink, hears, sendCase, tap } from '../support/storyPerson.ts';
import { DESK_TOKEN, useStory } from '../support/storyWorld.ts';

const LUIS = { name: 'Luis Ortega', text: 'It froze twice this morning.' };

const DAY = 24 * 60 * 60_000;

describe('the story of a case, where somebody goes another way', () => {
  const { visit, pass, look, faults } = useStory({ DESK_TOKEN });

  const atDesk = async (name: string): Promise<Page> => {
    const { page } = await visit({ path: 'desk' });
    await signIn(page, name, DESK_TOKEN);
    return page;
  };

  it('is told at the desk by the keyboard alone: sign in, open, claim, reply, solve', async () => {
    const { page: luis } = await visit();
    const id = await sendCase(luis, LUIS);
    const { page: ana } = await visit({ path: 'desk' });
    await ana.getByLabel('Your name').waitFor();

    await ana.keyboard.type('Ana Beck');
    await ana.keyboard.press('Tab');
    await ana.keyboard.type(DESK_TOKEN);
    await ana.keyboard.press('Enter');
    await ana.getByRole('link', { name: id }).waitFor();
    await pressByKeys(ana, id);
    await ana.locator('#case-card .card').waitFor();
    await pressByKeys(ana, 'Claim');
    await trailHas(ana, 'Ana Beck has it now.');
    await hears(luis, 'Ana Beck took your case');
    await pressByKeys(ana, 'Reply…');
    await ana.getByLabel('Your answer').and(ana.locator(':focus')).waitFor();
    await ana.keyboard.type('Please start Lync again.');
    await ana.keyboard.press('Control+Enter');
    await hears(luis, 'Please start Lync again.');
    await ana.locator('#panel').waitFor({ state: 'hidden' });
    await tabTo(ana, (page) => page.evaluate<boolean>("document.activeElement?.id === 'composer-text'"));
    await ana.keyboard.type('reply: Does it work now?');
    await look(ana, '30-typed-reply');
    await ana.keyboard.press('Enter');
    await hears(luis, 'Does it work now?');
    await pressByKeys(ana, 'Solved…');
    await ana.locator('#panel').getByText('What was it?').waitFor();
    await pressByKeys(ana, 'Client issue');

    await hears(luis, 'Are you in?');
    expect(faults()).to.deep.equal([]);
  });

  it('has one who takes it where two do so at once, and the other is told who was faster', async () => {
    const { page: luis } = await visit();
    const id = await sendCase(luis, LUIS);
    const both = [await atDesk('Ana Beck'), await atDesk('Ben Ito')];
    for (const page of both) await openCase(page, id);
    await holdTillAll(both, '**/desk/act');

    await Promise.all(both.map((page) => press(page, 'Claim')));

    const said = await Promise.all(both.map(answerTo));
    const slower = said.findIndex((each) => each.includes('has this case already'));
    const [winner, loser] = slower === 0 ? ['Ben Ito', both[0]] : ['Ana Beck', both[1]];
    expect(said[1 - slower]).to.equal('It’s yours now.');
    expect(said[slower]).to.equal(`${winner} has this case already, so nothing was changed.`);
    await hears(luis, `${winner} took your case`);
    if (loser) {
      await trailHas(loser, `${winner} has it now.`);
      await loser.locator('#case-card', { hasText: `${winner} has it` }).waitFor();
      await look(loser, '31-slower');
    }
    expect(await luis.locator('.entry', { hasText: 'took your case' }).count()).to.equal(1);
    expect(faults()).to.deep.equal([]);
  });

  it('asks whoever has it whether they are still on it, and goes back to the others when nothing is heard', async () => {
    const { page: luis } = await visit();
    const id = await sendCase(luis, LUIS);
    const both = [await atDesk('Ana Beck'), await atDesk('Ben Ito')] as const;
    const [ana, ben] = both;
    for (const page of both) await openCase(page, id);
    await press(ana, 'Claim');
    await hears(luis, 'Ana Beck took your case');

    pass(26 * 60_000);
    for (const page of both) await trailHas(page, 'Ana Beck was asked: still on it?');
    await ana.locator('#case-card', { hasText: 'It goes back to the others at' }).waitFor();
    expect(await ben.getByRole('button', { name: 'Still on it' }).count()).to.equal(0);
    await look(ana, '32-still-on-it');
    await press(ana, 'Still on it');
    await trailHas(ben, 'Ana Beck is still on it.');
    await ana.getByRole('button', { name: 'Still on it' }).waitFor({ state: 'detached' });
    pass(26 * 60_000);
    await ana.getByRole('button', { name: 'Still on it' }).waitFor();
    pass(6 * 60_000);

    await trailHas(ben, 'It waits for somebody again: nothing was heard of Ana Beck in time.');
    await hears(luis, 'Your case waits again');
    await look(luis, '33-waits-again');
    await ben.locator('#case-card').getByRole('button', { name: 'Claim' }).waitFor();
    expect(faults()).to.deep.equal([]);
  });

  it('says of a link to a case that its time is over, and leads to the chat', async () => {
    const { page: luis } = await visit();
    await sendCase(luis, LUIS);
    await luis.locator('.case-link .copy-text').waitFor();
    const path = new URL(await caseLink(luis)).pathname.slice(1);
    await tap(luis, 'Withdraw', 'Your case is closed');

    pass(14 * DAY + 60_000);
    const { page } = await visit({ path });

    await page.getByRole('heading', { name: 'This link doesn’t open a case' }).waitFor();
    await look(page, '34-link-over');
    await page.getByRole('link', { name: 'Go to the chat' }).click();
    await hears(page, 'Can’t join a meeting?');
    expect(await page.locator('main').textContent()).not.to.contain(LUIS.text);
    expect(faults().filter((fault) => !fault.includes('status of 410'))).to.deep.equal([]);
  });

  for (const [what, path] of [
    ['nobody has made', 'c/AAAAAAAAAAAAAAAAAAAAAA'],
    ['was cut off', 'c/AAAAAAAAAAAA'],
  ] as const) {
    it(`says of a link to a case that ${what} that it doesn’t open one`, async () => {
      const { page } = await visit({ path, width: 390, height: 844, theme: 'dark' });

      await page.getByRole('heading', { name: 'This link doesn’t open a case' }).waitFor();

      await look(page, '34-no-link');
      expect(faults().filter((fault) => !/status of 4(?:04|10)/.test(fault))).to.deep.equal([]);
    });
  }

  it('says of a link to a file that it doesn’t open one', async () => {
    const { page } = await visit({ path: 'files/shared?s=broken' });

    await page.getByRole('heading', { name: 'This link doesn’t open a file' }).waitFor();

    await look(page, '38-file-link');
    expect(faults().filter((fault) => !fault.includes('status of 404'))).to.deep.equal([]);
  });

  it('says of a broken link to the desk that it doesn’t work, and how to get another', async () => {
    const { page } = await visit({ path: 'desk#link=broken' });
    await page.getByLabel('Your name').fill('Ana Beck');
    await page.keyboard.press('Enter');

    await page.locator('#sign-in-fault', { hasText: 'This link doesn’t work any more' }).waitFor();
    await look(page, '37-broken-desk-link');
  });

  it('lets the person come back from the bot to whoever has their case', async () => {
    const { page: luis } = await visit();
    const id = await sendCase(luis, LUIS);
    const ana = await atDesk('Ana Beck');
    await openCase(ana, id);
    await press(ana, 'Claim');
    await hears(luis, 'Ana Beck took your case');

    await tap(luis, 'Back to the bot', 'You are talking to');
    await trailHas(ana, 'Luis Ortega talks to the bot for now');
    await look(luis, '36-back-to-the-bot');
    await tap(luis, 'My request', 'What you type comes to me now.');
    await tap(luis, 'Talk to Ana Beck', 'Ana Beck has your case');
    await trailHas(ana, 'Luis Ortega talks to the helpdesk again.');
    await reply(ana, 'Here I am.');

    await hears(luis, 'Here I am.');
    expect(await caseId(luis)).to.equal(id);
    expect(faults()).to.deep.equal([]);
  });
});

/** Goes to something with the tab key alone. */
async function tabTo(page: Page, isThere: (page: Page) => Promise<boolean>): Promise<void> {
  for (let stops = 0; !(await isThere(page)); stops++) {
    expect(stops, 'stops of the tab key').to.be.below(40);
    await page.keyboard.press('Tab');
  }
}

/** Goes to a button, row or link by its label, and presses Enter. */
async function pressByKeys(page: Page, label: string): Promise<void> {
  const begins = new RegExp(`^(\\d+\\s*)?${label}`);
  await tabTo(page, async () => begins.test(await focusedWords(page)));
  await page.keyboard.press('Enter');
}

/** Lets requests go on only when each of the pages has made one, so that nobody has heard of the other’s. */
async function holdTillAll(pages: readonly Page[], url: string): Promise<void> {
  const held: Route[] = [];
  for (const page of pages) {
    await page.route(url, async (route) => {
      held.push(route);
      if (held.length === pages.length) await Promise.all(held.splice(0).map((each) => each.continue()));
    });
  }
}

/** What the page says has become of what was done. */
async function answerTo(page: Page): Promise<string> {
  const said = page.locator('#said', { hasText: /\S/ }).filter({ hasNotText: 'Sending…' });
  return (await said.textContent()) ?? '';
}
