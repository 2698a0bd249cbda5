import type { CardJson } from '../activity.ts';
import { setCardReady } from '../busyCard.ts';
import { type CardPorts, drawCard } from '../drawCard.ts';
import { createSlip, focusSlip, isBegun, type Slip } from './slip.ts';

/** What the panel needs. */
export interface PanelPorts extends CardPorts {
  /** A card was sent; `slip` is to be given back to `answered` or `failed`. */
  readonly onSubmit: (slip: Slip, data: object) => void;
  /** A slip was closed, and the focus has to go somewhere. */
  readonly onClose: () => void;
}

/**
 * The forms and lists that answer what somebody does, between the case and the box to type in. No live update touches
 * them; those of a case come back with it, and what was begun on one is never replaced by another.
 */
export class Panel {
  readonly #root: HTMLElement;
  readonly #ports: PanelPorts;
  #slips: readonly Slip[] = [];
  #caseId: string | null = null;

  constructor(root: HTMLElement, ports: PanelPorts) {
    this.#root = root;
    this.#ports = ports;
    this.#draw();
  }

  /** Whether it shows anything. */
  get isOpen(): boolean {
    return this.#slips.some((slip) => this.#isShown(slip));
  }

  /** Shows the slips of this case, and those that are of none. */
  turnTo(caseId: string | null): void {
    this.#caseId = caseId;
    this.#draw();
  }

  /** Shows cards, and takes the focus to the first. One that is there already and was begun stays as it is. */
  show(cards: readonly CardJson[], caseId: string | null): void {
    const drawn = cards.map((json) => this.#slipOf(json, caseId)).filter((each) => each !== null);
    const kept = this.#slips.filter((slip) => slip.caseId !== caseId || isBegun(slip));
    const isKept = ({ title }: Slip) => kept.some((slip) => slip.caseId === caseId && slip.title === title);
    this.#slips = [...kept, ...drawn.filter((slip) => !isKept(slip))];
    this.#draw();
    const [first] = drawn;
    const shown = this.#slips.find((slip) => slip.caseId === caseId && slip.title === first?.title);
    if (shown) focusSlip(shown);
  }

  /** Puts something of the page's own there. */
  add(slip: Slip): void {
    this.#slips = [...this.#slips, slip];
    this.#draw();
    focusSlip(slip);
  }

  remove(slip: Slip): void {
    this.#slips = this.#slips.filter((each) => each !== slip);
    this.#draw();
  }

  /** It couldn't be sent: it can be once more. */
  failed({ element }: Slip): void {
    const card = element.querySelector<HTMLElement>('.card');
    if (card) setCardReady(card);
  }

  /** Takes away what is of no case, such as lists. */
  clearLists(): void {
    this.#slips = this.#slips.filter(({ caseId }) => caseId !== null);
    this.#draw();
  }

  clear(): void {
    this.#slips = [];
    this.#draw();
  }

  #slipOf(json: CardJson, caseId: string | null): Slip | null {
    const card = drawCard({ json, isPast: false, onSubmit: (data) => this.#ports.onSubmit(slip, data) }, this.#ports);
    if (!card) return null;
    const slip: Slip = createSlip(caseId, card, () => this.#close(slip));
    return slip;
  }

  #close(slip: Slip): void {
    this.remove(slip);
    this.#ports.onClose();
  }

  #isShown({ caseId }: Slip): boolean {
    return caseId === null || caseId === this.#caseId;
  }

  #draw(): void {
    const shown = this.#slips.filter((slip) => this.#isShown(slip)).map(({ element }) => element);
    for (const element of [...this.#root.children]) {
      if (!shown.some((each) => each === element)) element.remove();
    }
    // What is there already isn't moved: it would lose the focus.
    for (const element of shown) if (element.parentElement !== this.#root) this.#root.append(element);
    this.#root.hidden = shown.length === 0;
  }
}
