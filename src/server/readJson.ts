import type { Readable } from 'node:stream';
import { parseJsonObject } from '../channels/parseJsonObject.ts';
import type { Limits } from './limits.ts';
import { readBytes } from './readBytes.ts';

/** A JSON object, or the status to refuse the request with. */
export type JsonBody = { readonly value: Readonly<Record<string, unknown>> } | { readonly status: 400 | 413 };

/** Reads a body that must be one JSON object in UTF-8. Never rejects; a client that goes away gets a 400. */
export async function readJson(request: Readable, limits: Limits): Promise<JsonBody> {
  const body = await readBytes(request, limits);
  if ('status' in body) return body;
  const value = parseJsonObject(body.bytes, limits.jsonDepth);
  return value === null ? { status: 400 } : { value };
}
