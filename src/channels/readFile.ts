import type { Dispatcher } from 'undici';
import type { FetchedFile } from './fetchedFile.ts';
import { retryAfter } from './retryAfter.ts';
import { UploadFault } from './uploadFault.ts';

/** The same as for an upload on the web page, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/** Errors of the time that all of a file may take, and of the time that its next byte may take. */
const LATE = new Set(['TimeoutError', 'BodyTimeoutError']);

/** How an answer was asked for, and when it came. */
export interface AskedFile {
  readonly withToken: boolean;
  readonly at: Date;
  /** Why it is not the file, in spite of its status; null where it is. */
  readonly refuses?: ((headers: Dispatcher.ResponseData['headers']) => string | null) | undefined;
}

/** What an answer that is no redirect comes to. What isn’t read of it is dropped, with its connection. */
export function readFile({ statusCode, headers, body }: Dispatcher.ResponseData, asked: AskedFile): FetchedFile {
  const problem = problemOf({ statusCode, headers }, asked);
  if (problem === null) return { kind: 'fetched', bytes: bounded(body) };
  body.destroy();
  return problem;
}

function problemOf(
  { statusCode, headers }: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>,
  { withToken, at, refuses }: AskedFile,
): FetchedFile | null {
  const why = `status-${statusCode}`;
  if (statusCode === 200) {
    if (Number(headers['content-length'] ?? 0) > LARGEST) return { kind: 'refused', why: 'too-large' };
    // It was asked for as it is, and unpacking it here could make anything of it.
    const isPlain = /^(?:identity)?$/i.test(String(headers['content-encoding'] ?? ''));
    const refusal = isPlain ? (refuses?.(headers) ?? null) : 'encoded';
    return refusal === null ? null : { kind: 'refused', why: refusal };
  }
  const isPassing = statusCode >= 500 || statusCode === 408 || statusCode === 429;
  // With 401 it is our token that is wrong, perhaps a secret that has just been changed.
  if (isPassing || (statusCode === 401 && withToken)) {
    return { kind: 'not-taken', why, retryAfterMs: retryAfter(headers['retry-after'], at) };
  }
  return { kind: 'refused', why };
}

async function* bounded(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > LARGEST) throw new UploadFault('too-large');
      yield chunk;
    }
  } catch (fault) {
    if (fault instanceof UploadFault) throw fault;
    throw new UploadFault(fault instanceof Error && LATE.has(fault.name) ? 'stalled' : 'cut-off');
  }
}
