import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { focusedWords } from '../support/focusedWords.ts';
import { line, luisCase } from '../support/pageDeskCases.ts';
import { useDesk } from '../support/pageDeskWorld.ts';
import { pagePicture } from '../support/pagePicture.ts';

const LUIS = 'UN-7K3Q-M4';
const PNG = { name: 'Where to click.png', mimeType: 'image/png', buffer: pagePicture(320, 180) };

describe('files at the desk', () => {
  const { desk, enter } = useDesk();

  async function atCase(): Promise<Page> {
    desk().open = [luisCase()];
    const page = await enter({ at: `#case=${LUIS}` });
    await page.locator('.card').waitFor();
    return page;
  }

  it('go to the person only when that is confirmed, with the case', async () => {
    const page = await atCase();

    await page.setInputFiles('#attach-field', PNG);
    await page.getByRole('region', { name: 'Send this file to Luis?' }).waitFor();
    expect(await focusedWords(page)).to.equal('Send this file to Luis?');
    expect(await axeFaults(page)).to.deep.equal([]);
    await page.screenshot({ path: 'test/e2e/screenshots/desk-send-file.png' });
    expect(desk().files).to.deep.equal([]);
    await page.getByRole('button', { name: 'Send to Luis' }).click();

    await page.locator('#said', { hasText: 'Sent: Where to click.png' }).waitFor();
    const [file] = desk().files;
    expect(file).to.include({ name: PNG.name, type: 'image/png', case: LUIS });
    expect(file?.bytes.equals(PNG.buffer)).to.equal(true);
    expect(await page.locator('.slip').count()).to.equal(0);
    expect(await focusedWords(page)).to.equal(LUIS);
  });

  it('stay here when it isn’t', async () => {
    const page = await atCase();
    await page.setInputFiles('#attach-field', [PNG, { ...PNG, name: 'another.png' }]);

    await page.getByRole('region', { name: 'Send these 2 files to Luis?' }).waitFor();
    await page.getByRole('button', { name: 'Don’t send' }).click();

    await page.locator('#panel').waitFor({ state: 'hidden' });
    expect(desk().files).to.deep.equal([]);
  });

  it('say why they weren’t sent, and are sent once more when asked to', async () => {
    const page = await atCase();
    desk().fileAnswer = 'gone';
    await page.setInputFiles('#attach-field', [PNG, { ...PNG, name: 'empty.png', buffer: Buffer.alloc(0) }]);

    await page.getByRole('button', { name: 'Send to Luis' }).click();
    await page.locator('.slip', { hasText: 'the connection broke' }).waitFor();
    await page.locator('.slip', { hasText: 'the file is empty' }).waitFor();
    desk().fileAnswer = null;
    await page.getByRole('button', { name: 'Try again' }).click();

    await desk().until(() => desk().files.length === 1);
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.locator('.slip').waitFor({ state: 'detached' });
  });

  it('need a case to go to', async () => {
    const page = await enter();
    await page.locator('#list-note', { hasText: 'No open cases' }).waitFor();

    await page.setInputFiles('#attach-field', PNG);

    await page.locator('#said', { hasText: 'Choose a case first' }).waitFor();
  });

  it('of a case are shown as pictures and downloads', async () => {
    const page = await atCase();
    await page.setInputFiles('#attach-field', PNG);
    await page.getByRole('button', { name: 'Send to Luis' }).click();
    await desk().until(() => desk().files.length === 1);
    const picture = { id: 'f1', name: 'Error <b>.png', type: 'image/png', size: 3000 };
    const document = { id: 'f2', name: 'Log.pdf', type: 'application/pdf', size: 300_000 };

    desk().put(
      luisCase({ lines: [line(8, { text: '', file: picture }), line(9, { text: 'Log.pdf', file: document })] }),
    );

    const shown = page.getByRole('link', { name: 'Error <b>.png' });
    await shown.waitFor();
    expect(await shown.getAttribute('href')).to.equal('/desk/file?id=f1');
    expect(await page.getByRole('link', { name: 'Log.pdf 293 KB' }).getAttribute('download')).to.equal('Log.pdf');
  });
});
