/** The mails that are sent. No word of a case is in the first. */
export const enMail = {
  answer: {
    subject: (id: string) => `An answer to ${id}`,
    text: (id: string, link: string | null) =>
      [
        `The helpdesk has answered in your case ${id}.`,
        link === null
          ? 'Please go back to the page where you wrote to it, on the same device.'
          : `Open it here, on any device:\n${link}`,
        ...(link === null ? [] : ['Whoever has this link can open your case, so please don’t pass it on.']),
        'Nobody reads answers to this mail.',
      ].join('\n\n'),
  },
  escalation: {
    subject: (id: string, subject: string) => `${id}: ${subject}`,
    intro: (id: string) => `The helpdesk has handed ${id} to you. This is everything that is on it.`,
    reach: (email: string) => `They can be reached at ${email}.`,
    noAddress: 'They left no e-mail address. What they wrote below may say how to reach them.',
    trail: 'What happened, oldest first:',
  },
};
