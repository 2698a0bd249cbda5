import type { FileSink, FileSource, KeptFile } from '../../src/channels/filePorts.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** The beginning of a file of each kind that is taken, and a little more. */
export const SAMPLES = {
  png: Buffer.from(png, 'base64'),
  jpeg: latin1('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9'),
  webp: latin1('RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00'),
  gif: latin1(
    'GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;',
  ),
  pdf: latin1('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
} as const;

/** A file of that kind with so many bytes. */
export function sampleOf(kind: keyof typeof SAMPLES, size: number): Buffer {
  const file = Buffer.alloc(size, 0x20);
  SAMPLES[kind].copy(file);
  return file;
}

/** Files in memory, which also tell how they were written and read. */
export interface MemoryFiles extends FileSink, FileSource {
  /** Of those that were finished, by their ids. */
  readonly kept: ReadonlyMap<string, KeptFile>;
  /** How many were begun and neither finished nor thrown away. */
  underWay(): number;
  /** The most bytes that were given at a time while none of them were written yet. */
  mostAtOnce(): number;
  /** How many chunks have been read. */
  reads(): number;
  bytes(id: string): Buffer;
  /** Keeps a file as if somebody had sent it. */
  add(file: KeptFile, bytes: Buffer): void;
  /** From now on writing waits for this. */
  waitFor(gate: Promise<void>): void;
  /** From now on writing fails with this. */
  failWith(error: Error): void;
}

/** Files come out in chunks of this size. */
const CHUNK = 64 * 1024;

/** Keeps files in memory. */
export function memoryFiles(): MemoryFiles {
  const chunks = new Map<string, Uint8Array[]>();
  const kept = new Map<string, KeptFile>();
  let [outstanding, most, reads] = [0, 0, 0];
  let gate: Promise<void> = Promise.resolve();
  let failure: Error | null = null;
  const bytes = (id: string) => Buffer.concat(chunks.get(id) ?? []);
  return {
    kept,
    underWay: () => chunks.size - kept.size,
    mostAtOnce: () => most,
    reads: () => reads,
    bytes,
    add(file, content) {
      chunks.set(file.id, [content]);
      kept.set(file.id, file);
    },
    waitFor: (given) => {
      gate = given;
    },
    failWith: (error) => {
      failure = error;
    },
    begin(id) {
      chunks.set(id, []);
      return {
        async write(chunk) {
          outstanding += chunk.length;
          most = Math.max(most, outstanding);
          await gate;
          // A real store takes a turn of the loop at least.
          await new Promise(setImmediate);
          outstanding -= chunk.length;
          if (failure !== null) throw failure;
          // What a sender does with its memory afterwards is its own business.
          chunks.get(id)?.push(Uint8Array.from(chunk));
        },
        async finish(facts) {
          const file = { id, ...facts };
          kept.set(id, file);
          return file;
        },
        async discard() {
          chunks.delete(id);
          kept.delete(id);
        },
      };
    },
    facts: async (id) => kept.get(id) ?? null,
    async *read(id) {
      const content = bytes(id);
      for (let at = 0; at < content.length; at += CHUNK) {
        reads += 1;
        yield content.subarray(at, at + CHUNK);
      }
    },
  };
}
