import { type Action, parseClick } from '../../src/cards/actions.ts';
import { isCaseAction } from '../../src/cards/caseActions.ts';
import type { CardView } from '../../src/cards/model.ts';
import { asksForLink } from '../../src/cards/offers.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { applyAction } from '../../src/dialogs/applyAction.ts';
import { type Draft, newDraft, openAside, type Pack, positionOf } from '../../src/knowledge/index.ts';
import { type Offer, readCard, type ShownCard } from '../../test/support/readCard.ts';

/** What a case comes to, by the pure part of the product alone: no database, no process, no network. */
export interface CaseModel {
  readonly empty: Draft;
  /** The case after a tap that counts. */
  afterTap(draft: Draft, offer: Offer): Draft;
  afterText(draft: Draft, text: string): Draft;
  /** The case after a join link was given. */
  afterLink(draft: Draft): Draft;
  /** Whether a card is the one for this case; it may carry a sentence more. */
  shows(card: ShownCard, draft: Draft): boolean;
}

/** Lines by which a card may be longer: a notice. */
const NOTICE_LINES = 1;

/** Cards drawn and kept; each is a few KB. */
const KEPT = 2_000;

/** The model of a pack’s cases, where there is neither a desk nor a contact of the helpdesk. */
export function createCaseModel(pack: Pack): CaseModel {
  const drawn = new Map<string, ShownCard>();
  const viewOf = (draft: Draft): CardView => viewAt({ pack, draft, texts: en, contact: undefined, desk: null });
  const cardOf = (draft: Draft): ShownCard => {
    const key = JSON.stringify(draft);
    const known = drawn.get(key);
    if (known) return known;
    if (drawn.size >= KEPT) drawn.clear();
    const card = readCard(attached(viewOf(draft)), '');
    drawn.set(key, card);
    return card;
  };

  return {
    empty: newDraft(pack),
    afterTap: (draft, offer) => applyAction(pack, draft, actionOf(offer)),
    afterText(draft, text) {
      const view = viewOf(draft);
      const action = readTyped(view, text, en);
      if (action && !isCaseAction(action)) return applyAction(pack, draft, action);
      // Whatever is said after *Stop* is a new hello, but in a field for a link it is a link that is none.
      return draft.cancelled && !asksForLink(view) ? newDraft(pack) : draft;
    },
    afterLink: (draft) => (asksForLink(viewOf(draft)) ? draft : openAside(draft, 'way-in')),
    shows: (card, draft) =>
      isSameCard(card, cardOf(draft)) || (isLinkGiven(card) && positionOf(pack, draft).at === 'way-in'),
  };
}

function actionOf({ data }: Offer): Action {
  const click = parseClick(data);
  if (click === null) throw new Error(`a card offers what can’t be clicked: ${JSON.stringify(data)}`);
  return click.action;
}

function attached(view: CardView) {
  const content = renderAdaptiveCard(view, 'any');
  return { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

function isSameCard(shown: ShownCard, expected: ShownCard): boolean {
  if (shown.title !== expected.title || offersOf(shown) !== offersOf(expected)) return false;
  const left = shown.text.split('\n');
  for (const line of expected.text.split('\n')) {
    const at = left.indexOf(line);
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return left.length <= NOTICE_LINES;
}

/** The answer to a link stands in place of the way in, and what can be done on it is the same. */
function isLinkGiven({ title }: ShownCard): boolean {
  return title === en.wayIn.resultTitle || title === en.wayIn.teamsTitle;
}

function offersOf({ offers }: ShownCard): string {
  return JSON.stringify(offers.map(({ label, data: { card, ...rest } }) => [label, rest]));
}
