import { listMark, sublistMark } from '../listMark.ts';
import type { ListItem, RichText } from '../model.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

/** Room for a mark such as `10.`, in pixels, so that all texts of a list begin at one line. */
const MARK_WIDTH = '28px';

/** A numbered list. The marks are text beside the items, so that a long item keeps its edge. */
export function drawList(items: readonly ListItem[], pen: Pen): Element[] {
  return items.map((item, index) => {
    const substeps = (item.substeps ?? []).map((each, at) => under(row(sublistMark(at), [paragraph(each, pen)])));
    const drawn = row(listMark(index), [paragraph(item.text, pen), ...substeps]);
    return index === 0 ? drawn : under(drawn);
  });
}

function paragraph(text: RichText, pen: Pen): Element {
  return richTextBlock(text, pen.textLimit);
}

function row(mark: string, items: readonly Element[]): Element {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: MARK_WIDTH, items: [richTextBlock([{ text: mark }], mark.length)] },
      { type: 'Column', width: 'stretch', spacing: 'None', items },
    ],
  };
}

/** Near to what is above. */
function under(element: Element): Element {
  return { ...element, spacing: 'Small' };
}
