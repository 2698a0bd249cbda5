import { expect } from 'chai';
import { axeFaults } from '../support/axe.ts';
import { pagePicture } from '../support/pagePicture.ts';
import { screenshot } from '../support/screenshot.ts';
import { usePage } from '../support/usePage.ts';

const PNG = { name: 'What I see.png', mimeType: 'image/png', buffer: pagePicture(640, 360) };
const PDF = { name: 'Invitation <b>.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') };

/** Gives the page a picture as a browser does that pastes or drops one. */
const HAND_OVER = (event: string, target: string) => `(() => {
  const files = new DataTransfer();
  files.items.add(new File(['x'], 'pasted.png', { type: 'image/png' }));
  const how = { bubbles: true, cancelable: true, clipboardData: files, dataTransfer: files };
  const event = ${event === 'paste' ? "new ClipboardEvent('paste', how)" : `new DragEvent('${event}', how)`};
  ${target}.dispatchEvent(event);
})()`;

describe('files in the chat', () => {
  const { server, open, complaints } = usePage();

  it('are sent as they are, by the button, and then shown as pictures and downloads', async () => {
    const page = await open();

    await page.setInputFiles('#attach-field', [PNG, PDF]);

    const picture = page.getByRole('link', { name: 'What I see.png' });
    await picture.waitFor();
    const download = page.getByRole('link', { name: 'Invitation <b>.pdf' });
    await download.waitFor();
    expect(server().files.map(({ name, type }) => [name, type])).to.deep.equal([
      [PNG.name, 'image/png'],
      [PDF.name, 'application/pdf'],
    ]);
    expect(server().files[0]?.bytes.equals(PNG.buffer)).to.equal(true);
    expect(await picture.getAttribute('target')).to.equal('_blank');
    expect(await picture.locator('img').getAttribute('loading')).to.equal('lazy');
    expect(await download.getAttribute('download')).to.equal(PDF.name);
    expect(await page.locator('.upload').count()).to.equal(0);
    expect(complaints()).to.deep.equal([]);
  });

  it('say that they are on their way, and stay until the server has them', async () => {
    const page = await open();
    const letThrough = server().holdFiles();

    await page.setInputFiles('#attach-field', PNG);

    await page.locator('.upload-progress', { hasText: 'Sending…' }).waitFor();
    expect(await page.locator('.upload').textContent()).to.equal('What I see.png 1 KB');
    letThrough();
    await page.locator('.picture').waitFor();
    expect(await page.locator('.entry').count()).to.equal(1);
  });

  for (const [what, event, target] of [
    ['pasted into the box', 'paste', "document.querySelector('textarea')"],
    ['dropped onto the page', 'drop', 'document.body'],
  ] as const) {
    it(`are taken when they are ${what}`, async () => {
      const page = await open();

      await page.evaluate(HAND_OVER(event, target));

      await server().until(() => server().files.length === 1);
      expect(server().files[0]).to.include({ name: 'pasted.png', type: 'image/png' });
    });
  }

  it('show where they would go while they are dragged over the page', async () => {
    const page = await open();

    await page.evaluate(HAND_OVER('dragover', 'document.body'));

    expect(await page.locator('#drop').isVisible()).to.equal(true);
    await screenshot(page, 'chat-drop');
  });

  for (const [error, status, words] of [
    ['type', 415, 'it has to be a picture (PNG, JPEG, WebP or GIF) or a PDF'],
    ['empty', 415, 'the file is empty'],
    ['size', 413, 'it is larger than 10 MB'],
  ] as const) {
    it(`that the server refuses say why: ${error}`, async () => {
      const page = await open();
      server().answerFilesWith({ status, error });

      await page.setInputFiles('#attach-field', PNG);

      await page.locator('.entry-note', { hasText: words }).waitFor();
      await page
        .locator('#announcer', { hasText: `What I see.png: This wasn’t sent: ` })
        .waitFor({ state: 'attached' });
      expect(await page.getByRole('button', { name: 'Try again' }).count()).to.equal(0);
      await page.getByRole('button', { name: 'Remove' }).click();
      expect(await page.locator('.entry').count()).to.equal(0);
      expect(await page.evaluate('document.activeElement.tagName')).to.equal('TEXTAREA');
    });
  }

  it('that are too large aren’t even sent', async () => {
    const page = await open();

    await page.setInputFiles('#attach-field', { ...PNG, buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });

    await page.locator('.entry-note', { hasText: 'larger than 10 MB' }).waitFor();
    expect(server().files).to.deep.equal([]);
    expect(complaints()).to.deep.equal([]);
  });

  it('that didn’t get there are sent once more when asked to', async () => {
    const page = await open();
    server().answerFilesWith('gone');
    await page.setInputFiles('#attach-field', PNG);
    await page.locator('.entry-note', { hasText: 'the connection broke' }).waitFor();
    await screenshot(page, 'chat-file-refused');
    server().answerFilesWith(null);

    await page.getByRole('button', { name: 'Try again' }).click();

    await page.locator('.picture').waitFor();
    expect(server().files).to.have.lengthOf(1);
    expect(await page.locator('.entry').count()).to.equal(1);
  });

  it('wait as long as the server asks for', async () => {
    const page = await open();
    server().answerFilesWith({ status: 429, retryAfter: 1 });

    await page.setInputFiles('#attach-field', PNG);

    await page.locator('.entry-note', { hasText: 'I’ll send this in 1 second' }).waitFor();
    server().answerFilesWith(null);
    await page.locator('.picture').waitFor();
  });

  it('that can’t be shown can still be fetched', async () => {
    const page = await open();

    await page.setInputFiles('#attach-field', { ...PNG, buffer: Buffer.from('not a picture') });

    await page.locator('.download', { hasText: PNG.name }).waitFor();
    expect(await page.locator('.picture').count()).to.equal(0);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`of both sides look right in the ${theme} theme`, async () => {
      const page = await open({ theme, width: 390, height: 844 });
      await page.setInputFiles('#attach-field', [PNG, PDF]);
      await page.locator('.download').waitFor();
      server().say({
        ...{ type: 'message', from: { role: 'bot' }, text: 'Please look for this window.', channelData: { by: 'Ana' } },
        attachments: [{ contentType: 'image/png', name: 'Settings.png', content: { file: '1', size: 700 } }],
      });
      await page.locator('.by-bot .picture').waitFor();
      server().holdFiles();
      await page.setInputFiles('#attach-field', { ...PNG, name: 'another one.png' });
      await page.locator('.upload-progress').waitFor();

      expect(await axeFaults(page)).to.deep.equal([]);
      await screenshot(page, `chat-files-${theme}-phone`);
    });
  }
});
