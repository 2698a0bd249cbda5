import { ChoiceSetInput } from 'adaptivecards';
import { markFaulty, markSound, nameByLabel } from './fieldWords.ts';

/** A list to choose from on a card that tells what is wrong with it in the way screen readers expect. */
export class ChoiceField extends ChoiceSetInput {
  override render(): HTMLElement | undefined {
    const element = super.render();
    if (this.isList) nameByLabel(this.renderedInputControlElement);
    return element;
  }

  protected override updateInputControlAriaLabelledBy(): void {
    // What is drawn as several boxes needs the renderer's names.
    if (this.isList) nameByLabel(this.renderedInputControlElement);
    else super.updateInputControlAriaLabelledBy();
  }

  protected override showValidationErrorMessage(): void {
    super.showValidationErrorMessage();
    markFaulty(this.renderedInputControlElement, this.renderedElement);
  }

  protected override resetValidationFailureCue(): void {
    super.resetValidationFailureCue();
    markSound(this.renderedInputControlElement);
  }

  private get isList(): boolean {
    return this.renderedInputControlElement instanceof HTMLSelectElement;
  }
}
