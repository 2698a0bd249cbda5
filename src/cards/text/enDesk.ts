import type { Case } from '../../helpdesk/cases/case.ts';
import { enDeskForms } from './enDeskForms.ts';
import { enDeskReplies } from './enDeskReplies.ts';
import { enWhyNoMail } from './enWhyNoMail.ts';

const count = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent' });
const hours = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'hour',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
});
const minutes = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'minute',
  unitDisplay: 'long',
  maximumFractionDigits: 0,
});

/** Cards and sentences for whoever works at the desk. `agent` and `person` are names. */
export const enDesk = {
  botName: 'Unstuck',

  actions: {
    claim: 'Claim',
    reply: 'Reply…',
    solve: 'Solved…',
    more: 'More…',
    open: 'Open the case',
    assign: 'Assign to…',
    ask: 'Ask…',
    note: 'Note',
    calling: 'Calling them',
    release: 'Release',
    diagnose: 'Diagnose',
    escalate: 'Escalate…',
    reopen: 'Reopen',
    still: 'Still on it',
    send: 'Send',
    keepNote: 'Keep the note',
    giveTo: 'Assign',
    showDiagnosis: 'Show the diagnosis',
    handOver: 'Hand it over',
    openCases: 'Open cases',
    closedCases: 'Closed cases',
    stats: 'Figures',
  },

  nameless: { guest: 'Guest', other: 'Somebody', agent: 'Someone at the desk' },
  channels: { teams: 'Teams', slack: 'Slack', web: 'the web page' } satisfies Record<
    Case['requester']['channel'],
    string
  >,
  guest: 'guest',
  tenant: (tenant: string) => `tenant ${tenant}`,
  workspace: (team: string) => `workspace ${team}`,

  urgency: {
    now: (when: string) => `Urgent, the meeting starts at ${when}`,
    running: (when: string) => `Urgent, the meeting started at ${when}`,
    soon: (when: string) => `The meeting starts at ${when}`,
  },
  title: (urgency: string, subject: string) => `${urgency}: ${subject}`,

  states: {
    waiting: (since: string) => `Waiting since ${since}`,
    claimed: (agent: string, since: string) => `${agent} has it, since ${since}`,
    waitsForPerson: (person: string) => `it is ${person}’s turn`,
    talksToBot: (person: string) => `${person} talks to the bot for now`,
    solved: (agent: string, person: string) => `${agent} says that it is solved; ${person} was asked`,
    /** Where the person can't be asked. */
    solvedUnasked: (agent: string) => `${agent} says that it is solved`,
    confirmed: (person: string) => `Closed: ${person} is in`,
    silence: (person: string) => `Closed: nothing more was heard of ${person} for 24 hours`,
    withdrawn: (person: string) => `Closed: ${person} withdrew it`,
    'self-solved': (person: string) => `Closed: ${person} solved it without the helpdesk`,
    'handed-over': 'Closed here: the next line has it',
    handingOver: 'on its way to the next line by e-mail, not accepted yet',
    unreachable: (person: string) => `${person} can’t be reached here any more`,
  },

  facts: {
    who: 'From',
    since: 'Sent',
    meeting: 'Meeting',
    symptom: 'What they see',
    likely: 'Most likely',
    why: 'Why',
    cause: 'True cause',
    files: 'Files',
    answer: 'Last answer',
    line: 'Line',
  },
  nextLine: 'the next one',
  other: 'Something else',
  words: 'In their words: ',
  noWords: 'They wrote nothing to go with it.',
  added: 'Added: ',
  tried: 'What was tried',
  nothingTried: 'Nothing was tried yet.',
  adminSteps: 'What an admin should do next',
  otherPack: (pack: string, version: string) => `Made with pack ${pack} ${version}, which isn’t used here any more.`,
  files: (names: readonly string[]) => `${count.format(names.length)} (${names.join(', ')})`,
  /** Before the name of the page; that of a case leads there. */
  attach: 'Files can’t be attached here, but on ',
  seeAndAttach: 'Files are shown, and can be attached, on ',
  see: 'Files are shown on ',
  casePage: 'the case page',
  deskPage: 'the desk’s page',
  short: {
    open: 'There is more than fits here: open the case to see all of it.',
    thread: 'There is more than fits here: the rest follows in the thread.',
  },
  elsewhere: 'Another line of the helpdesk has this case now.',
  deskElsewhere: 'The helpdesk works in another channel now. This case is there.',

  answer: {
    onItsWay: 'on its way',
    sent: (when: string) => `sent ${when}`,
    notRead: (sent: string) => `${sent}, not read yet`,
    read: (when: string) => `read ${when}`,
    mailed: (when: string) => `not read yet, mailed ${when}`,
    notMailed: (why: string) => `not read yet; the mail was not accepted: ${why}`,
    failed: (why: string) => `not delivered: ${why}`,
  },
  /** Why something couldn't be delivered, by its code. */
  why: (code: string): string => {
    switch (code) {
      case 'status-403':
        return 'they have blocked the bot or left, or it was removed';
      case 'status-404':
      case 'status-410':
        return 'their chat is gone';
      case 'status-429':
        return 'their channel took no more messages for too long';
      case 'no-such-channel':
        return 'their channel isn’t switched on here any more';
      case 'malformed':
        return 'their channel didn’t take it';
      default:
        return /^status-5/.test(code)
          ? 'their channel was down for too long'
          : `their channel didn’t take it (${code})`;
    }
  },
  whyNoMail: enWhyNoMail,

  forms: enDeskForms,

  diagnosed: { title: (label: string) => `Most likely: ${label}`, open: 'Not enough is known yet.' },

  cases: {
    titles: { open: 'Open cases', closed: 'Closed cases' },
    label: 'Tap one to see it:',
    more: {
      open: (shown: number, more: number) =>
        `These are the first ${count.format(shown)}, the urgent ones first; ${count.format(more)} more are not shown. “case UN-…” shows any.`,
      closed: (shown: number, more: number) =>
        `These are the ${count.format(shown)} that were closed last; ${count.format(more)} more are not shown. “case UN-…” shows any.`,
    },
    none: { open: 'No case is open. New ones show up here by themselves.', closed: 'No case was closed yet.' },
  },

  stats: {
    title: (days: number) => `Figures of the last ${count.format(days)} days`,
    cases: 'Where the cases are, with all that are open',
    states: {
      waiting: 'Waiting',
      claimed: 'Being worked on',
      solved: 'Solved, not confirmed yet',
      closed: 'Closed',
    } satisfies Record<Case['status'], string>,
    causes: 'What it was, where that is known',
    noCauses: 'None of them was closed with a known cause.',
    times: 'How long it took (median)',
    toClaim: 'Until somebody took it',
    toSolve: 'Until it was solved',
    endings: 'Of those that are closed',
    selfSolved: 'Solved without the helpdesk',
    none: 'no figure yet',
    count: (amount: number) => count.format(amount),
    share: (share: number) => percent.format(share),
    minutes: (amount: number) => {
      if (amount < 1) return 'less than a minute';
      return amount < 120 ? minutes.format(amount) : hours.format(amount / 60);
    },
  },

  test: {
    title: 'The desk is here now',
    text: 'New cases come here, a card each. Everything about a case goes into the thread of its card.',
  },

  help: {
    title: 'How the desk works',
    words: [
      '**cases** lists the open ones, **closed cases** the others',
      '**case UN-…** shows one',
      '**stats** shows figures',
    ],
    inThread: 'In the thread of a case:',
    threadWords: [
      '**reply** and your answer sends it to the person',
      '**assign** and a name, or a mention, gives the case to a colleague',
      'anything else is a note and stays here',
    ],
  },

  ...enDeskReplies,
};
