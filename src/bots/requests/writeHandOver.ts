import { FIELD_LIMIT } from '../../cards/actions.ts';
import { cleanText } from '../../cards/cleanText.ts';
import type { HandOverFault } from '../../dialogs/deskTurn.ts';
import { type HandOver, holdsLines, type LooseFile, partsOf, wordsOf } from '../../helpdesk/cases/handOver.ts';
import { hideSecrets, MASK } from '../../helpdesk/cases/maskSecrets.ts';
import { meetingTime } from '../../helpdesk/cases/meetingTime.ts';
import { plainName } from '../plainName.ts';
import { isFormerText, rememberText } from './formerText.ts';
import { putBack } from './putBack.ts';
import type { Secret, Unmasked } from './unmasked.ts';

/** What a hand-over becomes, and what keeps it from being sent as it is. */
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

/** Longest address and time that are kept, in characters. Source of the first: RFC 5321, 4.5.3.1.3. */
const EMAIL_LIMIT = 254;
const TIME_LIMIT = 40;

/** So many characters before a mask tell it from the others. */
const BEFORE = 8;

/**
 * So much is kept of what they type in the chat, in characters, with what is left out of it. The field has room for what
 * finds none here: together with what goes along it is no more than fits there.
 */
const CHAT_LIMIT = 2 * FIELD_LIMIT;

/** What stands in the fields of the card, taken over; what can't be sent like that stays there as it was typed. */
export function fillHandOver(handOver: HandOver, fields: Fields, writing: Writing): Written {
  const worded = withText(handOver, fields.text, writing);
  const named = withName(worded.handOver, fields.name);
  const filled = withTime(withAddress(named, fields.email), fields.startsAt, writing);
  return { handOver: filled, fault: worded.fault ?? faultOf(filled, writing) };
}

/** What becomes of what stands in the fields of an earlier card; with `no-room`, nothing of it is taken. */
export interface FromEarlier {
  readonly handOver: HandOver;
  readonly end: 'taken' | 'nothing-new' | 'no-room';
}

/**
 * The same of an earlier card, of which nobody knows whether it was filled in before the newest. Its text comes below
 * the other, unless it is there already or was before; of the other fields those are taken in which nothing is written.
 * It isn't the text that was asked for to be left as it is.
 */
export function addFromEarlier(handOver: HandOver, { text, ...others }: Fields, writing: Writing): FromEarlier {
  const { name, email, startsAt, time } = handOver;
  const written: Fields = { name, email, startsAt: startsAt ?? time };
  const isNew = ([field, given]: [string, string | undefined]) => given?.trim() && !written[field as keyof Fields];
  const given = cleanText(text ?? '').trim();
  const more = isNews(handOver, given) && { text: joined(handOver.text, given) };
  const news: Fields = { ...Object.fromEntries(Object.entries(others).filter(isNew)), ...more };
  if (Object.keys(news).length === 0) return { handOver, end: 'nothing-new' };
  if (more && wordsOf({ ...handOver, ...more }).length > FIELD_LIMIT) return { handOver, end: 'no-room' };
  const { asTyped, ...before } = handOver;
  const filled = { ...fillHandOver(before, news, writing).handOver, ...(asTyped && { asTyped }) };
  return { handOver: rememberText(filled, given), end: 'taken' };
}

function isNews(handOver: HandOver, given: string): boolean {
  const kept = hideSecrets(given, { except: handOver.unmasked }).text;
  return !holdsLines(allWordsOf(handOver), kept) && !isFormerText(handOver, given);
}

/** Nothing stands there twice: whoever went on writing on an earlier card has the beginning there as well. */
function joined(text: string, given: string): string {
  return holdsLines(given, text) ? given : `${text}\n${given}`;
}

/** Something typed in the chat, after what was typed there before. */
export function addToHandOver(handOver: HandOver, text: string, writing: Writing): Written {
  const more = withMessage(handOver, text);
  if (wordsOf(more).length > FIELD_LIMIT) return { handOver, fault: 'too-long' };
  if (allWordsOf({ ...more, text: '' }).length > CHAT_LIMIT) return { handOver, fault: 'no-room' };
  return word(handOver, { part: 'chat', text, put: withMessage }, writing);
}

/** Lists what goes along, from that part on, or no longer does. */
export function chooseInHandOver(handOver: HandOver, from: number | null): HandOver {
  const { choosing: _, ...rest } = handOver;
  return from === null ? rest : { ...rest, choosing: from };
}

/** Something doesn't go along, or does again. */
export function leaveOutOfHandOver(handOver: HandOver, what: string, isOut: boolean): HandOver {
  const others = (handOver.leftOut ?? []).filter((each) => each !== what);
  return withLeftOut(handOver, isOut ? [...others, what] : others);
}

/** Forgets that something is left out which isn't there any more: a file that goes with no case is kept for a day. */
export function forgetGone(handOver: HandOver, files: readonly LooseFile[]): HandOver {
  const parts = partsOf(handOver, files);
  const left = [...parts.messages, ...parts.files].filter(({ isOut }) => isOut);
  return withLeftOut(
    handOver,
    left.map(({ what }) => what),
  );
}

function withLeftOut(handOver: HandOver, leftOut: readonly string[]): HandOver {
  const { leftOut: _, ...rest } = handOver;
  return leftOut.length > 0 ? { ...rest, leftOut } : rest;
}

