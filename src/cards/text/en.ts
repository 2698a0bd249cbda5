import type { Outcome } from '../../knowledge/index.ts';
import { enDesk } from './enDesk.ts';
import { enHandOver } from './enHandOver.ts';
import { enHelp } from './enHelp.ts';
import { enMail } from './enMail.ts';
import { enFaults, enNotices } from './enNotices.ts';
import { enRequests } from './enRequests.ts';
import { enSlack } from './enSlack.ts';
import { enTimes } from './enTimes.ts';
import { enTrail } from './enTrail.ts';
import { enWords } from './enWords.ts';

const minutes = new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'long' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** Everything the bot says that isn't in a pack. `**strong**` and `` `code` `` are markup, all else is plain. */
export const en = {
  actions: {
    start: 'Start',
    help: 'Help',
    back: 'Back',
    meetingNow: 'My meeting starts now',
    person: 'Talk to a person',
    dontKnow: 'I don’t know',
    noneOfThese: 'None of these',
    change: 'Change an answer',
    keepAnswers: 'Keep them',
    showFix: 'Show me the fix',
    fixed: 'Fixed it',
    stillBroken: 'Still broken',
    cannot: 'Can’t do this',
    showHow: 'Show me how',
    leaveToHelpdesk: 'Let the helpdesk do it',
    next: 'Next',
    iAmAdmin: 'I’m the admin: show me how',
    notAdmin: 'I’m not the admin',
    notWindows: 'I’m on a Mac or phone',
    onWindows: 'I’m on Windows',
    allSteps: 'Show all steps',
    showRisky: 'Show the risky steps',
    noneHelped: 'None helped',
    getLink: 'Get my link',
    openInBrowser: 'Open in the browser',
    gotIn: 'I’m in',
    noLuck: 'No luck',
    keepTrying: 'Keep trying',
    somethingElse: 'Something else',
    goOn: 'Go on',
    helping: 'I’m helping someone else',
    forMyself: 'It’s for me',
    startOver: 'Start over',
    stop: 'Stop',
    continuePrivately: 'Continue in private',
    send: 'Send',
    unmask: 'Undo',
    choose: 'Leave something out',
  },

  words: enWords,

  hello: {
    title: 'Can’t join a meeting?',
    whatThisIs:
      'I’m Unstuck, a bot. Answer three short questions and pick what you see, and I’ll tell you what is most likely wrong and go through the fix with you, one step at a time.',
    person: 'A person is one tap away the whole time.',
  },

  question: {
    progress: (number: number, of: number) => `${number} of ${of}`,
    choices: 'Tap one, or type it:',
    /** The same while what is typed goes to somebody else. */
    tap: 'Tap one:',
  },

  symptom: {
    title: 'What happens when you try to join?',
    titleForOther: 'What happens when they try to join?',
    errors: (errors: readonly string[]) => `On screen: ${list.format(errors.map((each) => `“${each}”`))}`,
  },

  contradiction: {
    title: 'Two answers can’t both be right',
    ask: 'Which one should we change? The other answers stay.',
    said: (answer: string) => `You said: ${answer}`,
  },

  diagnosis: {
    title: (label: string) => `Most likely: ${label}`,
    orElse: (label: string, meaning: string) => `Or **${label}**: ${meaning}`,
    whoFixes: 'Who can fix it',
    why: '**Why I think so.**',
    columns: {
      answers: (row: string | undefined) => (row ? `${row}, and…` : 'If it is…'),
      causes: 'It is usually…',
    },
    match: 'Your case',
    possible: 'Possible',
    or: ' or ',
    conflict: (symptom: string, scoping: string) =>
      `What you see points to **${symptom}**. Your answers alone would point to **${scoping}**. We start with what you see, because it says more about the cause; the other comes after it.`,
    article: 'Source: Microsoft ',
    source: (of: { revision: string; reviewed: string; version: string }) =>
      `, revision ${of.revision}, reviewed ${day.format(new Date(of.reviewed))}. Pack ${of.version}.`,
    symptomFact: 'What you see',
    noSymptom: 'none of the listed symptoms',
    unknown: 'not known',
    noGuide:
      'There are no steps for this that you could take. You can still get into the meeting, or talk to a person.',
  },

  change: {
    title: 'Which answer is different?',
    now: (answer: string) => `Now: ${answer}`,
    symptom: 'What happens when you try to join?',
  },

  step: {
    progress: (at: { guide: number; guides: number; step: number; steps: number }) =>
      `Guide ${at.guide} of ${at.guides} · step ${at.step} of ${at.steps}`,
    onlyIf: (answer: string) => `Only if “${answer}”. If not, leave this step out.`,
    about: (amount: number) => `Takes about ${minutes.format(amount)}.`,
    careful: (title: string) => `Careful: ${lowerFirst(title)}`,
    wayRound: 'You don’t have to do this yourself: I can note it for your helpdesk instead.',
    adminTitle: (title: string) => `Your helpdesk or admin will: ${lowerFirst(title)}`,
    adminNothing: 'Nothing for you to do here. I’ve noted it for your helpdesk.',
    skipped: 'That’s fine. I’ve noted it for your helpdesk; let’s try the next thing.',
  },

  list: {
    title: (guide: string) => `All steps: ${lowerFirst(guide)}`,
    onlyIf: (answer: string) => `Only if “${answer}”: `,
    adminWill: 'Your helpdesk or admin will: ',
    careful: (warning: string) => `**Careful.** ${warning}`,
    which: 'Did one of them fix it?',
    fixedBy: (number: number) => `Step ${number} fixed it`,
    words: (number: number) => [`step ${number}`, `${number} fixed it`],
  },

  wayIn: {
    title: 'The quickest way in',
    ask: 'Paste the join link from the invitation. I’ll turn it into one that opens in the browser.',
    label: 'Join link',
    placeholder: 'https://…',
    required: 'Please paste the join link first.',
    limits: 'What to expect:',
    last: 'The steps are done and the meeting won’t wait, so let’s get you in without fixing the cause.',
    notALink: (example: string) =>
      `That doesn’t look like a join link. It begins with https:// and looks like \`${example}\`. In the invitation, right-click **Join Online Meeting** and copy the link.`,
    resultTitle: 'Your link for the browser',
    copyLabel: 'Link',
    teamsTitle: 'That’s a Teams meeting',
    teams: 'It doesn’t need a changed link: open it in the browser instead of the app.',
    privacy: 'I don’t open the link.',
  },

  fixed: {
    title: 'You’re in. Good!',
    by: (step: string) => `What fixed it: **${step}**.`,
    byWayIn: 'You got in through the browser. The cause is still there, so it may come back next time.',
    next: 'Is there anything else?',
  },

  person: {
    title: 'Talk to a person',
    titleDone: 'That’s all I can try',
    done: 'Nothing on my list is left, and that isn’t your fault. A person can take it from here.',
    contact: (contact: string) => `Copy this and send it to your helpdesk: **${contact}**`,
    noContact: 'Copy this and send it to your helpdesk, or to whoever invited you.',
    copyLabel: 'What was said and what was tried',
    moreHelp: 'More help:',
  },

  summary: {
    helper: 'Written down by somebody who is helping.',
    symptom: 'What happens',
    cause: 'Most likely',
    because: 'Why',
    tried: 'What was tried:',
    nothingTried: 'Nothing was tried yet.',
    admin: 'Next steps for an admin:',
    source: (pack: { id: string; version: string; article: string }) =>
      `Knowledge: ${pack.article}, pack ${pack.id} ${pack.version}`,
    outcomes: {
      fixed: 'fixed it',
      'still-broken': 'did not help',
      cannot: 'could not be done',
      left: 'left to the helpdesk',
    } satisfies Record<Outcome, string>,
    wayIn: { 'got-in': 'Joining in the browser: worked', 'no-luck': 'Joining in the browser: did not work' },
    platform: 'Not on Windows, so the Windows steps were left out.',
  },

  help: enHelp,

  cancelled: {
    title: 'Stopped',
    text: 'Nothing was sent to anybody. Say hello when you need me again.',
    withCase: (id: string) =>
      `${id} stays with the helpdesk, and the answer comes here. Say hello when you need me again.`,
  },

  notices: enNotices,

  handOver: enHandOver,

  requests: enRequests,

  desk: enDesk,

  mail: enMail,

  trail: enTrail,

  times: enTimes,

  faults: enFaults,

  slack: enSlack,

  groups: {
    added: (name: string) =>
      `I help people who can’t join an online meeting. Mention me (@${name}) and I’ll go on with you in private.`,
    title: 'Can’t join a meeting?',
    privately: 'I’ll help you in a private chat, so that nobody else has to read along.',
    opened: 'I’ve just written to you there.',
    addApp: (publicUrl: string | undefined) =>
      publicUrl
        ? `Add the Unstuck app in Teams, or use ${publicUrl}.`
        : 'Add the Unstuck app in Teams first, then write to me there.',
  },
};

/** One language. A second one is one more file of this type. */
export type Texts = typeof en;

/** “Run Windows Update” within a sentence; names in capitals stay. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
