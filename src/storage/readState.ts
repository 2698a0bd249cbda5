import type { ConversationState } from '../turn/turnStore.ts';
import { isObject } from './isObject.ts';
import { storedObject } from './storedObject.ts';

/** A state as it was stored; null when the text isn't one. Whether the draft fits the pack is not checked here. */
export function readState(text: string): ConversationState | null {
  const value = storedObject(text);
  return value !== null && isState(value) ? value : null;
}

function isState(value: object): value is ConversationState {
  if (!('draft' in value) || !('dialogStack' in value)) return false;
  return isObject(value.draft) && !Array.isArray(value.draft) && Array.isArray(value.dialogStack);
}