function withMessage(handOver: HandOver, text: string): HandOver {
  return { ...handOver, chat: [...(handOver.chat ?? []), text] };
}

/**
 * Puts these secrets back, and leaves them as they are from then on. Where none is known any more, whatever looks like
 * one in the next text is left.
 */
export function unmaskHandOver(
  handOver: HandOver,
  secrets: readonly Secret[],
  { conversation, unmasked }: Writing,
): Written {
  const text = putBack(handOver.text, ofPart(secrets, 'text'));
  const chat = putBackEach(handOver.chat ?? [], ofPart(secrets, 'chat'));
  const used = [...text.used, ...chat.used];
  if (used.length === 0) {
    const { isMasked: _, ...rest } = handOver;
    return { handOver: { ...rest, asTyped: true }, fault: 'masked' };
  }
  unmasked.keep(
    conversation,
    unmasked.get(conversation).filter((each) => !used.includes(each)),
  );
  const back = {
    ...rememberText(handOver, handOver.text),
    text: text.text,
    ...(handOver.chat !== undefined && { chat: chat.texts }),
  };
  return { handOver: withMarks(leaving(back, used)), fault: null };
}

function putBackEach(messages: readonly string[], secrets: readonly Secret[]) {
  const used: Secret[] = [];
  const texts = messages.map((message) => {
    const back = putBack(
      message,
      secrets.filter((each) => !used.includes(each)),
    );
    used.push(...back.used);
    return back.text;
  });
  return { texts, used };
}

function ofPart(secrets: readonly Secret[], part: Secret['part']): Secret[] {
  return secrets.filter((each) => each.part === part);
}

function withText(handOver: HandOver, given: string | undefined, writing: Writing): Written {
  const text = given === undefined ? handOver.text : cleanText(given).trim();
  if (text === handOver.text) return { handOver, fault: null };
  if (text.length > FIELD_LIMIT) return { handOver, fault: 'too-long' };
  const before = rememberText(handOver, handOver.text);
  return word(before, { part: 'text', text, put: (rest, kept) => ({ ...rest, text: kept }) }, writing);
}

interface NewWords {
  readonly part: Secret['part'];
  readonly text: string;
  readonly put: (handOver: HandOver, text: string) => HandOver;
}

function word(handOver: HandOver, { part, text, put }: NewWords, { conversation, unmasked }: Writing): Written {
  const { asTyped, ...rest } = handOver;
  const { text: masked, hidden } = hideSecrets(text, { except: handOver.unmasked });
  if (hidden.length === 0) return { handOver: withMarks(leaving(put(handOver, text), [])), fault: null };
  if (asTyped) return { handOver: withMarks(leaving(put(rest, text), hidden)), fault: null };
  const found = hidden.map(({ at, value }) => ({ part, before: masked.slice(Math.max(0, at - BEFORE), at), value }));
  unmasked.keep(conversation, [...unmasked.get(conversation), ...found]);
  return { handOver: { ...leaving(put(handOver, masked), []), isMasked: true }, fault: 'masked' };
}

/** From now on these values stay as they are, for as long as they stand there. */
function leaving({ unmasked = [], ...handOver }: HandOver, values: readonly { readonly value: string }[]): HandOver {
  const words = allWordsOf(handOver);
  const all = new Set([...unmasked, ...values.map(({ value }) => value)]);
  const left = [...all].filter((value) => words.includes(value));
  return left.length > 0 ? { ...handOver, unmasked: left } : handOver;
}

/** Where no mask is left, there is nothing to give back. */
function withMarks(handOver: HandOver): HandOver {
  const { isMasked: _, ...rest } = handOver;
  return allWordsOf(handOver).includes(MASK) ? handOver : rest;
}

/** With those that are left out: they may go along after all. */
function allWordsOf({ text, chat = [] }: HandOver): string {
  return wordsOf({ text, chat });
}

function withName(handOver: HandOver, given: string | undefined): HandOver {
  if (given === undefined) return handOver;
  const { name: _, ...rest } = handOver;
  return given.trim() === '' ? rest : { ...rest, name: plainName(given) };
}

function withAddress(handOver: HandOver, given: string | undefined): HandOver {
  if (given === undefined) return handOver;
  const { email: _, ...rest } = handOver;
  const email = cleanText(given).trim().slice(0, EMAIL_LIMIT);
  return email === '' ? rest : { ...rest, email };
}

function withTime(handOver: HandOver, given: string | undefined, { now, zone }: Writing): HandOver {
  if (given === undefined) return handOver;
  const { startsAt: _, time: __, ...rest } = handOver;
  const time = cleanText(given).trim().slice(0, TIME_LIMIT);
  if (time === '') return rest;
  const at = meetingTime(time, { now, zone });
  return at ? { ...rest, startsAt: at.toISOString() } : { ...rest, time };
}

function faultOf(handOver: HandOver, { isMailAddress }: Writing): HandOverFault | null {
  const { email, time } = handOver;
  if (wordsOf(handOver).length > FIELD_LIMIT) return 'too-long';
  if (email !== undefined && !isMailAddress(email)) return 'not-an-address';
  return time === undefined ? null : 'not-a-time';
}
