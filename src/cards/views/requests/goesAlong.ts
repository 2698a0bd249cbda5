import type { Action } from '../../actions.ts';
import { clampText } from '../../clampText.ts';
import type { Block, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { Texts } from '../../text/en.ts';
import type { DeskSide } from '../viewContext.ts';

/** So much of a message or of a file's name stands on its row, in characters. */
const ROW = 60;

/** So many files have a row, the newest: with ten messages besides that is as much as a card has room for. */
const FILES = 20;

/** Something that goes along with a case unless the person leaves it out. */
interface Part {
  readonly what: string;
  readonly name: string;
  readonly isOut: boolean;
}

/** Whether there is anything that can be left out, or has been. */
export function hasParts({ files, handOver }: DeskSide): boolean {
  return messagesOf(handOver).length + files.length > 0;
}

/** How many files go along. */
export function filesGoing({ files, handOver }: DeskSide): number {
  return filesOf(handOver, files).filter(({ isOut }) => !isOut).length;
}

/** What goes along besides what stands in the fields: the messages from the chat, and the files by their names. */
export function goesAlong({ handOver: texts }: Texts, { files, handOver }: DeskSide): Block[] {
  const messages = messagesOf(handOver);
  const going = messages.filter(({ isOut }) => !isOut);
  const parts = [...messages, ...filesOf(handOver, files)];
  const names = filesOf(handOver, files).filter(({ isOut }) => !isOut);
  const left = parts.filter(({ isOut }) => isOut).length;
  const chat = going.map(({ name }) => name).join('\n');
  return [
    ...(going.length === 0 ? [] : [labelled(texts.chat, chat)]),
    ...(names.length === 0 ? [] : [labelled(texts.filesGo(names.length), names.map(({ name }) => name).join(', '))]),
    ...(left === 0 ? [] : [{ kind: 'text', tone: 'quiet', text: plain(texts.leftOut(left)) } as const]),
  ];
}

/** The same, a row each, in an order that stays: tapped, it goes along no more, or does again. */
export function partChoices(
  { handOver: texts }: Texts,
  { files, handOver }: DeskSide,
  withFields: (action: Action) => Action,
): Block {
  const parts = [...messagesOf(handOver), ...filesOf(handOver, files).slice(-FILES)];
  const choices = parts.map(({ what, name, isOut }): Choice => {
    const label = isOut ? texts.putBack : texts.leaveOut;
    const action = withFields({ verb: isOut ? 'put-back' : 'leave-out', what });
    return { label: label(clampText(name, ROW)), action, words: [] };
  });
  return { kind: 'choices', label: texts.choose, choices };
}

/** What was forgotten while it was left out has no text any more. */
function messagesOf({ chat = [], leftOut = [] }: DeskSide['handOver']): Part[] {
  const all = chat.map((name, at): Part => ({ what: `chat:${at}`, name, isOut: leftOut.includes(`chat:${at}`) }));
  return all.filter(({ name }) => name !== '');
}

function filesOf({ leftOut = [] }: DeskSide['handOver'], files: DeskSide['files']): Part[] {
  return files.map(({ id, name }) => ({ what: `file:${id}`, name, isOut: leftOut.includes(`file:${id}`) }));
}

function labelled(label: string, text: string): Block {
  return { kind: 'text', text: [{ text: label, style: 'strong' }, { text }] };
}
