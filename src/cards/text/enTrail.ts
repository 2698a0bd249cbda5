import type { Ending, Urgency } from '../../helpdesk/cases/case.ts';

/** What the bot sees of a thread: what mentions it, or all that is said there. Channels differ in that. */
export type Heard = 'mentions' | 'all';

/** What happened to a case, as its thread and its trail say it. `agent` and `person` are names; texts are quoted. */
export const enTrail = {
  /** In the first post of each thread. `bot` is how the bot is called there. */
  rules: {
    mentions: (bot: string) =>
      `In this thread: “@${bot} reply …” goes to the person. Any other message that mentions @${bot} is kept as a note. What doesn’t mention it, it doesn’t see.`,
    all: (bot: string) =>
      `In this thread: a message that begins with “reply” goes to the person. Any other is kept as a note. @${bot} sees them all, also those that don’t mention it.`,
  } satisfies Record<Heard, (bot: string) => string>,
  /** In a thread that begins later than its case; a line follows for each thing that happened. */
  before: 'What has happened so far:',
  at: (when: string, line: string) => `${when} · ${line}`,
  /** Posted before, or not: nobody can tell. The line names its case. */
  again: (line: string) => `(may be a repeat) ${line}`,
  newCase: (id: string, person: string, subject: string) => `${id} from ${person}: ${subject}`,
  urgent: (line: string, urgency: string) => `${urgency}. ${line}`,

  opened: (person: string) => `${person} sent it.`,
  said: (who: string, text: string) => `${who}: ${text}`,
  added: (person: string, text: string) => `${person} added: ${text}`,
  fileIn: (person: string, file: string) => `${person} sent a file: ${file}.`,
  /** Below a file in a thread: where it can be seen, if anywhere. */
  seeFile: {
    'case-page': 'The case page shows it.',
    'desk-page': 'The desk’s page shows it.',
    above: 'It is in this thread.',
    nowhere: 'Files can’t be opened here: whoever runs Unstuck has to set PUBLIC_URL.',
  },
  fileOut: (agent: string, person: string, file: string) => `${agent} sent ${person} a file: ${file}`,
  step: (person: string, step: string, outcome: string) => `${person} tried “${step}”: ${outcome}.`,
  wayIn: (said: string) => `${said}.`,
  answersChanged: (person: string) => `${person} changed an answer; the card shows it.`,
  claimed: (agent: string) => `${agent} has it now.`,
  assigned: (agent: string, to: string) => `${agent} gave it to ${to}.`,
  released: (agent: string) => `${agent} let go of it: it waits for somebody again.`,
  expired: (from: string) => `It waits for somebody again: nothing was heard of ${from} in time.`,
  askedStill: {
    title: 'Still on it?',
    text: (agent: string, id: string, until: string) =>
      `${agent}, ${id} is yours, and nothing has happened for a while. It goes back to the others at ${until}.`,
    last: (agent: string, id: string, until: string) =>
      `${agent}, ${id} was held four times without an answer. Answer or call now, or it goes back to the others at ${until}.`,
    trail: (agent: string) => `${agent} was asked: still on it?`,
  },
  stillOnIt: (agent: string) => `${agent} is still on it.`,
  reply: (agent: string, person: string, text: string) => `${agent} to ${person}: ${text}`,
  question: (agent: string, person: string, text: string) => `${agent} asked ${person}: ${text}`,
  note: (agent: string, text: string) => `Note by ${agent}, not sent to anybody: ${text}`,
  calling: (agent: string, person: string) => `${agent} is calling ${person}.`,
  diagnosed: (agent: string) => `${agent} filled in answers; the card shows what is most likely now.`,
  solved: (agent: string, person: string, cause: string) =>
    `${agent} says that it is solved (${cause}). ${person} was asked: “Are you in?”`,
  /** Where the person can't be asked. */
  solvedUnasked: (agent: string, cause: string) => `${agent} says that it is solved (${cause}).`,
  reopened: (agent: string) => `${agent} opened it again.`,
  /** *No*, or *Reopen*. */
  isNotOver: (person: string) => `${person} says that it isn’t over. It is open again.`,
  escalated: {
    desk: (agent: string) => `${agent} handed it to the next line’s desk, with everything that is on it.`,
    mail: (agent: string) =>
      `${agent} is handing it to the next line by e-mail, with everything that is on it. Until that is accepted, the case stays here.`,
  },
  notHandedOver: (why: string) =>
    `The mail to the next line was not accepted: ${why}. The case is still here: please go on with it, call the next line, or try “Escalate…” again later.`,
  closed: {
    confirmed: (person: string) => `${person} is in. Closed.`,
    silence: (person: string) => `Nothing was heard of ${person} for 24 hours. Closed.`,
    withdrawn: (person: string) => `${person} withdrew it. Closed.`,
    'self-solved': (person: string) => `${person} solved it without the helpdesk. Closed.`,
    'handed-over': () => 'The next line has it. Closed here.',
  } satisfies Record<Ending, (person: string) => string>,
  stuck: (person: string) => `${person} says that it is stuck.`,
  repeated: (line: string) => `Still waiting: ${line}`,
  urgency: {
    soon: 'Their meeting starts within the hour.',
    now: 'Their meeting starts within ten minutes.',
    over: 'Their meeting began more than an hour ago, so it isn’t urgent any more.',
  } satisfies Record<Urgency, string>,
  /** `line` says that it is urgent. */
  urgentAndFree: (line: string) => `Nobody has it yet: ${line}`,
  talksTo: {
    bot: (person: string) => `${person} talks to the bot for now; the case stays open.`,
    agent: (person: string) => `${person} talks to the helpdesk again.`,
  },
  onScreen: 'The desk has it on its screen.',
  delivered: (person: string, when: string) => `sent to ${person}, ${when}`,
  notDelivered: (why: string) => `not delivered: ${why}`,
  read: (person: string, when: string) => `read by ${person}, ${when}`,
  mailing: (person: string) => `not read yet; a mail to ${person} is on its way`,
  mailCalledOff: (person: string) => `no mail went to ${person}: the question whether they are in was taken back`,
  notMailed: (person: string, why: string) =>
    `not read yet; the mail to ${person} was not accepted: ${why}. No other one is sent until they are back, so please try to reach them in another way.`,
  mailed: (person: string, when: string) => `not read yet; a mail went to ${person}, ${when}`,
  unreachable: (person: string) =>
    `${person} can’t be reached here any more. The case stays open, and nothing more is sent.`,
  system: 'Unstuck',
};
