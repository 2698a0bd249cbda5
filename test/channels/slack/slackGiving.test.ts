import { expect } from 'chai';
import type { FileSource, KeptFile } from '../../../src/channels/filePorts.ts';
import type { SlackApi } from '../../../src/channels/slack/slackApi.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import { giveFiles } from '../../../src/channels/slack/slackGiving.ts';

const TARGET = { channel: 'D0ADA00000', thread: null };
const BYTES = Buffer.from('all of it');
const FACTS: KeptFile = {
  ...{ id: 'f1', name: 'a.png', type: 'image/png', size: BYTES.length, case: null },
  ...{ person: 'slack:T1:U1', from: 'desk', at: '2026-01-05T09:00:00Z' },
};
const ACTIVITY = {
  ...{ type: 'message', summary: 'Ana <b> sent you a file' },
  attachments: [{ contentType: 'image/png', name: 'a.png', content: { file: 'f1', size: BYTES.length } }],
};

function source(facts: KeptFile | null, bytes: Uint8Array = BYTES): FileSource {
  return {
    facts: async () => facts,
    async *read() {
      yield bytes;
    },
  };
}

/** What becomes of the activity, and what was uploaded. */
async function given(files: FileSource, upload: SlackApi['upload'] = async () => undefined) {
  const uploads: { name: string; bytes: Uint8Array; words: string }[] = [];
  const api: Pick<SlackApi, 'upload'> = {
    async upload(target, file) {
      await upload(target, file);
      uploads.push({ ...file });
    },
  };
  const activity = await giveFiles({ api, files, fileGone: (name) => `no ${name} any more` }, TARGET, ACTIVITY);
  return { activity, uploads };
}

describe('giving files in Slack', () => {
  it('uploads each whole, with words that are no markup, and leaves the message as it is', async () => {
    const { activity, uploads } = await given(source(FACTS));

    expect(activity).to.equal(ACTIVITY);
    expect(uploads).to.deep.equal([{ name: 'a.png', bytes: BYTES, words: 'Ana &lt;b&gt; sent you a file' }]);
  });

  for (const [when, files] of [
    ['before', source(null)],
    ['while it is read', source(FACTS, BYTES.subarray(0, 3))],
  ] as const) {
    it(`says so of one that was erased ${when}`, async () => {
      const { activity, uploads } = await given(files);

      expect(activity).to.deep.equal({ ...ACTIVITY, text: 'no a.png any more' });
      expect(uploads).to.deep.equal([]);
    });
  }

  for (const [status, then] of [
    [403, 400],
    [404, 400],
    [413, 413],
    [429, 429],
    [undefined, undefined],
  ] as const) {
    it(`fails with ${then} where the upload is answered ${status}`, async () => {
      const fault = new SlackCallError('files.uploadV2', { statusCode: status });

      const thrown = await given(source(FACTS), () => Promise.reject(fault)).catch((error: unknown) => error);

      expect(thrown).to.be.instanceOf(SlackCallError).and.to.include({ statusCode: then });
    });
  }
});
