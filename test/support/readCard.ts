/** A button or a tappable row of a card. */
export interface Offer {
  readonly label: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An Adaptive Card as a person meets it. */
export interface ShownCard {
  /** The message that carries it. */
  readonly id: string;
  readonly title: string;
  /** All that can be read on it, a line each. */
  readonly text: string;
  readonly offers: readonly Offer[];
  readonly links: readonly string[];
  readonly fields: readonly string[];
  /** What stands in the fields, by their ids. */
  readonly values: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING: ShownCard = { id: '', title: '', text: '', offers: [], links: [], fields: [], values: {} };

/** Reads an activity's Adaptive Card; a message without one is read as a card with its text alone. */
export function readCard(activity: Json, id: string): ShownCard {
  const attachments = (activity['attachments'] ?? []) as { contentType: string; content: Json }[];
  const card = attachments.find(
    ({ contentType }) => contentType === 'application/vnd.microsoft.card.adaptive',
  )?.content;
  if (!card) return { ...NOTHING, id, text: String(activity['text'] ?? '') };
  const nodes = [...walk(card)];
  const lines = nodes.flatMap(linesOf);
  const inputs = nodes.filter((node) => String(node['type']).startsWith('Input.'));
  return {
    id,
    title: lines[0] ?? '',
    text: lines.join('\n'),
    offers: nodes.flatMap(offersOf),
    links: nodes.flatMap((node) => (node['type'] === 'Action.OpenUrl' ? [String(node['url'])] : [])),
    fields: inputs.map((node) => String(node['id'])),
    values: Object.fromEntries(inputs.map((node) => [String(node['id']), String(node['value'] ?? '')])),
  };
}

function* walk(node: unknown): Generator<Json> {
  if (Array.isArray(node)) for (const each of node) yield* walk(each);
  else if (typeof node === 'object' && node !== null) {
    yield node as Json;
    for (const [key, value] of Object.entries(node)) if (key !== 'data') yield* walk(value);
  }
}

function linesOf(node: Json): string[] {
  if (node['type'] === 'TextBlock') return [unescaped(String(node['text']))];
  if (node['type'] !== 'RichTextBlock') return [];
  const inlines = node['inlines'] as (string | { text: string })[];
  return [inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('')];
}

/** What a client's Markdown makes of a backslash before punctuation. */
function unescaped(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

function offersOf(node: Json): Offer[] {
  if (node['type'] !== 'Action.Submit') return [];
  return [{ label: String(node['title']), data: node['data'] as Json }];
}
