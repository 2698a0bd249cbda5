import type { AnswerPromise } from '../../helpdesk/hours/deskHours.ts';
import type { Clock } from '../clock.ts';
import { enFileCount } from './enFileCount.ts';
import { enTimes } from './enTimes.ts';

const count = new Intl.NumberFormat('en');
const kilobytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte' });

/** With less time left than this, in minutes, nobody can promise an answer before the desk closes. */
const TOO_LATE = 30;
const MINUTE = 60_000;

const noRoom = `That button was on an earlier card, so nothing was sent. What you wrote there isn’t kept: with the rest it is more than ${count.format(4000)} characters.`;

/** The card that hands a case to the helpdesk, and what is said of what is written on it. */
export const enHandOver = {
  title: 'Talk to a person',
  titleDone: 'That’s all I can try',
  done: 'Nothing on my list is left, and that isn’t your fault. A person can take it from here.',
  goes: 'When you tap **Send**, the helpdesk gets what you told me, what was tried, and what you write here.',
  text: {
    label: 'What should they know?',
    placeholder: 'What you were doing, what you saw on the screen…',
  },
  startsAt: {
    label: (clock: Clock) => `If your meeting is soon: when does it start?${enTimes.zoneNote(clock)}`,
    placeholder: '14:30',
  },
  name: { label: 'Your name', placeholder: 'So that they know what to call you' },
  email: {
    label: 'An e-mail address where they can reach you',
    /** What it is for besides, where mails are sent. */
    labelMailed:
      'An e-mail address where they can reach you. If their answer waits here unread, one mail tells you so, without its text',
    placeholder: 'name@example.com',
  },
  chat: 'Also from the chat: ',
  filesGo: (files: number) => `${enFileCount(files)} ${files === 1 ? 'goes' : 'go'} along: `,
  leftOut: (parts: number) => `Left out: ${count.format(parts)}. That stays here, and nobody at the helpdesk gets it.`,
  choose: 'Tap what shouldn’t go along, or should after all:',
  leaveOut: (what: string) => `Leave out “${what}”`,
  putBack: (what: string) => `Put back “${what}”`,
  /** Tells files of the same name apart. */
  fileFacts: ({ size, at }: { readonly size: number; readonly at: string }, clock: Clock) =>
    `${enTimes.stamp(new Date(at), clock)}, ${kilobytes.format(Math.ceil(size / 1024))}`,
  /** The row that leads to other rows, by the numbers of the parts on them. */
  showOthers: (from: number, to: number, all: number) => `Show ${from}–${to} of ${all}`,
  /** What was chosen on the card, once it was sent. */
  sentWith: (label: string, files: number) => (files === 0 ? label : `${label} · ${enFileCount(files)}`),
  timeTyped: (time: string) => `The time that you wrote: “${time}”.`,
  typing: 'What you type in the chat is added here, too.',
  /** Where a typed message brings nothing of the fields along. */
  leaving: 'I see what you write in these fields only when you tap a button on this card.',
  /** The same above a card that takes its place because of what was typed. */
  above:
    'If you wrote something in the fields of the card above, tap any button there: nothing is sent, and it comes onto the newest card.',
  /** Sent by a typed word, where that brings nothing of the fields along. */
  withoutFields: 'If you wrote something in the fields of the card above, type it here: it is added to your case.',
  /** What became of what stood in the fields of an earlier card, once it was tapped. */
  earlier: {
    here: 'That button was on an earlier card, so nothing was sent. What you wrote there stands here now, with the words that were here already; a time, name or address that was here stays.',
    kept: 'That button was on an earlier card, so nothing was sent. What you wrote there is kept, with the words that you wrote already: it comes back with Talk to a person. A time, name or address that you gave already stays. Here is where we are:',
    noRoomHere: `${noRoom} Please make the rest shorter, or leave something out, and tap that button again. So that you can copy it:`,
    noRoom: `${noRoom} To send it, choose Talk to a person, make what is there shorter or leave something out, and put it in there. So that you can copy it:`,
    unsent: (id: string) =>
      `That button was on an earlier card, so nothing was sent. To add what you wrote there to ${id}, type it here.`,
  },
  sends: 'What will be sent',

  /** What comes next, by the desk's hours; nothing that nobody can keep. */
  promise: (promise: AnswerPromise, clock: Clock, contact: string | undefined): string => {
    switch (promise.kind) {
      case 'open':
        return whileOpen(promise.until, clock);
      case 'closed':
        return `The helpdesk is closed now; the first answer comes here ${enTimes.from(promise.opensAt, clock)}.`;
      case 'never':
      case 'unknown':
        return contact === undefined
          ? 'The answer comes here. I can’t say when.'
          : `The answer comes here; I can’t say when. If it can’t wait: ${contact}`;
    }
  },

  masked:
    'I’ve hidden what looks like a password or another secret (•••): nobody at the helpdesk needs it. If it isn’t one, tap **Undo**.',
  /** The same of what went to the case at once. */
  hidden:
    'I hid what looks like a password or another secret (•••): the helpdesk doesn’t see that part. If it isn’t one, say it in other words.',
  faults: {
    'too-long': `That is more than I can take: ${count.format(4000)} characters together. Please make it shorter, or leave something out; nothing was sent.`,
    'not-an-address': 'That doesn’t look like an e-mail address. It looks like name@example.com; nothing was sent yet.',
    'not-a-time': 'That doesn’t look like a time of day. It looks like 14:30; nothing was sent yet.',
    'no-room':
      'I keep what you left out, too, and have no more room for messages. Please write it under “What should they know?”, or tap Send and type it after that; nothing was sent yet.',
    masked: 'Nothing was sent yet: please look at what I’ve hidden, then tap Send.',
  },
  /** The same for what was typed in the chat, where no button is. */
  maskedInChat:
    'I’ve hidden what looks like a password or another secret (•••): nobody at the helpdesk needs it. If it isn’t one, type “undo”. Nothing was sent yet.',
  givenBack: 'It is back as you typed it. Nothing is sent before you tap Send.',
  typeAgain: 'I didn’t keep what was hidden. Please type it once more, and I’ll leave it as it is.',
  written: 'I’ve added that. Nothing is sent before you tap Send.',
  /** Nothing can be left out; what was sent a moment ago may still be on its way. */
  nothingAlong: 'There is nothing here yet that can be left out. If you have just sent a file, try again in a moment.',
  isLeftOut: (what: string) => `I’ve left out “${what}”. Nothing is sent before you tap Send.`,
  isPutBack: (what: string) => `“${what}” goes along again. Nothing is sent before you tap Send.`,
  linkWritten: 'I’ve added that to what the helpdesk gets when you talk to a person.',
  added: (id: string) => `Added to ${id}: the helpdesk sees it.`,
  /** A file came, and there is no case yet. */
  fileKept:
    'I can’t look at pictures or files, but I keep what you sent for a day: if you talk to a person, it goes along. Tell me in words what you see, or tap what fits best.',
  /** What came with a message and isn't taken. */
  notTaken: {
    kind: 'I can’t pass on what you sent, sorry: paste it as text, or send a screenshot.',
    number: 'I take 10 files of one message, so the rest of them didn’t come along. Please send those once more.',
  },
  /** The same while the hand-over card is open. */
  fileWritten:
    'I can’t look at pictures or files, but it goes along when you tap Send. If it shouldn’t, the card has a button to leave it out.',
  /** Why a file wasn't kept. */
  files: {
    type: (name: string) =>
      `“${name}” can’t go along: I take pictures (PNG, JPEG, WebP, GIF) and PDF files. A screenshot often says it all.`,
    empty: (name: string) => `“${name}” is empty, so it can’t go along. Please send it once more.`,
    size: (name: string) =>
      `“${name}” is larger than 10 MB, so it can’t go along. A screenshot of the part that matters is enough.`,
    gone: (name: string) => `I couldn’t get “${name}”. Please send it once more.`,
  },
  tick: '✓',
};

function whileOpen(until: Date | null, clock: Clock): string {
  if (until === null) return 'The helpdesk is open day and night; someone will answer you here.';
  const open = `The helpdesk is open until ${enTimes.until(until, clock)}`;
  if (until.getTime() - clock.now.getTime() < TOO_LATE * MINUTE) {
    return `${open}. If nobody answers you here by then, someone will when it opens again.`;
  }
  return `${open}; someone will answer you here${endsToday(until, clock) ? ' today' : ''}.`;
}

function endsToday(until: Date, clock: Clock): boolean {
  return enTimes.isToday(new Date(until.getTime() - 1), clock);
}
