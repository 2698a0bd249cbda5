import {
  ActionSet,
  type AdaptiveCard,
  type CardElement,
  CardElementContainer,
  ColumnSet,
  Container,
  FontType,
  Input,
  RichTextBlock,
  Table,
  TableRow,
  TextBlock,
  TextRun,
  TextSize,
} from 'adaptivecards';
import { decorateColumns } from './decorateColumns.ts';
import { decorateCopy } from './decorateCopy.ts';
import type { CardPorts } from './drawCard.ts';

type DecoratePorts = Pick<CardPorts, 'announce'>;

/** The ids of containers that hold text to be copied. Source: src/cards/adaptiveCard/drawBlock.ts. */
const COPY = /^copy-/;

/** The id of the container that tells of the link to a case. Source: src/cards/adaptiveCard/drawBlock.ts. */
const CASE_LINK = /^case-link-/;

/**
 * Gives the drawn parts of a card the names that card.css knows, and what the renderer leaves out for assistive
 * technology.
 */
export function decorateElements(card: AdaptiveCard, ports: DecoratePorts): void {
  for (const element of within(card)) {
    const drawn = element.renderedElement;
    if (!drawn) continue;
    decorate(element, drawn, ports);
    // Ids are unique within a card, but not within a page of many.
    drawn.removeAttribute('id');
    if (element instanceof Input && element.id) drawn.dataset['field'] = element.id;
  }
}

function* within(parent: CardElementContainer): Generator<CardElement> {
  for (let index = 0; index < parent.getItemCount(); index++) {
    const element = parent.getItemAt(index);
    if (element instanceof CardElementContainer) yield* within(element);
    yield element;
  }
}

function decorate(element: CardElement, drawn: HTMLElement, ports: DecoratePorts): void {
  if (element instanceof TextBlock) decorateTitle(element, drawn);
  else if (element instanceof RichTextBlock) decorateText(element, drawn);
  else if (element instanceof Table) drawn.classList.add('table');
  else if (element instanceof TableRow) drawn.classList.toggle('is-marked', element.style === 'accent');
  else if (element instanceof ActionSet) drawn.classList.add('own-actions');
  else if (element instanceof ColumnSet) decorateColumns(element, drawn);
  else if (element instanceof Container) decorateContainer(element, drawn, ports);
}

function decorateTitle(element: TextBlock, drawn: HTMLElement): void {
  if (element.style !== 'heading') return;
  drawn.classList.add('card-title');
  // Not in the tab order, but the focus can be brought here when the card is new.
  drawn.tabIndex = -1;
}

/** Menu names and the like are set apart; a paragraph in small letters gets small lines. */
function decorateText(element: RichTextBlock, drawn: HTMLElement): void {
  const inlines = Array.from({ length: element.getInlineCount() }, (_, index) => element.getInlineAt(index));
  const runs = inlines.filter((inline) => inline instanceof TextRun);
  for (const run of runs) run.renderedElement?.classList.toggle('code', run.fontType === FontType.Monospace);
  drawn.classList.toggle(
    'is-small',
    runs.every((run) => run.effectiveSize === TextSize.Small),
  );
}

function decorateContainer(element: Container, drawn: HTMLElement, ports: DecoratePorts): void {
  // Columns and cells are containers to the renderer, with styles of their own meaning.
  if (element.getJsonTypeName() !== 'Container') return;
  if (element.id && CASE_LINK.test(element.id)) drawn.classList.add('case-link-words');
  else if (element.id && COPY.test(element.id)) decorateCopy(element, drawn, ports.announce);
  else if (element.style === 'emphasis') decorateChoice(drawn);
  else if (element.style) drawn.classList.add('notice', `notice-${element.style}`);
}

function decorateChoice(drawn: HTMLElement): void {
  drawn.classList.add('choice');
  // Named by what it shows, all of it.
  drawn.removeAttribute('aria-label');
  drawn.removeAttribute('title');
}
