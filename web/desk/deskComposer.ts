import { type Composer, createComposer } from '../composer.ts';
import { byId } from '../pageParts.ts';
import { deskText } from './deskText.ts';
import { typedKind } from './typedKind.ts';

/** The box to type in at the desk: its button says what becomes of what stands there, and each case has its own text. */
export class DeskComposer {
  readonly #field = byId('composer-text', HTMLTextAreaElement);
  readonly #button = byId('act');
  readonly #composer: Composer;
  readonly #drafts = new Map<string | null, string>();
  #caseId: string | null = null;
  #who: string = deskText.person;

  constructor(onSend: (text: string) => void) {
    this.#composer = createComposer(
      {
        form: byId('composer', HTMLFormElement),
        field: this.#field,
        note: byId('composer-note'),
        onChange: () => this.#name(),
      },
      onSend,
    );
    this.#name();
  }

  /** Puts the text of this case into the box, and keeps the one that stood there with its own. */
  turnTo(caseId: string | null): void {
    if (caseId === this.#caseId) return;
    this.#drafts.set(this.#caseId, this.#composer.text());
    this.#caseId = caseId;
    this.#composer.set(this.#drafts.get(caseId) ?? '');
  }

  /** Whose case it is; null where that isn't known. */
  nameWho(who: string | null): void {
    this.#who = who ?? deskText.person;
    this.#name();
  }

  /** Gives a text back that couldn't be sent, to the case that it was for. */
  giveBack(caseId: string | null, text: string): void {
    const there = caseId === this.#caseId ? this.#composer.text() : (this.#drafts.get(caseId) ?? '');
    const whole = there === '' ? text : `${text}\n${there}`;
    if (caseId === this.#caseId) this.#composer.set(whole);
    else this.#drafts.set(caseId, whole);
  }

  clear(): void {
    this.#drafts.clear();
    this.#composer.set('');
  }

  #name(): void {
    const { composer } = deskText;
    this.#field.placeholder = this.#caseId === null ? composer.command : composer.note(this.#who);
    const kind = typedKind(this.#field.value);
    this.#field.classList.toggle('is-reply', kind === 'reply');
    this.#button.textContent = this.#labelOf(kind);
  }

  #labelOf(kind: ReturnType<typeof typedKind>): string {
    const { composer } = deskText;
    switch (kind) {
      case 'reply':
        return composer.sendTo(this.#who);
      case 'show':
        return composer.show;
      case 'assign':
        return composer.assign;
      case 'note':
        return composer.addNote;
      case 'nothing':
        return this.#caseId === null ? composer.show : composer.addNote;
    }
  }
}
