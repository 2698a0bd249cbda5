/** What the bot can do and what may be typed, by how the person stands with the helpdesk. `agent` is a name. */
export const enHelp = {
  title: 'How this works',
  text: 'I ask, you tap or type. I pass nothing on to anybody: at the end you get a summary that you can send to your helpdesk.',
  textWithDesk:
    'I ask, you tap or type. I pass nothing on before you say so: if you talk to a person, you see first what they will get.',
  words: [
    '**back** goes one step back',
    '**change** lets you change an answer',
    '**restart** begins again',
    '**cancel** stops',
  ],
  toPerson: '**agent** gets you to a person',
  toRequests: '**my requests** shows what you have sent to the helpdesk',
  typed: 'You can type these at any time:',
  /** While a case is with the helpdesk, and the bot hears the person. */
  withCase: {
    text: (id: string) =>
      `I ask, you tap or type. ${id} is with the helpdesk: what you try with me is added to it, and so is what you type, unless it answers me.`,
    words: [
      '**my request** shows your case',
      '**it’s solved** closes it',
      '**it’s stuck** tells the helpdesk that nothing happens',
      '**withdraw** takes it back',
    ],
    toAgent: (agent: string) => `**/agent** lets you write to ${agent} again`,
    areYouIn: '**yes** or **no** says whether you’re in',
  },
  /** While an agent hears them. */
  withAgent: {
    text: (agent: string, id: string) =>
      `What you type goes to ${agent}, whatever it is, and I keep quiet. What you try on my cards is added to ${id}.`,
    typed: 'Only these words are for me:',
    words: ['**/bot** brings me back', '**it’s solved** closes your case'],
  },
};
