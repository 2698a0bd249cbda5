import type { IncomingMessage } from 'node:http';
import { UploadFault } from '../channels/uploadFault.ts';
import type { Limits } from './limits.ts';

/** What ends the wait for the next piece. */
const SIGNS = ['readable', 'end', 'error', 'close'] as const;

/**
 * The bytes of a request as they come. Nothing is read ahead of whoever takes them: what they don't take stays with the
 * sender. Throws an `UploadFault` when it breaks off, stalls, or is too large: counted here, since the length that a
 * client gives, if any, is only what it says. Leaves the request open, so that it can be answered.
 */
export async function* streamBody(
  request: IncomingMessage,
  { uploadBytes, uploadStallMs }: Limits,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  while (!request.readableEnded) {
    const chunk: Buffer | null = request.read();
    if (chunk === null) {
      if (request.readableEnded) return;
      if (request.destroyed) throw new UploadFault('cut-off');
      if (!(await hasMore(request, uploadStallMs))) throw new UploadFault('stalled');
      continue;
    }
    size += chunk.length;
    if (size > uploadBytes) throw new UploadFault('too-large');
    yield chunk;
  }
}

/** Waits for a sign of the client; false when there is none for so many milliseconds. */
function hasMore(request: IncomingMessage, within: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isMore: boolean) => {
      clearTimeout(timer);
      for (const sign of SIGNS) request.off(sign, onSign);
      resolve(isMore);
    };
    const onSign = () => settle(true);
    const timer = setTimeout(() => settle(false), within);
    for (const sign of SIGNS) request.on(sign, onSign);
  });
}
