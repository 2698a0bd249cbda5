const count = new Intl.NumberFormat('en');

const CONTACT = 'To reach the helpdesk without me: ';

function without(contact: string | undefined): string {
  return contact === undefined ? '' : ` ${CONTACT}${contact}`;
}

/** What only somebody in Slack is told. */
export const enSlack = {
  /** The Home tab of the app. */
  home: {
    whatThisIs:
      'I’m Unstuck, a bot: I go through what keeps you out of an online meeting with you, one step at a time, and help you to a person where that isn’t enough.',
    tap: 'Tap one. My answer comes in the Messages tab, next to this one:',
    open: 'What is open. Tap one to see it in the Messages tab:',
    openNewest: 'The newest ten that are open. Tap one to see it in the Messages tab:',
    nothingOpen:
      'You have nothing open at the helpdesk. When you can’t get into a meeting, tap Start, or write to me in the Messages tab.',
    nothingOpenYet:
      'You have nothing open at the helpdesk yet. Tap Go on to get back to where we were, or write to me in the Messages tab.',
    contact: CONTACT,
  },

  /** A form couldn't be opened in time: it is asked for in the chat. `field` is the label of what is to be typed. */
  formNotOpened: (field: string) =>
    `I couldn’t open the form, sorry. Nothing is lost: just type it here instead. Your next message is taken for “${field}”.`,
  /** The same where there is nothing to type. */
  choiceNotOpened: 'I couldn’t open the form, sorry. Nothing was changed; please tap the button once more.',

  /** In the place of a field of a form, for words that Slack's fields don't hold. */
  fieldLeftOut: (field: string, characters: number) =>
    `“${field}” You have written ${count.format(characters)} characters already, more than a field in Slack holds. They go along as they are. To add to them, close this form and type in the chat.`,

  /** Over the sentence by which a form without fields is refused, and on the button that closes it: 24 characters. */
  notDone: { title: 'That wasn’t done', close: 'Close' },

  /** The answer to `/unstuck` and to *Get help with this*, seen by that person alone. */
  wroteToYou: 'I’ve written to you in a direct message: you find it in the sidebar, under Apps.',
  couldNotWrite: (contact: string | undefined) =>
    `I couldn’t write to you. Open me in the sidebar, under Apps, or search for my name at the top, then tap Messages, and say hello there. If messages are turned off there, whoever looks after Slack here can turn them on.${without(contact)}`,
  /** What they did is kept, but Slack took no answer to it. */
  answerLost:
    'I’ve kept that, but Slack didn’t take my answer. Write to me in our direct message, and I’ll show you where we are.',
  /** Slack fails just now, or is asked too often. */
  tryLater: (contact: string | undefined) =>
    `Slack doesn’t let me write to you just now, and I haven’t kept what you wrote here. Please try again in a minute.${without(contact)}`,

  /** Where a file would be. */
  fileGone: (name: string) => `“${name}” isn’t kept any more, so it can’t be shown here.`,
};
