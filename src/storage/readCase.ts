import type { Case } from '../helpdesk/cases/case.ts';

/** A case as it was stored; null when the text isn't one. */
export function readCase(text: string): Case | null {
  const value = parse(text);
  return isCase(value) ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Only turns write it, as a whole; so what has these has the rest. */
function isCase(value: unknown): value is Case {
  if (!isObject(value) || !('id' in value) || !('requester' in value) || !('draft' in value)) return false;
  return typeof value.id === 'string' && isObject(value.requester) && isObject(value.draft);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
