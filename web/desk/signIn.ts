import { byId } from '../pageParts.ts';
import type { Credential } from './credential.ts';
import { deskText } from './deskText.ts';
import { FormField } from './formField.ts';

/** Longest name, in characters. Source: the desk's door on the server. */
const NAME_LIMIT = 60;

/** The form by which one comes to the desk. */
export class SignIn {
  readonly #form = byId('sign-in', HTMLFormElement);
  readonly #button = byId('enter');
  readonly #fields = { name: new FormField('name'), token: new FormField('token') };
  readonly #onEnter: (credential: Credential, name: string) => void;
  #given: Credential | null = null;
  #isBusy = false;

  /** @param onEnter called once for each time that it is sent, until there is an answer */
  constructor(name: string, onEnter: (credential: Credential, name: string) => void) {
    this.#onEnter = onEnter;
    this.#fields.name.value = name;
    this.#form.onsubmit = (event) => {
      event.preventDefault();
      this.#send();
    };
  }

  /** Shows it. @param why it is there, in words; null for the usual words */
  ask(credential: Credential | null, why: string | null): void {
    const { name, token } = this.#fields;
    this.#given = credential;
    this.#form.hidden = false;
    token.isShown = credential === null;
    byId('sign-in-why').textContent = why ?? wordsFor(credential);
    this.#setBusy(false);
    (name.value === '' || credential !== null ? name : token).focus();
  }

  hide(): void {
    this.#form.hidden = true;
    this.#fields.token.value = '';
  }

  /** What went wrong, and in which field; the form can be sent once more. */
  fault(text: string, field: 'name' | 'token' | null): void {
    // A token that came with the address and isn't right may still be typed.
    if (this.#given?.kind === 'token' && field === 'token') this.#given = null;
    this.#fields.token.isShown = this.#given === null;
    this.#setBusy(false);
    if (field === null) byId('sign-in-fault').textContent = text;
    else this.#fields[field].fault(text);
  }

  #send(): void {
    const { name, token } = this.#fields;
    const credential = this.#given ?? { kind: 'token' as const, value: token.value.trim() };
    if (this.#isBusy || !isComplete(this.#fields, credential)) return;
    byId('sign-in-fault').textContent = '';
    this.#setBusy(true);
    this.#onEnter(credential, name.value.trim());
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy;
    this.#button.setAttribute('aria-disabled', String(isBusy));
    this.#button.textContent = isBusy ? deskText.signIn.entering : labelOf(this.#given);
  }
}

function isComplete(fields: Record<'name' | 'token', FormField>, { value }: Credential): boolean {
  const { length } = fields.name.value.trim();
  fields.token.fault(value === '' ? deskText.signIn.noToken : '');
  if (length === 0) fields.name.fault(deskText.signIn.noName);
  else fields.name.fault(length > NAME_LIMIT ? deskText.signIn.longName(length, NAME_LIMIT) : '');
  return value !== '' && length > 0 && length <= NAME_LIMIT;
}

function labelOf(credential: Credential | null): string {
  return credential?.kind === 'link' ? deskText.signIn.enterCase : deskText.signIn.enter;
}

function wordsFor(credential: Credential | null): string {
  if (credential === null) return deskText.signIn.first;
  return credential.kind === 'link' ? deskText.signIn.byLink : deskText.signIn.byToken;
}
