import type { Action } from '../actions.ts';
import type { SubmitAction } from '../model.ts';
import type { Texts } from '../text/en.ts';

type Label = keyof Texts['actions'];

/** A button by the name of its label; what may be typed for it comes along. */
export function button(texts: Texts, label: Label, action: Action): SubmitAction {
  const words = label in texts.words ? texts.words[label as keyof Texts['words']] : [];
  return { kind: 'submit', label: texts.actions[label], action, words };
}

/** The one button that most people want. */
export function primary(texts: Texts, label: Label, action: Action): SubmitAction {
  return { ...button(texts, label, action), style: 'primary' };
}

/** *My meeting starts now* and *Talk to a person*: on every card of a case that isn't with a human. */
export function standing(texts: Texts): SubmitAction[] {
  return [button(texts, 'meetingNow', { verb: 'workaround' }), button(texts, 'person', { verb: 'escalate' })];
}

export function backButton(texts: Texts): SubmitAction {
  return button(texts, 'back', { verb: 'back' });
}

export function helpButton(texts: Texts): SubmitAction {
  return button(texts, 'help', { verb: 'help' });
}
