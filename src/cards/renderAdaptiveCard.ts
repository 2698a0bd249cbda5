import { drawActions } from './adaptiveCard/drawActions.ts';
import { drawBlock } from './adaptiveCard/drawBlock.ts';
import type { Element, Pen } from './adaptiveCard/element.ts';
import { escapeMarkdown } from './adaptiveCard/escapeMarkdown.ts';
import { LIMITS } from './adaptiveCard/limits.ts';
import { checkStructure } from './checkStructure.ts';
import { drawToFit } from './drawToFit.ts';
import type { CardView } from './model.ts';
import { fieldNames } from './offers.ts';
import { shownLine } from './shownText.ts';

/**
 * Draws a view as an Adaptive Card 1.5, as JSON of at most 25 KB. `card` is the id that its clicks carry;
 * with null it is a card to be read, with links at most. Long texts are cut.
 * Throws `RangeError` for a view that can't be drawn: too many buttons, a label too long, a link that is none.
 */
export function renderAdaptiveCard(view: CardView, card: string | null): Element {
  checkStructure(view);
  return drawToFit((textLimit) => drawCard(view, { card, textLimit, fields: fieldNames(view) }), fits);
}

/** The same whole, whatever its size, for a page of ours: only Teams' limits are a reason to cut. */
export function renderWholeCard(view: CardView, card: string | null): Element {
  checkStructure(view);
  return drawCard(view, { card, textLimit: Number.POSITIVE_INFINITY, fields: fieldNames(view) });
}

/** Whether a view is drawn with nothing cut for want of room. */
export function fitsAdaptiveCard(view: CardView, card: string | null): boolean {
  const whole = drawCard(view, { card, textLimit: Number.POSITIVE_INFINITY, fields: fieldNames(view) });
  return fits(whole) && JSON.stringify(whole) === JSON.stringify(renderAdaptiveCard(view, card));
}

function drawCard(view: CardView, pen: Pen): Element {
  const title = escapeMarkdown(shownLine(view.title, LIMITS.title));
  const own = drawActions(view.actions, pen);
  const row = [
    ...drawActions(view.standing, pen),
    ...drawActions(view.more, pen).map((action) => ({ ...action, mode: 'secondary' })),
  ];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    fallbackText: title,
    body: [
      { type: 'TextBlock', text: title, style: 'heading', size: 'Large', weight: 'Bolder', wrap: true },
      ...view.blocks.flatMap((block, index) => drawBlock(block, index + 1, pen)),
      ...(own.length > 0 ? [{ type: 'ActionSet', actions: own }] : []),
      ...(view.details ?? []).flatMap((block, index) => drawBlock(block, view.blocks.length + index + 1, pen)),
    ],
    ...(row.length > 0 ? { actions: row } : {}),
  };
}

function fits(card: Element): boolean {
  return new TextEncoder().encode(JSON.stringify(card)).length <= LIMITS.bytes;
}
