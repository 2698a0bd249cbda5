import { readCaseId } from '../../src/helpdesk/cases/newCaseId.ts';
import { type Chat, clicks, fills, isOffered, type Line, newest, play, says, sees } from '../support/chat.ts';

/** At the first of the bot's questions. */
export const ASKED: readonly Line[] = [clicks('Start'), sees('How many people', '1 of 4')];

/** With a diagnosis' answers, before the fix. */
export const DIAGNOSED: readonly Line[] = [
  clicks('Start'),
  says('just me'),
  says('inside'),
  says('one computer'),
  says('none of these'),
  sees('Most likely: Client issue'),
];

/** A case sent to the helpdesk from wherever the person is: its id. */
export async function sendCase(chat: Chat, text?: string): Promise<string> {
  await play(chat, [
    says('agent'),
    isOffered('Send'),
    text === undefined ? clicks('Send') : fills('Send', text),
    sees('Your case is with the helpdesk'),
  ]);
  return caseIdOn(chat);
}

/** The id of the case that the newest card is about. */
export function caseIdOn(chat: Chat): string {
  return readCaseId(newest(chat).text) ?? 'no id';
}

/** Somebody comes, and sends a case at once. */
export async function arriveWithCase(chat: Chat, lines: readonly Line[] = [], text?: string): Promise<string> {
  await chat.arrive();
  await play(chat, lines);
  return sendCase(chat, text);
}
