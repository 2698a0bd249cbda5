const count = new Intl.NumberFormat('en');
const list = new Intl.ListFormat('en', { type: 'disjunction' });

/** Up to so many rows are named again one by one; a longer list is on the card to read. */
const NAMED_ROWS = 4;

/** What stands above a card, or in its place: one sentence or two on what has just become of what somebody did. */
export const enNotices = {
  oldCard: 'That button was on an earlier card, so nothing changed. Here is where we are:',
  again: (rows: readonly { readonly number: string; readonly choice: { readonly label: string } }[]) => {
    if (rows.length === 0) return 'I didn’t get that. Please use one of the buttons below.';
    const numbers = rows.map(({ number, choice }) =>
      rows.length > NAMED_ROWS ? number : `${number} for “${choice.label}”`,
    );
    return `I didn’t get that. Tap a row, or type ${list.format(numbers)}.`;
  },
  offerPerson: 'I still don’t get it, sorry. Use one of the buttons below, or type “agent” and a person will help.',
  wordless: 'I can’t look at pictures or files, sorry. Tell me in words what you see, or tap what fits best.',
  tooLong: (length: number, limit: number) =>
    `Your message has ${count.format(length)} characters, and I can take ${count.format(limit)}. It’s still above: copy it, make it shorter and send it again. Nothing else was changed.`,
  fieldTooLong: (length: number, limit: number) =>
    `What you put in has ${count.format(length)} characters, and I can take ${count.format(limit)}. Nothing was changed.`,
  givenBack: {
    whole: 'Here it is again: copy it and make it shorter.',
    cut: (length: number) => `Here it is, cut at ${count.format(length)} characters: copy what you need of it.`,
    first: 'What you put in',
    more: 'What comes after that',
  },
  updated: 'I was updated in the meantime, so please do that once more. Your answers are kept; here is where we are:',
  linkGiven: '(a join link)',
  tooFast: 'You’re going too fast for me. I didn’t take your last message. Wait a few seconds, then send it again.',
  tooMany:
    'Very many people are writing to me right now, and I couldn’t take your last message. Please send it again in a minute.',
};

/** What is said when something failed. */
export const enFaults = {
  title: 'Sorry, that went wrong on my side',
  text: 'What you told me is kept. Please tap the button again or send your message once more.',
  contended: 'Several messages arrived at the same moment. Please tap again.',
  person: (contact: string) => `If it happens again, your helpdesk can help: ${contact}`,
  personUnknown: 'If it happens again, please ask your helpdesk.',
};
