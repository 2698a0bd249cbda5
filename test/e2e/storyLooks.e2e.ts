import { expect } from 'chai';
import { openCase, press, reply, signIn, trailHas } from '../support/storyAgent.ts';
import { askForPerson, caseId, hears, tap, type } from '../support/storyPerson.ts';
import { useStory } from '../support/storyWorld.ts';

const DEVICES = [
  ['desktop', 1280, 860],
  ['phone', 390, 844],
] as const;

describe('the looks of the story of a case', () => {
  const { bot, visit, look, faults } = useStory();

  for (const theme of ['light', 'dark'] as const) {
    for (const [device, width, height] of DEVICES) {
      it(`are right on both pages, ${theme}, ${device}: axe finds nothing, nothing is too wide`, async () => {
        const viewer = { theme, width, height };
        const see = (page: typeof luis, name: string) => look(page, `${name}-${theme}-${device}`);
        const { page: luis } = await visit(viewer);
        await askForPerson(luis);
        await luis.getByLabel('What should they know?').last().fill('It froze twice this morning.');
        await luis.getByLabel('Your name').last().fill('Luis Ortega');
        await see(luis, '50-hand-over');
        await tap(luis, 'Send', 'Your case is with the helpdesk');
        await luis.locator('.case-link .copy-text').waitFor();
        const id = await caseId(luis);
        await see(luis, '51-sent');

        const { page: ana } = await visit({ ...viewer, path: `desk#token=${bot().deskToken()}` });
        await signIn(ana, 'Ana Beck');
        await ana.getByRole('link', { name: id }).waitFor();
        await see(ana, '60-list');
        await openCase(ana, id);
        await see(ana, '61-case');
        await press(ana, 'Claim');
        await hears(luis, 'Ana Beck took your case');
        await see(luis, '52-took');
        await press(ana, 'More…');
        await ana.locator('#panel').getByText('What else?').waitFor();
        await see(ana, '62-more');
        await ana
          .locator('#panel')
          .getByRole('button', { name: /^(\d+\s*)?Note/ })
          .click();
        await ana.locator('#panel').getByLabel('Your note').fill('He is in room 4.');
        await see(ana, '63-note');
        await ana.locator('#panel').getByRole('button', { name: 'Keep the note' }).click();
        await trailHas(ana, 'He is in room 4.');
        await reply(ana, 'Please start Lync again.');
        await hears(luis, 'Please start Lync again.');
        await type(luis, 'It does not help.');
        await trailHas(ana, 'It does not help.');
        await see(luis, '53-talk');
        await see(ana, '64-trail');
        await ana.getByRole('button', { name: 'Figures' }).click();
        await ana.locator('#panel').getByText('Where the cases are').waitFor();
        await see(ana, '65-figures');

        expect(faults()).to.deep.equal([]);
      });
    }
  }
});
