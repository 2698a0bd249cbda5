import { TextInput } from 'adaptivecards';
import { markFaulty, markSound, nameByLabel } from './fieldWords.ts';
import { growWithText } from './growWithText.ts';
import { pageText } from './pageText.ts';

/** The field for a join link, into which whole invitations are pasted. Source: src/cards/actions.ts. */
const LINK = 'link';

/**
 * A text field of a card that tells what is wrong with it in the way screen readers expect, and that never cuts what
 * was pasted: too long is said with the count.
 */
export class TextField extends TextInput {
  override render(): HTMLElement | undefined {
    const element = super.render();
    const control = this.renderedInputControlElement;
    nameByLabel(control);
    control?.removeAttribute('maxlength');
    if (control instanceof HTMLTextAreaElement) {
      if (this.isRequired) control.setAttribute('aria-required', 'true');
      growWithText(control);
    }
    if (control instanceof HTMLInputElement && control.type === 'email') control.autocomplete = 'email';
    return element;
  }

  override isValid(): boolean {
    return this.excess === null && super.isValid();
  }

  protected override updateInputControlAriaLabelledBy(): void {
    this.renderedInputControlElement?.removeAttribute('aria-labelledby');
  }

  protected override showValidationErrorMessage(): void {
    const said = this.errorMessage;
    const excess = this.excess;
    if (excess !== null) this.errorMessage = excess;
    super.showValidationErrorMessage();
    if (said !== undefined) this.errorMessage = said;
    markFaulty(this.renderedInputControlElement, this.renderedElement);
  }

  protected override resetValidationFailureCue(): void {
    super.resetValidationFailureCue();
    markSound(this.renderedInputControlElement);
  }

  /** What is said when it is too long. */
  private get excess(): string | null {
    const length = this.value?.length ?? 0;
    if (!this.maxLength || length <= this.maxLength) return null;
    const { field, composer } = pageText;
    return this.id === LINK ? field.longLink(length, this.maxLength) : composer.tooLong(length, this.maxLength);
  }
}
