import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { FileSource, KeptFile } from '../../../src/channels/filePorts.ts';
import type { SlackApi, SlackUpload } from '../../../src/channels/slack/slackApi.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import { postWithFiles } from '../../../src/channels/slack/slackGiving.ts';

const TARGET = { channel: 'D0ADA00000', thread: null };
const BYTES = Buffer.from('all of it');
const FACTS: KeptFile = {
  ...{ id: 'f1', name: 'a.png', type: 'image/png', size: BYTES.length, case: null },
  ...{ person: 'slack:T1:U1', from: 'desk', at: '2026-01-05T09:00:00Z' },
};
const FILE = { contentType: 'image/png', name: 'a.png', content: { file: 'f1', size: BYTES.length } };
const ACTIVITY = { type: 'message', summary: 'Ana <b> sent you a file', attachments: [FILE] };
const MEGABYTE = 1024 * 1024;

function source(facts: KeptFile | null, bytes: Uint8Array = BYTES): FileSource {
  return {
    facts: async () => facts,
    async *read() {
      yield bytes;
    },
  };
}

/** Files of so many bytes each, whose names are their ids. */
function sourceOf(sizes: Readonly<Record<string, number>>): FileSource {
  return {
    facts: async (id) => ({ ...FACTS, name: id, size: sizes[id] ?? 0 }),
    async *read(id) {
      yield new Uint8Array(sizes[id] ?? 0);
    },
  };
}

/** What becomes of the activity, and what was uploaded. */
async function given(
  files: FileSource,
  {
    upload = async () => undefined,
    post = async () => '1.1',
    of = ACTIVITY,
  }: { upload?: SlackApi['upload']; post?: () => Promise<string>; of?: typeof ACTIVITY } = {},
) {
  const uploads: { readonly files: readonly SlackUpload[]; readonly words: string }[] = [];
  const api: Pick<SlackApi, 'upload'> = {
    async upload(...sent) {
      await upload(...sent);
      const [, together, words] = sent;
      uploads.push({ files: together, words });
    },
  };
  let activity: Partial<Activity> = {};
  await postWithFiles(
    { api, files, fileGone: (name) => `no ${name} any more` },
    { target: TARGET, activity: of },
    (behind) => {
      activity = behind;
      return post();
    },
  );
  return { activity, uploads };
}

describe('giving files in Slack', () => {
  it('uploads one whole, with words that are no markup, and leaves the message as it is', async () => {
    const { activity, uploads } = await given(source(FACTS));

    expect(activity).to.equal(ACTIVITY);
    expect(uploads).to.deep.equal([{ files: [{ name: 'a.png', bytes: BYTES }], words: 'Ana <b> sent you a file' }]);
  });

  it('puts several into one message, as many as have 10 MB together', async () => {
    const sizes = { a: 4 * MEGABYTE, b: 6 * MEGABYTE, c: 1, d: 10 * MEGABYTE };
    const attachments = Object.keys(sizes).map((file) => ({ ...FILE, content: { ...FILE.content, file } }));

    const { uploads } = await given(sourceOf(sizes), { of: { ...ACTIVITY, attachments } });

    const named = uploads.map(({ files }) => files.map(({ name, bytes }) => [name, bytes.length]));
    expect(named).to.deep.equal([
      [
        ['a', 4 * MEGABYTE],
        ['b', 6 * MEGABYTE],
      ],
      [['c', 1]],
      [['d', 10 * MEGABYTE]],
    ]);
  });

  it('counts as begun once files are there, though the message behind them finds no turn', async () => {
    const untried = new SlackCallError('chat.postMessage', { statusCode: 429, retryAfterMs: 9_000, isUntried: true });
    const post = () => Promise.reject(untried);

    const begun = await given(source(FACTS), { post }).catch((error: unknown) => error);
    const without = await given(source(FACTS), { post, of: { ...ACTIVITY, attachments: [] } }).catch(
      (error: unknown) => error,
    );

    expect(begun).to.include({ isUntried: false, statusCode: undefined });
    expect(without).to.equal(untried);
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
    [401, 400],
    [403, 400],
    [404, 400],
    [409, 400],
    [413, 413],
    [429, 429],
    [undefined, undefined],
  ] as const) {
    it(`fails with ${then} where the upload is answered ${status}`, async () => {
      const fault = new SlackCallError('files.uploadV2', { statusCode: status });

      const thrown = await given(source(FACTS), { upload: () => Promise.reject(fault) }).catch(
        (error: unknown) => error,
      );

      expect(thrown).to.be.instanceOf(SlackCallError).and.to.include({ statusCode: then });
    });
  }
});
