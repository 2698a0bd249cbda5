import type { Readable } from 'node:stream';

/**
 * Reads on and throws away what a refused client still sends, so that it gets to read the answer instead of an error
 * of its connection; after `limit` bytes the connection is cut.
 */
export function discardRest(request: Readable, limit: number): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > limit) request.destroy();
  });
  request.resume();
}
