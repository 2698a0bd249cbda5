import type { HandOverPart, HandOverParts } from '../../../helpdesk/cases/handOver.ts';
import type { Action } from '../../actions.ts';
import { clampText } from '../../clampText.ts';
import type { Block, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { Texts } from '../../text/en.ts';

/** So much of a message or of a file's name stands on its row, in characters. */
const ROW = 60;

/** So many files have a row, the newest: with ten messages besides that is as much as a card has room for. */
const FILES = 20;

/** Whether there is anything that can be left out, or has been. */
export function hasParts({ messages, files }: HandOverParts): boolean {
  return messages.length + files.length > 0;
}

/** How many files go along. */
export function filesGoing({ files }: HandOverParts): number {
  return goingOf(files).length;
}

/** What goes along besides what stands in the fields: the messages from the chat, and the files by their names. */
export function goesAlong({ handOver: texts }: Texts, { messages, files }: HandOverParts): Block[] {
  const chat = goingOf(messages);
  const names = goingOf(files);
  const left = messages.length + files.length - chat.length - names.length;
  return [
    ...(chat.length === 0 ? [] : [labelled(texts.chat, chat.join('\n'))]),
    ...(names.length === 0 ? [] : [labelled(texts.filesGo(names.length), names.join(', '))]),
    ...(left === 0 ? [] : [{ kind: 'text', tone: 'quiet', text: plain(texts.leftOut(left)) } as const]),
  ];
}

/** The same, a row each, in an order that stays: tapped, it goes along no more, or does again. */
export function partChoices(
  { handOver: texts }: Texts,
  { messages, files }: HandOverParts,
  withFields: (action: Action) => Action,
): Block {
  const choices = [...messages, ...files.slice(-FILES)].map(({ what, name, isOut }): Choice => {
    const label = isOut ? texts.putBack : texts.leaveOut;
    const action = withFields({ verb: isOut ? 'put-back' : 'leave-out', what });
    return { label: label(clampText(name, ROW)), action, words: [] };
  });
  return { kind: 'choices', label: texts.choose, choices };
}

function goingOf(parts: readonly HandOverPart[]): readonly string[] {
  return parts.filter(({ isOut }) => !isOut).map(({ name }) => name);
}

function labelled(label: string, text: string): Block {
  return { kind: 'text', text: [{ text: label, style: 'strong' }, { text }] };
}
