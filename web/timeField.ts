import { TimeInput } from 'adaptivecards';
import { markFaulty, markSound, nameByLabel } from './fieldWords.ts';

/** A time of day on a card that tells what is wrong with it in the way screen readers expect. */
export class TimeField extends TimeInput {
  override render(): HTMLElement | undefined {
    const element = super.render();
    nameByLabel(this.renderedInputControlElement);
    return element;
  }

  protected override updateInputControlAriaLabelledBy(): void {
    nameByLabel(this.renderedInputControlElement);
  }

  protected override showValidationErrorMessage(): void {
    super.showValidationErrorMessage();
    markFaulty(this.renderedInputControlElement, this.renderedElement);
  }

  protected override resetValidationFailureCue(): void {
    super.resetValidationFailureCue();
    markSound(this.renderedInputControlElement);
  }
}
