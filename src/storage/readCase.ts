import type { Case } from '../helpdesk/cases/case.ts';
import { isObject } from './isObject.ts';
import { storedObject } from './storedObject.ts';

/** A case as it was stored; null when the text isn't one. */
export function readCase(text: string): Case | null {
  const value = storedObject(text);
  return value !== null && isCase(value) ? value : null;
}

/** Only turns write it, as a whole; so what has these has the rest. */
function isCase(value: object): value is Case {
  if (!('id' in value) || !('requester' in value) || !('draft' in value)) return false;
  return typeof value.id === 'string' && isObject(value.requester) && isObject(value.draft);
}
