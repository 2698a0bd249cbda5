import { byId } from './pageParts.ts';
import { pageText } from './pageText.ts';

/** What the person can choose. */
export interface LinkChoicePorts {
  /** The case that the link leads to. */
  readonly open: () => void;
  /** The conversation that is open in this browser. */
  readonly leave: () => void;
}

/** Asks whether a case takes the place of the conversation that is open in this browser. */
export interface LinkChoice {
  ask(caseId: string): void;
}

/** The question stands where the conversation does otherwise, which comes back with the choice. */
export function createLinkChoice({ open, leave }: LinkChoicePorts): LinkChoice {
  const [question, openButton] = [byId('choice'), byId('choice-open')];
  const around = [byId('log'), byId('bottom')];
  const choose = (choice: () => void) => () => {
    question.hidden = true;
    for (const element of around) element.hidden = false;
    choice();
  };
  openButton.onclick = choose(open);
  byId('choice-leave').onclick = choose(leave);

  return {
    ask(caseId) {
      for (const element of around) element.hidden = true;
      question.hidden = false;
      byId('choice-text').textContent = pageText.linkChoice.text(caseId);
      openButton.textContent = pageText.linkChoice.open(caseId);
      byId('choice-title').focus();
    },
  };
}
