import { isObject } from './isObject.ts';

/** What was stored as JSON; null when the text isn't any, or no object. */
export function storedObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
