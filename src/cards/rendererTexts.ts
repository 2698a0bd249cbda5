/** The few words that renderers add to a view. */
export const RENDERER_TEXTS = {
  youCanType: (labels: readonly string[]): string => `You can type: ${labels.join(', ')}.`,
  youChose: 'You chose: ',
  warning: 'Warning: ',
  problem: 'Problem: ',
  /** On the button beside an option. */
  choose: 'Choose',
  chooseNamed: (label: string): string => `Choose ${label}`,
  /** On a button that opens a form. */
  opens: (label: string): string => `${label}…`,
  send: 'Send',
  cancel: 'Cancel',
  /** Closes what is only to be read. */
  close: 'Close',
  /** Sends what was chosen in a form. */
  goOn: 'Go on',
} as const;
