import type { HeaderBlock, KnownBlock } from '@slack/types';
import { drawBlock } from './blockKit/drawBlock.ts';
import { drawButtons, drawMenu, inRows } from './blockKit/drawButtons.ts';
import { drawModal, type ModalFrame } from './blockKit/drawModal.ts';
import { LIMITS } from './blockKit/limits.ts';
import { createPen, type Pen, type Surface } from './blockKit/pen.ts';
import { plainLine } from './blockKit/plainText.ts';
import { checkStructure } from './checkStructure.ts';
import { drawToFit } from './drawToFit.ts';
import type { CardAction, CardView } from './model.ts';
import { fieldNames, senderOf } from './offers.ts';
import { opensForm } from './opensForm.ts';
import { renderPlainText } from './renderPlainText.ts';
import { shownText } from './shownText.ts';

/** The limit of a text that isn't cut. */
const WHOLE = Number.POSITIVE_INFINITY;

/** A view as Slack takes it. */
export interface BlockKit {
  readonly blocks: KnownBlock[];
  /** The whole card in words, for notifications and screen readers; escaped, so that nothing in it is a mention. */
  readonly text: string;
  /** For the surface `modal` alone. */
  readonly modal: ModalFrame | null;
}

/**
 * Draws a view for Slack. `card` is the id that its clicks carry; with null it is to be read, with links at most. A modal
 * has what its form needs and no other buttons. Long texts are cut. Throws `RangeError` for a view that can't be drawn: too
 * many blocks, buttons or rows, a label too long, a form that sends too much, a link that is none.
 */
export function renderBlockKit(view: CardView, card: string | null, surface: Surface): BlockKit {
  checkStructure(view);
  const blocks = drawToFit(
    (textLimit) => drawBlocks(view, penFor(view, { surface, card, ...upTo(textLimit) })),
    hasRoom,
  );
  const most = LIMITS.blocks[surface];
  if (blocks.length > most) throw new RangeError(`more than ${most} blocks for a ${surface}`);
  return { blocks, text: fallback(view), modal: surface === 'modal' ? drawModal(view, card) : null };
}

/** Whether a view is drawn as a message with nothing cut, and nothing left out, for want of room. */
export function fitsBlockKit(view: CardView, card: string | null): boolean {
  const whole = drawBlocks(view, penFor(view, { surface: 'message', card, textLimit: WHOLE, paragraphLimit: WHOLE }));
  if (!hasRoom(whole) || whole.length > LIMITS.blocks.message || view.title.length > LIMITS.header) return false;
  return JSON.stringify(whole) === JSON.stringify(renderBlockKit(view, card, 'message').blocks);
}

function upTo(limit: number): Pick<Pen, 'textLimit' | 'paragraphLimit'> {
  return { textLimit: Math.min(limit, LIMITS.text), paragraphLimit: limit };
}

function penFor(view: CardView, settings: Omit<Pen, 'fields' | 'opens' | 'actionId'>): Pen {
  return createPen({ ...settings, fields: fieldNames(view), opens: (action) => opensForm(view, action) });
}

function hasRoom(drawn: readonly KnownBlock[]): boolean {
  return lengthOf(drawn) <= LIMITS.allText;
}

function drawBlocks(view: CardView, pen: Pen): KnownBlock[] {
  if (pen.surface === 'modal') return drawModalBlocks(view, pen);
  return [
    drawTitle(view),
    ...view.blocks.flatMap((block) => drawBlock(block, view, pen)),
    ...inRows(drawButtons(ownActions(view), pen)),
    ...(view.details ?? []).flatMap((block) => drawBlock(block, view, pen)),
    ...inRows([...drawButtons(view.standing, pen), ...drawMenu(view.more, pen)]),
  ];
}

/** A modal has its title in its frame, where it must be short; and no view may be empty. */
function drawModalBlocks(view: CardView, pen: Pen): KnownBlock[] {
  const drawn = [
    ...view.blocks.flatMap((block) => drawBlock(block, view, pen)),
    ...inRows(
      drawButtons(
        view.actions.filter(({ kind }) => kind === 'link'),
        pen,
      ),
    ),
  ];
  const isInFrame = view.title.length <= LIMITS.modalTitle && drawn.length > 0;
  return isInFrame ? drawn : [drawTitle(view), ...drawn];
}

function drawTitle({ title }: CardView): HeaderBlock {
  return { type: 'header', text: plainLine(title, LIMITS.header) };
}

/** What sends the fields is drawn with them. */
function ownActions(view: CardView): CardAction[] {
  const sender = senderOf(view);
  return view.actions.filter((action) => action !== sender);
}

/** Characters of every text in it, at any depth. */
function lengthOf(drawn: unknown): number {
  if (typeof drawn !== 'object' || drawn === null) return 0;
  return Object.entries(drawn).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : lengthOf(value)),
    0,
  );
}

function fallback(view: CardView): string {
  const text = shownText(renderPlainText(view), LIMITS.fallback);
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
