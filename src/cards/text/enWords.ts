/** What people say when something has worked, and when it hasn't. */
const WORKED = [
  'fixed',
  'it’s fixed',
  'it works',
  'it works now',
  'works',
  'works now',
  'solved',
  'that worked',
  'that helped',
  'done, it works',
];
const DID_NOT_WORK = [
  'broken',
  'still not',
  'no',
  'nope',
  'it doesn’t work',
  'it didn’t work',
  'didn’t help',
  'did not help',
  'didn’t work',
  'did not work',
  'doesn’t work',
  'still the same',
];

/** What people say when they are in the meeting, and when they aren't. */
const GOT_IN = ['i’m in', 'i am in', 'got in', 'i could join', 'fixed it'];
const NOT_IN = ['no luck', 'still out', 'still not in', 'still broken'];

const TALK_TO_AGENT = ['/agent', 'back to the agent', 'talk to the agent'];
const SOLVED = ['it’s solved', 'its solved', 'it is solved'];
const REOPEN = ['reopen', 'reopen it', 'reopen my case', 'reopen my request'];

/**
 * What may be typed for a button, lower case, besides its label: alone, or, where it is two words or more,
 * within a sentence too. The first seven work at any time.
 */
export const enWords = {
  start: ['start', 'go', 'begin', 'let’s go', 'yes', 'ok', 'can’t join', 'cannot join', 'can not join'],
  help: ['help', '?', '/help', 'help me', 'please help', 'help please', 'please help me', 'what can you do'],
  back: ['back', 'go back', 'undo', 'previous'],
  restart: ['restart', 'start over', 'start again', 'reset', 'new case'],
  cancel: ['cancel', 'stop', 'quit', 'exit', 'never mind', 'nevermind'],
  person: [
    'agent',
    'human',
    'person',
    'helpdesk',
    'support',
    'talk to a person',
    'talk to a human',
    'talk to someone',
    'speak to a person',
    'speak to a human',
    'speak to someone',
    'real person',
    'person please',
    'human please',
    ...TALK_TO_AGENT,
  ],
  meetingNow: ['meeting now', 'meeting starts now', 'i’m late', 'urgent', 'way in'],
  change: ['change', 'change answer', 'change my answer', 'wrong answer'],
  dontKnow: ['don’t know', 'dont know', 'do not know', 'not sure', 'no idea', 'unknown', 'dunno', 'unsure'],
  noneOfThese: ['none', 'none of them', 'none of those', 'something different', 'nothing of that', 'other'],
  showFix: ['fix', 'show fix', 'the fix', 'yes', 'ok', 'go on', 'next', 'continue'],
  fixed: WORKED,
  stillBroken: [...DID_NOT_WORK, 'next step'],
  cannot: ['can’t', 'cannot', 'cannot do this', 'i can’t', 'not allowed', 'no rights', 'no permission', 'skip'],
  showHow: ['yes', 'ok', 'show', 'continue', 'go on', 'confirm'],
  leaveToHelpdesk: ['no', 'leave it', 'let helpdesk do it', 'skip'],
  next: ['ok', 'yes', 'continue', 'go on', 'fine'],
  iAmAdmin: ['i’m the admin', 'i’m an admin', 'i am the admin', 'i am an admin', 'admin'],
  notAdmin: ['not the admin', 'not an admin', 'i am not the admin'],
  notWindows: ['mac', 'phone', 'on a mac', 'on a phone', 'iphone', 'android', 'macbook', 'not windows'],
  onWindows: ['windows', 'on windows', 'pc'],
  allSteps: ['all steps', 'all', 'show all', 'list'],
  noneHelped: ['none', 'none of them', 'nothing helped', 'no', 'still broken'],
  gotIn: [...GOT_IN, 'it works', 'works', 'fixed'],
  noLuck: [...NOT_IN, 'no', 'didn’t work', 'did not work', 'doesn’t work'],
  keepTrying: ['keep trying', 'continue'],
  somethingElse: ['another problem', 'new problem', 'again'],
  helping: ['helping someone', 'for someone else', 'for a colleague', 'helper'],
  forMyself: ['for me', 'for myself', 'myself'],
  send: ['send it', 'send to helpdesk', 'send it to the helpdesk'],
  unmask: ['unmask', 'show it again'],
  choose: ['leave out', 'leave it out', 'leave that out', 'remove something'],

  // For a case that is with the helpdesk: each counts alone, and in some states of the case (`readCaseTyped`).
  myRequests: ['my requests'],
  myRequest: ['my request', 'my case'],
  backToBot: ['/bot', 'back to the bot'],
  talkToAgent: TALK_TO_AGENT,
  caseSolved: SOLVED,
  stuck: ['it’s stuck', 'its stuck', 'it is stuck'],
  withdraw: ['withdraw', 'withdraw it', 'withdraw my case', 'withdraw my request'],
  reopen: REOPEN,
  isIn: [
    ...['yes', 'yep', 'yeah', 'yes i am', 'yes i’m in', 'i’m in now', 'i’m in thanks', 'yes thanks', 'yes thank you'],
    ...['yes it works', 'yes it’s solved', 'it works thanks'],
    ...GOT_IN,
    ...WORKED,
    ...SOLVED,
  ],
  isOut: [
    ...['not yet', 'no i’m not', 'no i am not', 'i’m not in', 'i am not in', 'no it doesn’t work', 'not solved'],
    ...['can’t join', 'cannot join', 'i can’t join', 'still can’t join', 'i still can’t join', 'it’s not solved'],
    ...['not really', 'not quite', 'not at all', 'can’t get in', 'i can’t get in', 'still can’t get in'],
    ...NOT_IN,
    ...DID_NOT_WORK,
    ...REOPEN,
  ],
};
