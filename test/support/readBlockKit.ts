import type { Offer, ShownCard } from './readCard.ts';
import { slackOffers } from './slackOffers.ts';

type Json = Readonly<Record<string, unknown>>;

/** A message, a modal or a Home tab of Slack, as a person meets it. A message without blocks is read by its text alone. */
export function readBlockKit(shown: Json, id: string): ShownCard {
  const blocks = (shown['blocks'] ?? []) as Json[];
  const none: ShownCard = { id, title: '', text: '', offers: [], links: [], fields: [], values: {} };
  if (blocks.length === 0) return { ...none, text: unescaped(String(shown['text'] ?? '')) };
  const offers = slackOffers(blocks);
  const inputs = blocks.filter(({ type }) => type === 'input');
  const title = shown['title'] === undefined ? [] : [wordsOf(shown['title'])];
  // What the bot says in words alone has no title, as in Teams.
  const isCard = title.length > 0 || blocks.some(({ type }) => type !== 'rich_text');
  const lines = [...title, ...blocks.flatMap(linesOf)].filter((line) => line !== '');
  const asked = offers.flatMap(({ field }) => (field === null ? [] : [field]));
  return {
    id,
    title: isCard ? (lines[0] ?? '') : '',
    text: lines.join('\n'),
    offers: [...offers.map(({ label, data }) => ({ label, data })), ...submitOf(shown)],
    links: [...walk(blocks)].flatMap(({ url }) => (url === undefined ? [] : [String(url)])),
    fields: [...asked, ...inputs.map((input) => String(input['block_id']))],
    values: Object.fromEntries(inputs.map((input) => [String(input['block_id']), initialOf(input['element'] as Json)])),
  };
}

/** What an input element has at first; '' for nothing. */
export function initialOf(input: Json): string {
  const option = input['initial_option'] as Json | undefined;
  return String(input['initial_value'] ?? input['initial_time'] ?? input['initial_user'] ?? option?.['value'] ?? '');
}

/** A modal's own button, with the click that it sends. */
function submitOf({ submit, private_metadata: metadata }: Json): Offer[] {
  if (submit === undefined || submit === null) return [];
  const { send = {} } = JSON.parse(String(metadata || '{}')) as { readonly send?: unknown };
  return [{ label: wordsOf(submit), data: (typeof send === 'string' ? JSON.parse(send) : send) as Json }];
}

function linesOf(block: Json): string[] {
  switch (block['type']) {
    case 'header':
    case 'section':
      return wordsOf(block['text']).split('\n');
    case 'context':
      return (block['elements'] as Json[]).map(wordsOf);
    case 'rich_text':
      return (block['elements'] as Json[]).flatMap(richLines);
    case 'input':
      return inputLines(block);
    default:
      return [];
  }
}

function richLines(part: Json): string[] {
  const elements = part['elements'] as Json[];
  if (part['type'] !== 'rich_text_list') return [elements.map(inlineOf).join('')];
  const first = Number(part['offset'] ?? 0) + 1;
  const mark = (at: number) => (part['style'] === 'ordered' ? `${first + at}. ` : '');
  return elements.map((item, at) => `${mark(at)}${(item['elements'] as Json[]).map(inlineOf).join('')}`);
}

function inlineOf(element: Json): string {
  switch (element['type']) {
    case 'user':
      return `@${element['user_id']}`;
    case 'usergroup':
      return `@${element['usergroup_id']}`;
    case 'broadcast':
      return `@${element['range']}`;
    default:
      return String(element['text'] ?? element['url'] ?? '');
  }
}

function inputLines({ label, hint, element }: Json): string[] {
  const options = ((element as Json)['options'] ?? []) as Json[];
  const isShown = (element as Json)['type'] === 'radio_buttons';
  return [
    wordsOf(label),
    ...(hint ? [wordsOf(hint)] : []),
    ...(isShown ? options.map(({ text }) => wordsOf(text)) : []),
  ];
}

/** The words of a text object, or of an element that has one. */
function wordsOf(object: unknown): string {
  const text = (object as Json | undefined)?.['text'];
  return typeof text === 'object' && text !== null ? wordsOf(text) : String(text ?? '');
}

function* walk(node: unknown): Generator<Json> {
  if (Array.isArray(node)) for (const each of node) yield* walk(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Json;
    for (const value of Object.values(node)) yield* walk(value);
  }
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
