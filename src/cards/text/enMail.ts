const list = new Intl.ListFormat('en');

/** The mails that are sent. No word of a case is in the first two. */
export const enMail = {
  answer: {
    subject: (id: string) => `An answer to ${id}`,
    intro: (id: string) => `The helpdesk has answered in your case ${id}.`,
  },
  question: {
    subject: (id: string) => `${id}: are you in?`,
    intro: (id: string) => `The helpdesk says that your case ${id} is solved, and asks whether you are in.`,
  },
  waiting: (intro: string, link: string | null) =>
    [
      intro,
      link === null
        ? 'Please go back to the page where you wrote to it, on the same device.'
        : `Open it here, on any device:\n${link}`,
      ...(link === null ? [] : ['Whoever has this link can open your case, so please don’t pass it on.']),
      'Nobody reads answers to this mail.',
    ].join('\n\n'),
  escalation: {
    subject: (id: string, subject: string) => `${id}: ${subject}`,
    intro: (id: string) => `The helpdesk has handed ${id} to you. This is everything that is on it.`,
    open: (link: string, hours: number) =>
      [
        `Open the case here, with its files. To answer in the person’s chat, reopen it there:\n${link}`,
        `The link works for ${hours} hours. Whoever has it can act on the case, so please don’t pass it on.`,
      ].join('\n\n'),
    attached: (names: readonly string[]) => `Attached: ${list.format(names)}.`,
    notAttached: {
      withLink: (names: readonly string[]) =>
        `Too large for this mail: ${list.format(names)}. You see them on the page of the case, by the link above.`,
      withoutLink: (names: readonly string[]) =>
        `Too large for this mail: ${list.format(names)}. The helpdesk that sent you this has them on the page of the case.`,
    },
    reach: (email: string) => `They can be reached at ${email}.`,
    noAddress: 'They left no e-mail address. What they wrote below may say how to reach them.',
    trail: 'What happened, oldest first:',
  },
};
