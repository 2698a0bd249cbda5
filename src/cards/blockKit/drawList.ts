import type { RichTextBlock, RichTextList } from '@slack/types';
import type { ListItem } from '../model.ts';
import type { Pen } from './pen.ts';
import { section } from './richText.ts';

/** Slack goes on counting at this; @slack/types doesn't know it yet. Source: docs.slack.dev, "Rich text block". */
type NumberedList = RichTextList & { readonly offset?: number };

/** A numbered list, as one block. Slack has no nesting: a list is broken off for substeps and counts on after them. */
export function drawList(items: readonly ListItem[], pen: Pen): RichTextBlock[] {
  const lists = items.flatMap(({ text, substeps = [] }, index): NumberedList[] => [
    { ...numbered([text], pen), ...(index > 0 ? { offset: index } : {}) },
    ...(substeps.length > 0 ? [{ ...numbered(substeps, pen), indent: 1 }] : []),
  ]);
  return lists.length === 0 ? [] : [{ type: 'rich_text', elements: lists }];
}

function numbered(texts: readonly ListItem['text'][], pen: Pen): NumberedList {
  return { type: 'rich_text_list', style: 'ordered', elements: texts.map((text) => section(text, pen)) };
}
