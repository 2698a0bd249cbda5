import { isDeeperThan } from './isDeeperThan.ts';

/** Deepest nesting of JSON that anybody may send; an object or list at the top is 1. */
export const JSON_DEPTH = 32;

/** Reads one JSON object, as text or in UTF-8; null when it is none, or nests deeper than that. Never throws. */
export function parseJsonObject(
  source: string | Uint8Array,
  depth: number = JSON_DEPTH,
): Readonly<Record<string, unknown>> | null {
  try {
    const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
    const value: unknown = isDeeperThan(text, depth) ? null : JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
