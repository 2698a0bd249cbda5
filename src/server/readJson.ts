import type { Readable } from 'node:stream';
import { isDeeperThan } from './isDeeperThan.ts';
import type { Limits } from './limits.ts';

/** A JSON object, or the status to refuse the request with. */
export type JsonBody = { readonly value: Readonly<Record<string, unknown>> } | { readonly status: 400 | 413 };

/** Reads a body that must be one JSON object in UTF-8. Never rejects; a client that goes away gets a 400. */
export async function readJson(request: Readable, limits: Limits): Promise<JsonBody> {
  const bytes = await readBytes(request, limits);
  if (bytes === 'too-large') return { status: 413 };
  const value = bytes === 'cut-off' ? null : parse(bytes, limits.jsonDepth);
  return value === null ? { status: 400 } : { value };
}

/** Counts while it reads, since the length that a client gives, if any, is only what it says. */
function readBytes(request: Readable, limits: Limits): Promise<Buffer | 'too-large' | 'cut-off'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limits.bodyBytes) chunks.push(chunk);
      else {
        request.off('data', take);
        resolve('too-large');
      }
    };
    request.on('data', take);
    request.on('end', () => resolve(Buffer.concat(chunks)));
    // Of a client that goes away; after the end it says nothing new.
    request.on('error', () => resolve('cut-off'));
    request.on('close', () => resolve('cut-off'));
  });
}

function parse(bytes: Buffer, depth: number): Readonly<Record<string, unknown>> | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = isDeeperThan(text, depth) ? null : JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
