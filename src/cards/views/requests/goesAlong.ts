import type { HandOverPart, HandOverParts } from '../../../helpdesk/cases/handOver.ts';
import type { Action } from '../../actions.ts';
import { clampText } from '../../clampText.ts';
import type { Block, Choice } from '../../model.ts';
import { plain } from '../../richText.ts';
import type { Texts } from '../../text/en.ts';
import type { WithDesk } from '../viewContext.ts';

/** So much of a message or of a file's name stands on its row, in characters. */
const ROW = 60;

/** So many rows are on the card at a time: on a phone it is long enough with them. */
const ROWS = 10;

/** Whether there is anything that can be left out, or has been. */
export function hasParts({ messages, files }: HandOverParts): boolean {
  return messages.length + files.length > 0;
}

/** What one of them is called on its row; '' where it is none of them. */
export function partName({ messages, files }: HandOverParts, what: string): string {
  return clampText([...messages, ...files].find((part) => part.what === what)?.name ?? '', ROW);
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

/**
 * The same, a row each, in an order that stays: tapped, it goes along no more, or does again. Ten are on the card at a
 * time; one more row leads to those after them, and from the last ones back to the first.
 */
export function partChoices({ texts, desk }: WithDesk, withFields: (action: Action) => Action): Block {
  const { handOver } = texts;
  const parts = [...desk.parts.messages, ...desk.parts.files];
  const { choosing = 0 } = desk.handOver;
  const from = choosing < parts.length ? choosing : 0;
  const rows = parts.slice(from, from + ROWS).map(({ what, name, isOut, file }): Choice => {
    const label = isOut ? handOver.putBack : handOver.leaveOut;
    const action = withFields({ verb: isOut ? 'put-back' : 'leave-out', what });
    const facts = file && { detail: handOver.fileFacts(file, desk.clock) };
    return { label: label(clampText(name, ROW)), action, words: [], ...facts };
  });
  const next = from + ROWS < parts.length ? from + ROWS : 0;
  const others: Choice = {
    label: handOver.showOthers(next + 1, Math.min(next + ROWS, parts.length), parts.length),
    action: withFields({ verb: 'choose', from: next }),
    words: [],
  };
  return { kind: 'choices', label: handOver.choose, choices: parts.length > ROWS ? [...rows, others] : rows };
}

function goingOf(parts: readonly HandOverPart[]): readonly string[] {
  return parts.filter(({ isOut }) => !isOut).map(({ name }) => name);
}

function labelled(label: string, text: string): Block {
  return { kind: 'text', text: [{ text: label, style: 'strong' }, { text }] };
}
