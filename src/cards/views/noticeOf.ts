import type { Block } from '../model.ts';
import { plain } from '../richText.ts';

/** A sentence before the content of a card; nothing where there is none. */
export function noticeOf(said: string | null): Block[] {
  return said === null ? [] : [{ kind: 'notice', tone: 'info', text: plain(said) }];
}
