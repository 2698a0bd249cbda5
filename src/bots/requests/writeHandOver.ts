import { FIELD_LIMIT } from '../../cards/actions.ts';
import { cleanText } from '../../cards/cleanText.ts';
import type { HandOverFault } from '../../dialogs/deskTurn.ts';
import type { HandOver } from '../../helpdesk/cases/handOver.ts';
import { maskSecrets } from '../../helpdesk/cases/maskSecrets.ts';
import { meetingTime } from '../../helpdesk/cases/meetingTime.ts';
import { plainName } from '../plainName.ts';
import type { Unmasked } from './unmasked.ts';

/** What a hand-over becomes, and what keeps it from being sent; what was wrong isn't kept. */
export interface Written {
  readonly handOver: HandOver;
  readonly fault: HandOverFault | null;
}

/** What writing needs to know. */
export interface Writing {
  readonly conversation: string;
  readonly unmasked: Unmasked;
  readonly now: Date;
  /** IANA: the zone in which a time of day is meant. */
  readonly zone: string;
  /** Whether a mail could be sent to what somebody gives as their address, by its form. */
  readonly isMailAddress: (text: string) => boolean;
}

/** The fields of the hand-over card; one that isn't there leaves what was written before. */
export interface Fields {
  readonly text?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly startsAt?: string | undefined;
}

/** What stands in the fields of the card, taken over. */
export function fillHandOver(handOver: HandOver, fields: Fields, writing: Writing): Written {
  const text = fields.text === undefined ? undefined : cleanText(fields.text).trim();
  const worded =
    text === undefined || text === handOver.text ? { handOver, fault: null } : word(handOver, text, writing);
  const named = withName(worded.handOver, fields.name);
  const addressed = withAddress(named, fields.email?.trim(), writing);
  const timed = withTime(addressed.handOver, fields.startsAt?.trim(), writing);
  return { handOver: timed.handOver, fault: worded.fault ?? addressed.fault ?? timed.fault };
}

/** Something typed, after what was written before. */
export function addToHandOver(handOver: HandOver, text: string, writing: Writing): Written {
  const before = handOver.isMasked ? (writing.unmasked.get(writing.conversation) ?? handOver.text) : handOver.text;
  return word(handOver, [before, text].filter((part) => part !== '').join('\n'), writing);
}

/** The text as it was typed, where this process still has it; else the next text is left as it is. */
export function unmaskHandOver(
  handOver: HandOver,
  { conversation, unmasked }: Pick<Writing, 'conversation' | 'unmasked'>,
): Written {
  const typed = unmasked.get(conversation);
  const { isMasked: _, ...rest } = handOver;
  unmasked.drop(conversation);
  return { handOver: { ...rest, text: typed ?? rest.text, asTyped: true }, fault: typed === null ? 'masked' : null };
}

function word(handOver: HandOver, text: string, { conversation, unmasked }: Writing): Written {
  if (text.length > FIELD_LIMIT) return { handOver, fault: 'too-long' };
  const { isMasked: _, ...rest } = handOver;
  const found = handOver.asTyped ? { text, masked: false } : maskSecrets(text);
  if (!found.masked) return { handOver: { ...rest, text }, fault: null };
  unmasked.keep(conversation, text);
  return { handOver: { ...rest, text: found.text, isMasked: true }, fault: 'masked' };
}

function withName(handOver: HandOver, given: string | undefined): HandOver {
  if (given === undefined) return handOver;
  const { name: _, ...rest } = handOver;
  return given.trim() === '' ? rest : { ...rest, name: plainName(given) };
}

function withAddress(handOver: HandOver, email: string | undefined, { isMailAddress }: Writing): Written {
  if (email === undefined) return { handOver, fault: null };
  const { email: _, ...rest } = handOver;
  if (email === '') return { handOver: rest, fault: null };
  return isMailAddress(email) ? { handOver: { ...rest, email }, fault: null } : { handOver, fault: 'not-an-address' };
}

function withTime(handOver: HandOver, text: string | undefined, { now, zone }: Writing): Written {
  if (text === undefined) return { handOver, fault: null };
  const { startsAt: _, ...rest } = handOver;
  if (text === '') return { handOver: rest, fault: null };
  const at = meetingTime(text, { now, zone });
  return at ? { handOver: { ...rest, startsAt: at.toISOString() }, fault: null } : { handOver, fault: 'not-a-time' };
}
