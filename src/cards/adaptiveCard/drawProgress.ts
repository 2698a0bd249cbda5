import type { Block } from '../model.ts';
import { drawBar } from './drawBar.ts';
import type { Element, Pen } from './element.ts';
import { richTextBlock } from './richTextBlock.ts';

/** The words, and a bar of empty columns under them that says the same to the eye and nothing to a screen reader. */
export function drawProgress({ label, done, total }: Extract<Block, { kind: 'progress' }>, pen: Pen): Element[] {
  return [richTextBlock([{ text: label }], pen.textLimit, { quiet: true }), ...drawBar(done, total)];
}
