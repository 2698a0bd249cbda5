import type { Offer } from './readCard.ts';
import type { TappedElement } from './slackActions.ts';

type Json = Readonly<Record<string, unknown>>;

/** A button or an option of a menu, as a person meets it and as Slack reports a tap on it. */
export interface SlackOffer extends Offer {
  readonly element: TappedElement;
  /** The field that it asks for, where it opens a form with one; null for every other. */
  readonly field: string | null;
  /** Whether it opens a modal. */
  readonly opens: boolean;
}

/** On a button beside an option. Source: src/cards/rendererTexts.ts, `choose`. */
const CHOOSE = 'Choose';

/** What blocks offer, in their order. */
export function slackOffers(blocks: readonly Json[]): SlackOffer[] {
  return blocks.flatMap((block) => {
    if (block['type'] === 'actions') {
      return (block['elements'] as Json[]).flatMap((element) => offersOf(element, block));
    }
    const accessory = block['accessory'] as Json | undefined;
    return accessory ? offersOf(accessory, block) : [];
  });
}

function offersOf(element: Json, block: Json): SlackOffer[] {
  const reported = { type: element['type'], action_id: element['action_id'], block_id: block['block_id'] };
  if (element['type'] === 'overflow') {
    return (element['options'] as Json[]).map((selected_option) => ({
      ...{ label: wordsOf(selected_option['text']), data: parsed(selected_option['value']) },
      ...{ element: { ...reported, selected_option }, field: null, opens: false },
    }));
  }
  if (element['type'] !== 'button' || element['value'] === undefined) return [];
  const { text, value } = element;
  const data = parsed(value);
  const [verb, name = ''] = String(element['action_id']).split(':');
  const field = verb === 'open' && name in data ? name : null;
  return [
    {
      ...{ data, field, opens: verb === 'open', label: labelOf(wordsOf(text), block, field) },
      element: { ...reported, text, value },
    },
  ];
}

/**
 * A row is called by its first line. Where fields are asked for by a button beside their names, it is called like the
 * button that sends them, as on channels that have both on the card.
 */
function labelOf(words: string, block: Json, field: string | null): string {
  if (block['type'] !== 'section') return words;
  if (field !== null) return words.replace(/…$/, '');
  return words === CHOOSE ? (wordsOf(block['text']).split('\n')[0] ?? '') : words;
}

function wordsOf(text: unknown): string {
  return String((text as Json | undefined)?.['text'] ?? '');
}

function parsed(value: unknown): Json {
  return JSON.parse(String(value)) as Json;
}
