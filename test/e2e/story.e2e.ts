import { expect } from 'chai';
import { pagePicture } from '../support/pagePicture.ts';
import { openCase, press, reply, signIn, trailHas } from '../support/storyAgent.ts';
import { askForPerson, caseId, caseLink, fieldHas, hears, newestCard, tap, type } from '../support/storyPerson.ts';
import { useStory } from '../support/storyWorld.ts';

const SEEN = { name: 'What I see.png', mimeType: 'image/png', buffer: pagePicture(640, 360) };
const SHOWN = { name: 'Where to click.png', mimeType: 'image/png', buffer: pagePicture(480, 270) };

describe('the story of a case', () => {
  const { bot, visit, look, picture, faults } = useStory();

  it('goes from the first question to “I’m in”, with files both ways, a closed tab and a return by the link', async () => {
    // The person asks for somebody, and says what they see.
    const home = await visit({ width: 900 });
    let luis = home.page;
    await askForPerson(luis);
    await picture(luis, '01-hand-over');
    await type(luis, 'It worked yesterday');
    await hears(luis, 'I’ve added that.');
    await luis.getByLabel('What should they know?').last().fill('It worked yesterday. My password is hunter2.');
    await tap(luis, 'Send', 'I’ve hidden what looks like a password');
    await look(luis, '02-masked');
    await tap(luis, 'Undo', 'Talk to a person');
    await fieldHas(luis, 'hunter2');
    await picture(luis, '03-undone');
    await luis.getByLabel('What should they know?').last().fill('It worked yesterday. The meeting is the weekly one.');
    await luis.getByLabel('Your name').last().fill('Luis Ortega');
    await luis.getByLabel('An e-mail address').last().fill('luis@example.com');
    await tap(luis, 'Send', 'Your case is with the helpdesk');
    const id = await caseId(luis);
    await luis.locator('.case-link .copy-text').waitFor();
    await luis.getByRole('button', { name: 'Copy' }).last().click();
    const link = await luis.evaluate<string>('navigator.clipboard.readText()');
    await picture(luis, '04-sent');
    expect(link)
      .to.equal(await caseLink(luis))
      .and.to.match(/\/c\/[\w-]{22}$/);
    await luis.setInputFiles('#attach-field', SEEN);
    await luis.getByRole('link', { name: SEEN.name }).waitFor();
    await look(luis, '05-file');

    // Somebody at the desk takes it.
    const desk = await visit({ path: `desk#token=${bot().deskToken()}` });
    const ana = desk.page;
    await ana.getByLabel('Your name').waitFor();
    await picture(ana, '10-sign-in');
    await signIn(ana, 'Ana Beck');
    await ana.getByRole('link', { name: id }).waitFor();
    await picture(ana, '11-list');
    await openCase(ana, id);
    await ana.locator('.line .picture').waitFor();
    await picture(ana, '12-case');
    await press(ana, 'Claim');
    await trailHas(ana, 'Ana Beck has it now.');
    await hears(luis, 'Ana Beck took your case');
    await picture(luis, '06-took');
    expect(await caseLink(luis)).to.equal(link);

    // They talk.
    await type(luis, 'Hello Ana, thank you!');
    await trailHas(ana, 'Hello Ana, thank you!');
    await luis.getByText('Sent to Ana Beck').waitFor();
    await luis.getByRole('textbox', { name: 'Write to Ana Beck' }).waitFor();
    await press(ana, 'Reply…');
    await ana.locator('#panel').getByLabel('Your answer').fill('Please close Lync, and start it again.');
    await picture(ana, '13-reply');
    await ana.locator('#panel').getByRole('button', { name: 'Send', exact: true }).click();
    await trailHas(ana, 'read by Luis Ortega');
    await luis.getByRole('article', { name: 'Ana Beck (helpdesk)' }).waitFor();
    await picture(luis, '07-answer');
    await ana.setInputFiles('#attach-field', SHOWN);
    await look(ana, '14-send-file');
    await ana.getByRole('button', { name: 'Send to Luis Ortega' }).click();
    await luis.getByRole('link', { name: SHOWN.name }).waitFor();
    await look(luis, '08-picture');

    // The tab is closed, and the answer waits.
    await home.leave();
    await reply(ana, 'Does it start now?');
    await ana.locator('#case-card', { hasText: /not read yet/ }).waitFor();
    await look(ana, '15-not-read');
    const phone = await visit({ path: link.split('/').slice(3).join('/'), width: 390, height: 844 });
    luis = phone.page;
    await hears(luis, 'Does it start now?');
    await ana.locator('#case-card', { hasText: /Last answer\s*read/ }).waitFor();
    await luis.locator('.case-link .copy-text').waitFor();
    await picture(luis, '20-back');
    expect(await caseLink(luis)).to.match(/\/c\/[\w-]{22}$/);
    await picture(ana, '16-read');
    await type(luis, 'Yes, it does!');
    await trailHas(ana, 'Yes, it does!');

    // It isn't over at first.
    await solve(ana);
    await hears(luis, 'Are you in?');
    await look(luis, '21-are-you-in');
    await tap(luis, 'No', 'You are talking to');
    await trailHas(ana, 'Luis Ortega says that it isn’t over.');
    await ana.locator('#case-card', { hasText: /Ana Beck has it/ }).waitFor();
    await picture(luis, '22-not-over');
    await solve(ana);
    await hears(luis, 'Are you in?');
    await tap(luis, 'Yes', 'Your case is closed');
    await trailHas(ana, 'Luis Ortega is in. Closed.');
    await look(luis, '23-closed');
    await picture(ana, '18-closed');

    expect(await newestCard(luis).textContent()).to.contain('You said that you’re in.');
    expect(faults()).to.deep.equal([]);

    async function solve(page: typeof ana): Promise<void> {
      await press(page, 'Solved…');
      await page.locator('#panel').getByText('What was it?').waitFor();
      await picture(page, '17-solve');
      await page
        .locator('#panel')
        .getByRole('button', { name: /Client issue/ })
        .click();
      await trailHas(page, 'Ana Beck says that it is solved');
    }
  });
});
