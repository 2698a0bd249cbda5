import type { CardPorts } from '../drawCard.ts';
import { byId } from '../pageParts.ts';
import { CardPlace } from './cardPlace.ts';
import { deskText } from './deskText.ts';
import type { ShownCase, TrailLine } from './deskTypes.ts';
import { createTrailView, type TrailView } from './trailView.ts';

/** How near to its end the trail counts as read to the end, in pixels. */
const NEAR_END = 80;

/** What a case on the page needs. */
export interface CaseViewPorts extends CardPorts {
  readonly onSubmit: (data: object) => void;
}

/** The case on the right: its card, and below it what has happened. */
export class CaseView {
  readonly #title = byId('case-title');
  readonly #note = byId('case-note');
  readonly #body = byId('case-body');
  readonly #scroll = byId('case-scroll');
  readonly #newer = byId('case-newer');
  readonly #card: CardPlace;
  readonly #trail: TrailView;
  readonly #announce: (said: string) => void;
  #shown: ShownCase | null = null;

  constructor(ports: CaseViewPorts) {
    this.#card = new CardPlace(byId('case-card'), ports, ports.onSubmit);
    this.#trail = createTrailView(byId('trail'));
    this.#announce = ports.announce;
    this.#newer.onclick = () => {
      this.toEnd();
      byId('trail-title').focus({ preventScroll: true });
    };
    this.#scroll.addEventListener('scroll', () => {
      if (this.#isAtEnd()) this.#newer.hidden = true;
    });
  }

  /** What is shown; null while nothing is. */
  get shown(): ShownCase | null {
    return this.#shown;
  }

  /** Says something in place of a case: that none is chosen, or that it is on its way. */
  say(title: string, note: string): void {
    this.#shown = null;
    this.#card.clear();
    this.#trail.clear();
    this.#body.hidden = true;
    this.#newer.hidden = true;
    this.#title.textContent = title;
    this.#note.textContent = note;
  }

  /** Says something beside the case that is there. */
  note(note: string): void {
    if (this.#note.textContent !== note) this.#note.textContent = note;
  }

  show(next: ShownCase): void {
    const isSame = this.#shown?.id === next.id;
    const wasAtEnd = isSame && this.#isAtEnd();
    if (!isSame) this.say(next.id, '');
    this.#shown = next;
    this.#body.hidden = false;
    this.note('');
    this.#card.show(next.card);
    const isNew = this.#trail.show(next.trail);
    if (!isSame) this.#scroll.scrollTop = 0;
    else if (wasAtEnd) this.toEnd();
    if (isSame) this.#tell(isNew);
  }

  /** The click on its card was answered. */
  setReady(): void {
    this.#card.setReady();
  }

  focus(): void {
    this.#title.focus({ preventScroll: true });
  }

  /** Scrolls to what has happened last. */
  toEnd(): void {
    byId('trail').lastElementChild?.scrollIntoView({ block: 'end' });
    this.#newer.hidden = true;
  }

  /** What the person has said is read out, and nobody is taken away from what they are reading. */
  #tell(lines: readonly TrailLine[]): void {
    const heard = lines.filter(({ kind, side }) => kind === 'said' && side === 'person');
    for (const { who, text, file } of heard) {
      this.#announce(deskText.case.news(who, text || file?.name || deskText.case.file));
    }
    if (heard.length > 0 && !this.#isAtEnd()) this.#newer.hidden = false;
  }

  #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroll;
    return scrollTop + clientHeight >= scrollHeight - NEAR_END;
  }
}
