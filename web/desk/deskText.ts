const count = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

function seconds(milliseconds: number): string {
  const whole = Math.max(1, Math.ceil(milliseconds / 1000));
  return `${count.format(whole)} ${plural.select(whole) === 'one' ? 'second' : 'seconds'}`;
}

/** Everything that the desk page itself says; what is said of cases comes from the server. */
export const deskText = {
  title: (urgent: number) => (urgent > 0 ? `(${count.format(urgent)}) Desk · Unstuck` : 'Desk · Unstuck'),
  person: 'the person',
  signIn: {
    first: 'Cases come in here, and you answer them here.',
    byToken: 'You have opened the desk by a link. Only your name is missing.',
    byLink: 'You have a link to one case. Only your name is missing.',
    ended: 'Your time at the desk has ended. Sign in again to go on; nothing you have typed is lost.',
    linkEnded:
      'This link has ended. Open the case once more from its card, or mention the bot in the desk’s channel with “case UN-…” and its number for a new one. Nothing you have typed here is lost.',
    left: 'You have left the desk.',
    enter: 'Go to the desk',
    enterCase: 'Open the case',
    entering: 'One moment…',
    noName: 'Please write your name.',
    longName: (length: number, limit: number) =>
      `That is ${count.format(length)} characters long: please shorten it to ${count.format(limit)}.`,
    noToken: 'Please paste the desk’s token.',
    wrongToken:
      'That token isn’t right, or it was used before. Ask whoever runs Unstuck for one; if it printed a link when it was started, it prints a new one with each start.',
    wrongLink:
      'This link doesn’t work any more: it is good for 8 hours, and only as a whole. Open the case once more from its card, or mention the bot in the desk’s channel with “case UN-…” and its number: that makes a new one.',
    linkMoved:
      'This link doesn’t open the case any more: it is with another line of the helpdesk now, or it was deleted. Where it is now, its card has a link.',
    tooOften: (after: number) => `That was tried too often. Please wait ${seconds(after)}.`,
    failed: 'The desk can’t be reached right now. Please try again in a moment.',
    refused: 'That wasn’t accepted. Please check the name.',
  },
  header: {
    nobody: 'Unstuck',
    notLeft: 'No connection, so you are still signed in. Please try once more.',
    until: (name: string, time: string) => `${name}, until ${time}`,
    byLink: (name: string, time: string) => `${name}, by link, until ${time}`,
  },
  list: {
    empty: { open: 'No open cases. New ones come in here by themselves.', closed: 'No case has been closed yet.' },
    loading: 'Getting the cases…',
    failed: 'The cases can’t be fetched right now. I keep trying.',
    urgent: (title: string, who: string) => `New urgent case: ${title}, ${who}.`,
  },
  case: {
    noneTitle: 'No case chosen',
    none: 'Choose a case from the list.',
    loading: (id: string) => `Getting ${id}…`,
    missing: (id: string) =>
      `There is no case ${id} here, or it isn’t yours to see. A case that was handed to another line of the helpdesk is opened from its card there.`,
    failed: (id: string) => `${id} can’t be fetched right now. I keep trying.`,
    unreadable: 'This case can’t be drawn here. Please reload the page.',
    note: 'Internal note',
    sent: 'Sent to the person',
    news: (who: string, text: string) => `${who}: ${text}`,
    file: 'a file',
  },
  composer: {
    note: (who: string) => `A note for the desk, or “reply …” to ${who}`,
    command: 'Type “cases”, “case UN-…” or “stats”.',
    addNote: 'Add note',
    sendTo: (who: string) => `Send to ${who}`,
    show: 'Show',
    assign: 'Assign',
  },
  panel: { close: 'Close', closeNamed: (title: string) => `Close “${title}”` },
  files: {
    title: (files: number, who: string) =>
      plural.select(files) === 'one'
        ? `Send this file to ${who}?`
        : `Send these ${count.format(files)} files to ${who}?`,
    explain: (who: string) => `${who} gets it in the chat at once.`,
    send: (who: string) => `Send to ${who}`,
    cancel: 'Don’t send',
    noCase: 'Choose a case first: files are sent to the person whose case it is.',
  },
  deed: {
    sending: 'Sending…',
    wait: {
      lost: (_after: number) => 'Not sent yet, trying again…',
      'too-fast': (after: number) => `You’re going too fast for me. I’ll send it in ${seconds(after)}.`,
      busy: (after: number) => `I’m still busy with this. I’ll send it again in ${seconds(after)}.`,
    },
    lost: 'This couldn’t be sent: no connection. Nothing is lost; please send it once more.',
    refused: 'This couldn’t be sent. Please reload the page and try again.',
  },
  connection: {
    lost: 'No connection right now. What you see may be old; nothing you have typed is lost.',
    busy: 'The server asks for a pause. I’ll go on shortly; nothing you have typed is lost.',
    resting: 'The desk is open in several tabs, and this one has stopped listening.',
  },
} as const;
