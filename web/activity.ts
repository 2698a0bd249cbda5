const CARD = 'application/vnd.microsoft.card.adaptive';

/** A card as it came, still to be parsed by the renderer. */
export type CardJson = Readonly<Record<string, unknown>>;

/** What the event stream can bring. */
export type Activity =
  | {
      readonly kind: 'said';
      readonly by: 'bot' | 'user';
      readonly text: string;
      readonly card: CardJson | null;
      readonly clientId: string | null;
    }
  /** A message that changed: `seq` says which. */
  | { readonly kind: 'updated'; readonly seq: number; readonly text: string; readonly card: CardJson | null }
  | { readonly kind: 'deleted'; readonly seq: number }
  | { readonly kind: 'typing' };

/** Reads one event of the stream; null for what this page doesn't know. */
export function readActivity(data: string): Activity | null {
  const activity = parse(data);
  if (!isRecord(activity)) return null;
  const { type, text, from, channelData, attachments, id } = activity;
  const content = { text: typeof text === 'string' ? text : '', card: cardOf(attachments) };
  switch (type) {
    case 'message':
      return { kind: 'said', by: isPerson(from) ? 'user' : 'bot', ...content, clientId: clientIdOf(channelData) };
    case 'messageUpdate':
      return withSeq(id, (seq) => ({ kind: 'updated', seq, ...content }));
    case 'messageDelete':
      return withSeq(id, (seq) => ({ kind: 'deleted', seq }));
    case 'typing':
      return { kind: 'typing' };
    default:
      return null;
  }
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

function withSeq(id: unknown, build: (seq: number) => Activity): Activity | null {
  const seq = Number(id);
  return Number.isSafeInteger(seq) && seq > 0 ? build(seq) : null;
}

function isPerson(from: unknown): boolean {
  if (!isRecord(from)) return false;
  const { role } = from;
  return role === 'user';
}

function clientIdOf(channelData: unknown): string | null {
  if (!isRecord(channelData)) return null;
  const { clientId } = channelData;
  return typeof clientId === 'string' ? clientId : null;
}

function cardOf(attachments: unknown): CardJson | null {
  if (!Array.isArray(attachments)) return null;
  for (const attachment of attachments) {
    if (!isRecord(attachment)) continue;
    const { contentType, content } = attachment;
    if (contentType === CARD && isRecord(content)) return content;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
