import { TextInput } from 'adaptivecards';
import { pageText } from './pageText.ts';

/**
 * A text field of a card that tells what is wrong with it in the way screen readers expect, and that never cuts what
 * was pasted: too long is said with the count.
 */
export class TextField extends TextInput {
  override render(): HTMLElement | undefined {
    const element = super.render();
    // The label names it; the placeholder, which the renderer would put above that, doesn't.
    this.renderedInputControlElement?.removeAttribute('aria-label');
    this.renderedInputControlElement?.removeAttribute('maxlength');
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

    const error = this.renderedElement?.lastElementChild;
    error?.classList.add('field-error');
    this.renderedInputControlElement?.setAttribute('aria-invalid', 'true');
    if (error) this.renderedInputControlElement?.setAttribute('aria-describedby', error.id);
  }

  protected override resetValidationFailureCue(): void {
    super.resetValidationFailureCue();
    this.renderedInputControlElement?.removeAttribute('aria-invalid');
    this.renderedInputControlElement?.removeAttribute('aria-describedby');
  }

  /** What is said when it is too long. */
  private get excess(): string | null {
    const length = this.value?.length ?? 0;
    return this.maxLength && length > this.maxLength ? pageText.field.tooLong(length, this.maxLength) : null;
  }
}
