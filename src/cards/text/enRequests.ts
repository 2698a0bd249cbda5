import type { Case, Ending } from '../../helpdesk/cases/case.ts';
import type { CaseRefusal } from '../../helpdesk/cases/caseAction.ts';
import { enFileCount } from './enFileCount.ts';

/** Cases as whoever asked for help sees them. `agent` is a name; null where it isn't known. */
export const enRequests = {
  actions: {
    myRequest: 'My request',
    myRequests: 'My requests',
    keepTrying: 'Keep trying',
    stuck: 'It’s stuck',
    withdraw: 'Withdraw',
    backToBot: 'Back to the bot',
    solved: 'It’s solved',
    talkTo: (agent: string) => `Talk to ${agent}`,
    yes: 'Yes',
    no: 'No',
    reopen: 'Reopen',
    openFile: 'Open the file',
  },

  titles: {
    waiting: 'Your case is with the helpdesk',
    claimed: (agent: string) => `${agent} has your case`,
    solved: 'Are you in?',
    closed: 'Your case is closed',
  } satisfies Record<Case['status'], unknown>,

  number: 'Case number: ',
  /** After it: what went along. A case has the newest ten names. */
  files: (files: number) => ` · ${enFileCount(files, { orMore: files >= 10 })}`,
  someone: 'The helpdesk',
  someoneElse: 'Somebody else',
  /** Before the name of whoever hears what is typed. */
  hears: 'You are talking to: ',
  bot: 'the bot',
  /** After it: what the case is at. */
  standing: {
    waiting: (id: string) => ` · ${id} waits for the helpdesk`,
    claimed: (id: string, agent: string) => ` · ${agent} has ${id}`,
    solved: (id: string, agent: string) => ` · ${agent} says that ${id} is solved`,
    closed: (id: string) => ` · ${id} is closed`,
  } satisfies Record<Case['status'], unknown>,
  /** The same where an agent hears them. */
  ofAgent: (id: string) => ` · ${id}`,

  waiting: {
    next: 'Meanwhile I go on with you. What you try is added to the case; to add something else, just type it.',
    onScreen: 'The helpdesk has it on its screen.',
  },
  claimed: {
    hearsAgent: (agent: string) => `Just type: everything you write goes to ${agent}, and I keep quiet.`,
    hearsBot: (agent: string) => `${agent} still has your case. What you type comes to me now.`,
  },
  solved: (agent: string) =>
    `${agent} says that it’s solved. Tap Yes or No; if nothing more is heard for 24 hours, I close the case.`,
  closed: {
    confirmed: 'You said that you’re in. Good!',
    silence: 'You didn’t say whether you’re in, and nothing more was heard for 24 hours, so I closed it.',
    withdrawn: 'You withdrew it.',
    'self-solved': 'It’s solved. Good!',
    'handed-over': 'Another team of the helpdesk has it now, with everything that is on it.',
  } satisfies Record<Ending, string>,
  reopen: (until: string) => `If it isn’t over, you can reopen it until ${until}.`,
  tooOld: 'It is too long ago to be reopened. If something is wrong again, write to me, or talk to a person.',
  lastAnswer: (when: string) => `Last answer: ${when}`,
  unreachable: 'Some of what the helpdesk wrote to you may not have arrived.',
  link: 'Keep this page, or copy the link to your case from the top of it: that brings you back here on any device. Whoever has it can read the chat.',

  endedByFix: (id: string) =>
    `I’ve closed ${id}, and the helpdesk sees that you got in. If it isn’t over, you can reopen it.`,

  list: {
    title: 'My requests',
    choose: 'Tap one to see it, or type its case number:',
    chooseNewest: 'These are your newest ten. Tap one to see it, or type its case number:',
    none: 'You have no requests. When you can’t get into a meeting, go on with me, or talk to a person: that makes one.',
    opened: (when: string) => `sent ${when}`,
    states: {
      waiting: 'Waits for the helpdesk',
      claimed: (agent: string) => `${agent} has it`,
      solved: 'Are you in?',
      closed: 'Closed',
    } satisfies Record<Case['status'], unknown>,
  },

  happened: {
    took: (agent: string) => `${agent} took your case`,
    replied: (agent: string) => `${agent} wrote`,
    asked: (agent: string) => `${agent} asks`,
    sentFile: (agent: string) => `${agent} sent you a file`,
    calling: (agent: string) => `${agent} is calling you`,
    callingText: 'Please pick up, even if you don’t know the number.',
    waitsAgain: 'Your case waits again',
    released: (agent: string) =>
      `${agent} had to let go of it. It waits for somebody else there, and nothing of it is lost.`,
    expired: (agent: string) =>
      `${agent} could not go on with it. It waits for somebody else there, and nothing of it is lost.`,
    reopened: 'Your case is open again',
    reopenedText: (agent: string) => `${agent} has opened it again.`,
    escalated: 'Another team has your case now',
    escalatedText: {
      desk: 'It went to the next line of the helpdesk, with everything that is on it. They will answer you here.',
      mail: 'It went to the next line of the helpdesk by e-mail, with everything that is on it.',
    },
    onScreen: 'The helpdesk has your case on its screen',
  },

  /** Above something that may have arrived before: nobody can tell. */
  again: (id: string) =>
    `(may be a repeat) This is about ${id}. I can’t tell whether you have it already, so here it is once more.`,

  oneAtATime: (id: string) =>
    `${id} is still open. I take one case at a time: add to it what is new, or withdraw it first.`,

  stuckTold: 'I’ve told the helpdesk that it’s stuck. That can be done once a day.',

  /** Why something wasn't done, for whose case it is. Whatever is refused to the desk alone isn't here. */
  cannot: {
    'nobody-has-it': 'Nobody at the helpdesk has your case yet. What you type is added to it for whoever takes it.',
    closed: 'Your case is closed, so nothing was changed.',
    'not-closed': 'Your case is open already.',
    'not-solved': 'That question is over: nobody says any more that your case is solved.',
    'too-old-to-reopen': 'Your case was closed more than 14 days ago and can’t be reopened. Please send a new one.',
    'stuck-already': 'The helpdesk has been told that it is stuck. That can be done once a day.',
    'no-change': 'That was done already, so nothing was changed.',
  } satisfies Partial<Record<CaseRefusal, string>>,

  /** The same for somebody at the desk. */
  refused: {
    taken: (holder: string) => `${holder} has this case already, so nothing was changed.`,
    'not-yours': (holder: string) => `${holder} has this case, not you: claim it or have it assigned to you first.`,
    'nobody-has-it': 'Nobody has this case yet: claim it first.',
    'already-yours': 'You have this case already.',
    closed: 'This case is closed: reopen it first.',
    'not-closed': 'This case is open already.',
    'not-solved': 'Nobody has said yet that this case is solved.',
    solved: 'This case is solved already. To go on with it, reopen it first.',
    'too-old-to-reopen': 'This case was closed more than 14 days ago and can’t be reopened. Please make a new one.',
    'stuck-already': 'The helpdesk has been told that it is stuck. That can be done once a day.',
    'renewals-used-up': 'It was held four times without an answer, so it goes back to the others.',
    'no-next-line': 'There is no other line of the helpdesk to hand it to.',
    'being-handed-over':
      'It is on its way to the next line by e-mail already. The case says when they have it, or that they don’t.',
    unreachable:
      'This person can’t be reached here any more, as the case says: nothing is sent to them, and no answer is kept. If you have typed one, it is still where you typed it; a note keeps it for your colleagues.',
    'no-change': 'That was done already, so nothing was changed.',
  } satisfies Record<CaseRefusal, unknown>,
};
