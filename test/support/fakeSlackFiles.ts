import { readBlockKit } from './readBlockKit.ts';

/** A file that the bot has put into a conversation. */
export interface SlackUpload {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly channel: string;
  /** The message in whose thread it is; null outside of threads. */
  readonly thread: string | null;
  /** What is said with it; '' for nothing. */
  readonly words: string;
}

/** A file of a person, to be downloaded. */
export interface ServedSlackFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** `login`: the page to sign in for everybody, as for a token that may not read files. */
  readonly answers: 'bytes' | 'login';
}

/** What is known of files: those that come and those that are given. */
export interface FakeSlackFiles {
  readonly uploads: readonly SlackUpload[];
  readonly served: Map<string, ServedSlackFile>;
  /** The first of three steps; gives the id. */
  begin(name: string, length: number): string;
  /** The second; whether they were as many bytes as were announced. */
  take(id: string, body: Buffer, contentType: string): Promise<boolean>;
  /** The third; null where one of the files never came. */
  complete(body: Readonly<Record<string, unknown>>): readonly { readonly id: string; readonly title: string }[] | null;
}

/** No files yet. */
export function fakeSlackFiles(): FakeSlackFiles {
  const begun = new Map<string, { readonly name: string; readonly length: number; bytes: Buffer | null }>();
  const uploads: SlackUpload[] = [];
  return {
    uploads,
    served: new Map(),
    begin(name, length) {
      const id = `F0FAKE${String(begun.size + 1).padStart(4, '0')}`;
      begun.set(id, { name, length, bytes: null });
      return id;
    },
    async take(id, body, contentType) {
      const file = begun.get(id);
      if (!file) return false;
      file.bytes = contentType.startsWith('multipart/') ? await firstPart(body, contentType) : body;
      return file.bytes.length === file.length;
    },
    complete(body) {
      const files = body['files'] as { readonly id: string; readonly title?: string }[];
      const channel = String(body['channel_id'] ?? '');
      const thread = body['thread_ts'] === undefined ? null : String(body['thread_ts']);
      const words = readBlockKit({ ...body, text: body['initial_comment'] ?? '' }, '').text;
      const whole = files.map(({ id }) => ({ id, ...(begun.get(id) ?? { name: '', bytes: null }) }));
      if (whole.length === 0 || whole.some(({ bytes }) => bytes === null)) return null;
      for (const { id, name, bytes } of whole) {
        uploads.push({ id, name, bytes: bytes ?? Buffer.alloc(0), channel, thread, words });
      }
      return files.map(({ id, title }) => ({ id, title: title ?? begun.get(id)?.name ?? '' }));
    },
  };
}

async function firstPart(body: Buffer, contentType: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const part = [...form.values()][0];
  return part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(String(part ?? ''));
}
