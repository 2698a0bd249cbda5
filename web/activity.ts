import { isRecord } from './isRecord.ts';
import { readShownFile, type ShownFile } from './shownFile.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A card as it came, still to be parsed by the renderer. */
export type CardJson = Readonly<Record<string, unknown>>;

/** What a message shows. */
export interface Content {
  readonly text: string;
  readonly card: CardJson | null;
  readonly files: readonly ShownFile[];
}

/** How the person’s case stands: `hears` is who at the helpdesk hears what they type, null for the bot. */
export interface CaseOnPage {
  readonly id: string;
  readonly hears: string | null;
}

/** What the event stream can bring. */
export type Activity =
  | (Content & {
      readonly kind: 'said';
      readonly by: 'bot' | 'user';
      readonly clientId: string | null;
      /** The person at the helpdesk who said it; null where it was the bot. */
      readonly author: string | null;
      /** Under which id it is to be told that this answer was read. */
      readonly answer: string | null;
      /** It says no more than that something has arrived. */
      readonly isTick: boolean;
      /** Who at the helpdesk got it; null where that is nobody, or it isn’t the person’s. */
      readonly to: string | null;
      /** How their case stands from here on; null where it stands as before, or there is none. */
      readonly about: CaseOnPage | null;
    })
  /** A message that changed: `seq` says which. */
  | (Content & { readonly kind: 'updated'; readonly seq: number })
  | { readonly kind: 'deleted'; readonly seq: number }
  | { readonly kind: 'typing' };

/** Reads one event of the stream; null for what this page doesn't know. */
export function readActivity(data: string): Activity | null {
  const activity = parse(data);
  if (!isRecord(activity)) return null;
  const { type, text, from, channelData, attachments, id } = activity;
  const content = { text: typeof text === 'string' ? text : '', ...readAttachments(attachments) };
  switch (type) {
    case 'message':
      return { kind: 'said', by: isPerson(from) ? 'user' : 'bot', ...content, ...readChannelData(channelData) };
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

function readChannelData(channelData: unknown) {
  const { clientId, by, answer, tick, to, case: about } = isRecord(channelData) ? channelData : {};
  return {
    ...{ clientId: words(clientId), author: words(by), answer: words(answer), isTick: tick === true },
    ...{ to: words(to), about: caseIn(about) },
  };
}

function caseIn(about: unknown): CaseOnPage | null {
  if (!isRecord(about)) return null;
  const id = words(about['id']);
  return id === null ? null : { id, hears: words(about['hears']) };
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function readAttachments(attachments: unknown): Omit<Content, 'text'> {
  const all = Array.isArray(attachments) ? attachments.filter(isRecord) : [];
  const card = all.map(cardOf).find((each) => each !== null) ?? null;
  return { card, files: all.map(fileOf).filter((each) => each !== null) };
}

function cardOf({ contentType, content }: CardJson): CardJson | null {
  return contentType === CARD && isRecord(content) ? content : null;
}

function fileOf({ contentType, name, content }: CardJson): ShownFile | null {
  if (!isRecord(content)) return null;
  const { file, size } = content;
  return readShownFile({ id: file, name, type: contentType, size });
}
