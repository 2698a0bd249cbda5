import type { CardView, FieldBlock } from '../model.ts';
import { plain } from '../richText.ts';
import { LIMITS } from './limits.ts';

/** A view as it is with its fields, and which of them it is without. */
export interface WithoutLongFields {
  readonly view: CardView;
  /** By their ids: what a form sends must not have these, or what stands in them would be gone. */
  readonly left: ReadonlySet<string>;
}

/**
 * Puts words in the place of each field that holds more than a field in Slack does, which can't be drawn: they name it,
 * and say what becomes of what stands there. For a view whose fields are stored with what was written in them.
 */
export function leaveOutLongFields(
  view: CardView,
  said: (label: string, characters: number) => string,
): WithoutLongFields {
  const left = new Set<string>();
  const blocks = view.blocks.map((block) => {
    if (block.kind !== 'input' || lengthOf(block) <= LIMITS.input.maxLength) return block;
    left.add(block.id);
    return { kind: 'text', text: plain(said(block.label, lengthOf(block))) } as const;
  });
  return { view: left.size === 0 ? view : { ...view, blocks }, left };
}

function lengthOf({ value = '' }: FieldBlock): number {
  return value.length;
}
