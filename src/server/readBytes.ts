import type { Readable } from 'node:stream';
import type { Limits } from './limits.ts';

/** A whole body, or the status to refuse the request with. */
export type WholeBody = { readonly bytes: Buffer } | { readonly status: 400 | 413 };

/**
 * Reads a whole body into memory, of up to `bodyBytes`: counted while it is read, since the length that a client gives,
 * if any, is only what it says. Never rejects; a client that goes away gets a 400.
 */
export function readBytes(request: Readable, { bodyBytes }: Pick<Limits, 'bodyBytes'>): Promise<WholeBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyBytes) chunks.push(chunk);
      else {
        request.off('data', take);
        resolve({ status: 413 });
      }
    };
    request.on('data', take);
    request.on('end', () => resolve({ bytes: Buffer.concat(chunks) }));
    // Of a client that goes away; after the end it says nothing new.
    request.on('error', () => resolve({ status: 400 }));
    request.on('close', () => resolve({ status: 400 }));
  });
}
