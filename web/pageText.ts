const count = new Intl.NumberFormat('en');
const plural = new Intl.PluralRules('en');

function secondsInWords(seconds: number): string {
  return `${count.format(seconds)} ${plural.select(seconds) === 'one' ? 'second' : 'seconds'}`;
}

/** Everything that the page itself says; what the bot says comes from the server. */
export const pageText = {
  bot: 'Unstuck',
  person: 'You',
  agent: (name: string) => `${name} (helpdesk)`,
  tick: 'Added.',
  empty: {
    connecting: 'One moment, I’m getting your first question…',
    slow: 'This takes longer than it should. I keep trying; you don’t have to do anything.',
    waiting: 'Say hello below, or write what happens when you try to join.',
  },
  status: {
    waiting: 'Waiting for the answer…',
    slow: 'Still waiting. Your answer is kept; you can also tap again.',
    offline: 'No connection right now. Nothing is lost: I’ll go on where we were as soon as it is back.',
    busyServer: 'Very many people are here at the moment. I’ll try again shortly; nothing is lost.',
    resting: 'This chat is open in several tabs, and this one has stopped listening.',
    newSession: 'The earlier chat has ended on the server, so a new one starts here.',
    switched: 'The chat of a request was opened in another tab, so it goes on here, too.',
    openedByLink: 'This is the chat of your case.',
    leftLink:
      'This is the chat that was open here. The link to your case still works: open it again whenever you like.',
    linkOver:
      'That link doesn’t work any more: it ends when the request has been closed for 14 days. You can start anew here.',
  },
  sending: {
    now: 'Sending…',
    sentTo: (name: string) => `Sent to ${name}`,
    again: 'Not sent yet, trying again. It is kept.',
    tooFast: (seconds: number) => `You’re going too fast for me. I’ll send this in ${secondsInWords(seconds)}.`,
    busy: (seconds: number) =>
      `I’m still busy with this. I’ll send it again in ${secondsInWords(seconds)}; it is kept.`,
    refused: 'This couldn’t be sent.',
    refusedClick: 'That tap couldn’t be sent. Please tap again, or type your answer.',
    retry: 'Try again',
    edit: 'Put it back into the box',
  },
  composer: {
    answer: 'Or type your answer',
    bot: 'the bot',
    writeTo: (name: string) => `Write to ${name}`,
    nothing: 'Write something first.',
    count: (length: number, limit: number) => `${count.format(length)} of ${count.format(limit)} characters`,
    tooLong: (length: number, limit: number) => {
      const over = length - limit;
      const unit = plural.select(over) === 'one' ? 'character' : 'characters';
      return `${count.format(over)} ${unit} too many: please shorten it to ${count.format(limit)}.`;
    },
  },
  files: {
    unnamed: 'A file without a name',
    download: '(download)',
    sending: (percent: number) => (percent > 0 && percent < 100 ? `Sending… ${percent} %` : 'Sending…'),
    retry: 'Try again',
    remove: 'Remove',
    fault: {
      type: 'This wasn’t sent: it has to be a picture (PNG, JPEG, WebP or GIF) or a PDF.',
      empty: 'This wasn’t sent: the file is empty.',
      size: 'This wasn’t sent: it is larger than 10 MB.',
      nobody: 'This wasn’t sent: there is nobody here who could look at it.',
      lost: 'This wasn’t sent: the connection broke.',
      failed: 'This wasn’t sent: something went wrong on my side.',
    },
    announce: (name: string, fault: string) => `${name}: ${fault}`,
  },
  linkChoice: {
    text: (caseId: string) =>
      `Your link opens the chat of ${caseId}, which would take the place of the one that is open here. That one isn’t deleted, but only the link to its own case leads back to it. If it has no case, nothing does.`,
    open: (caseId: string) => `Open ${caseId}`,
  },
  caseLink: { label: (caseId: string) => `Your link to ${caseId}` },
  field: {
    longLink: (length: number, limit: number) =>
      `That is ${count.format(length)} characters long, and I can read ${count.format(limit)}. Please paste only the link.`,
  },
  copy: { label: 'Copy', done: 'Copied', failed: 'Press Ctrl+C', announce: 'Copied to the clipboard.' },
  more: 'More',
  newTab: '(opens in a new tab)',
  unreadable: 'There is a message here that this page can’t show. Please reload the page.',
} as const;
