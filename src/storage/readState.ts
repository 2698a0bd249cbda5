import type { ConversationState } from '../turn/turnStore.ts';

/** A state as it was stored; null when the text isn't one. Whether the draft fits the pack is not checked here. */
export function readState(text: string): ConversationState | null {
  const value = parse(text);
  return isState(value) ? value : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isState(value: unknown): value is ConversationState {
  if (!isObject(value) || !('draft' in value) || !('dialogStack' in value)) return false;
  return isObject(value.draft) && !Array.isArray(value.draft) && Array.isArray(value.dialogStack);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
