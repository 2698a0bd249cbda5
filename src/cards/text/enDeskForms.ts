/** The small cards on which somebody at the desk writes or chooses something. `agent` and `person` are names. */
export const enDeskForms = {
  about: (id: string, person: string) => `${id} · ${person}`,
  more: 'What else?',
  tap: 'Tap one:',
  details: {
    assign: 'Somebody else takes it; they are mentioned.',
    ask: 'Sends one of the ready-made questions.',
    note: 'For your colleagues; it isn’t sent.',
    calling: 'Tells them that you are calling them now.',
    release: 'It waits for somebody else.',
    diagnose: 'The bot’s questions, with the answers of this case.',
    escalate: 'To the next line, with everything that is on it.',
    reopen: 'It is open again, and yours.',
  },
  reply: (agent: string, person: string) => `${agent} is writing to ${person}`,
  /** Where nobody else sees the form. */
  ownReply: (person: string) => `Write to ${person}`,
  replyField: {
    label: 'Your answer',
    placeholder: 'One thing at a time helps most',
    required: 'Please write something first.',
  },
  replyNote: (person: string) => `${person} sees it in their chat, with your name.`,
  note: (agent: string) => `${agent} is writing a note`,
  ownNote: 'Write a note',
  noteField: {
    label: 'Your note',
    placeholder: 'What your colleagues should know',
    required: 'Please write something first.',
  },
  noteNote: (person: string) => `It stays at the desk: ${person} doesn’t see it.`,
  ask: (person: string) => `Ask ${person}`,
  askLabel: 'Tap a question to send it with your name:',
  noAsks: 'This knowledge pack has no ready-made questions. Use Reply… to ask your own.',
  assign: 'Who takes it?',
  assignField: { label: 'Colleague', required: 'Please choose somebody first.' },
  noMembers: 'Nobody else was seen at the desk yet. Whoever has done something here once can be chosen.',
  assignNote: 'They are mentioned in the thread.',
  diagnose: 'What is it?',
  diagnoseNote: 'Choose what you know. The answers go on the case; they aren’t asked for again.',
  solve: 'What was it?',
  solveLabel: (person: string) => `Tap the true cause. Then ${person} is asked: “Are you in?”`,
  solveLabelUnasked: (person: string) =>
    `Tap the true cause. ${person} can’t be reached here any more, so nobody is asked.`,
  escalate: 'Hand it to the next line?',
  escalateText: (person: string) =>
    `The next line gets everything that is on the case, and ${person} is told once they have it.`,
  escalateTextUntold: (person: string) =>
    `The next line gets everything that is on the case. ${person} can’t be reached here any more, so they aren’t told.`,
};
