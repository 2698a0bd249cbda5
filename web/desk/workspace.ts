import type { CardPorts } from '../drawCard.ts';
import { byId } from '../pageParts.ts';
import { addressOf, caseIn } from './caseAddress.ts';
import { CaseFeed } from './caseFeed.ts';
import { CaseList } from './caseList.ts';
import { CasesFeed } from './casesFeed.ts';
import { CaseView } from './caseView.ts';
import type { DeedEnd } from './deeds.ts';
import { DeskComposer } from './deskComposer.ts';
import type { DeskServer } from './deskServer.ts';
import { deskText } from './deskText.ts';
import type { Deed, DeskAnswer, DeskMe } from './deskTypes.ts';
import { Panel } from './panel.ts';
import { personOf } from './personOf.ts';
import { SaidLine } from './saidLine.ts';
import type { Slip } from './slip.ts';

/** What the workspace needs. */
export interface WorkspacePorts {
  readonly server: DeskServer;
  readonly cards: CardPorts;
  readonly send: (deed: Deed) => Promise<DeedEnd>;
  readonly onSignedOut: () => void;
}

/** Where something was done: on the case's card, in the box, at the top of the page, or on a slip. */
type Place = { readonly at: 'card' | 'composer' | 'top' } | { readonly at: 'slip'; readonly slip: Slip };

/** The desk for whoever is signed in: the list, the case, and what is done there. */
export class Workspace {
  readonly said = new SaidLine();
  readonly panel: Panel;
  readonly #root = byId('workspace');
  readonly #ports: WorkspacePorts;
  readonly #list: CaseList;
  readonly #cases: CasesFeed;
  readonly #case: CaseFeed;
  readonly #view: CaseView;
  readonly #composer: DeskComposer;
  #me: DeskMe | null = null;
  #caseId: string | null = null;
  /** What an answer said that leads to another case, to be said there. */
  #saidNext = '';

  constructor(ports: WorkspacePorts) {
    const { server, cards, onSignedOut } = ports;
    this.#ports = ports;
    this.#list = new CaseList(() => void this.#cases.now());
    const { announce } = cards;
    this.#cases = new CasesFeed({
      server,
      list: this.#list,
      announce,
      onSignedOut,
      onOpenCases: () => this.#nameWho(),
    });
    const onSubmit = (value: object) => void this.do({ case: this.#caseId, value }, { at: 'card' });
    this.#view = new CaseView({ ...cards, onSubmit });
    this.#case = new CaseFeed({ server, view: this.#view, onSignedOut, onShown: () => this.#nameWho() });
    this.panel = new Panel(byId('panel'), {
      ...cards,
      onSubmit: (slip, value) => void this.do({ case: slip.caseId, value }, { at: 'slip', slip }),
      onClose: () => this.settle(),
    });
    this.#composer = new DeskComposer((text) => void this.do({ case: this.#caseId, text }, { at: 'composer' }));
    byId('back').onclick = (event) => {
      event.preventDefault();
      this.#goBack();
    };
    this.#showCase();
  }

  /** The case that is shown, or on its way. */
  get caseId(): string | null {
    return this.#caseId;
  }

  /** The person whose case it is, in words. */
  get who(): string {
    return personOf(this.#view.shown, this.#cases.find(this.#caseId)) ?? deskText.person;
  }

  enter(me: DeskMe): void {
    this.#me = me;
    this.#root.hidden = false;
    this.#root.classList.toggle('is-only', me.only !== null);
    if (me.only === null) void this.#cases.start();
    const before = this.#caseId;
    this.turn();
    if (this.#caseId === before) void this.#case.now();
  }

  /** Takes the focus to the case, or to the list where none is shown. */
  focus(): void {
    if (this.#caseId === null) this.#list.focus(null);
    else this.#view.focus();
  }

  /** Nobody is signed in any more; what was begun stays. */
  pause(): void {
    this.#root.hidden = true;
    this.#cases.stop();
    this.#case.stop();
  }

  /** Takes everything away, for whoever comes next. */
  clear(): void {
    this.pause();
    this.#caseId = null;
    this.panel.clear();
    this.#composer.clear();
    this.#cases.clear();
    this.#list.clear();
    this.said.clear();
    this.#showCase();
  }

  /** Shows the case that the address names. */
  turn(): void {
    const caseId = this.#me?.only ?? caseIn(location.hash);
    if (caseId === this.#caseId) return;
    const before = this.#caseId;
    this.#caseId = caseId;
    this.said.say(this.#saidNext);
    this.#saidNext = '';
    this.#showCase();
    if (caseId === null) this.#list.focus(before);
    else this.#view.focus();
    if (caseId !== null) void this.#case.now();
  }

  /** Something has changed at the desk. @param cases which; null for any */
  changed(cases: readonly string[] | null): void {
    if (this.#me?.only === null) this.#cases.ask();
    if (this.#caseId !== null && (cases?.includes(this.#caseId) ?? true)) this.#case.ask();
  }

  /** Does something, and shows what comes of it. */
  async do(deed: Deed, place: Place): Promise<void> {
    this.said.say(deskText.deed.sending);
    const end = await this.#ports.send(deed);
    if (end.end === 'done' && !end.answer.isRefused) return this.#done(deed, place, end.answer);
    if (place.at === 'slip') this.panel.failed(place.slip);
    if ('text' in deed && place.at === 'composer') this.#composer.giveBack(deed.case, deed.text);
    if (end.end === 'done') await this.#refused(end.answer);
    else if (end.end !== 'signed-out') this.said.fault(deskText.deed[end.end]);
    else {
      this.said.clear();
      this.#ports.onSignedOut();
    }
    if (place.at === 'card') this.#view.setReady();
  }

  /** Shows what an answer brings. @param caseId the case that was asked about */
  answer({ said, show, cards }: DeskAnswer, caseId: string | null): void {
    this.said.say(said ?? '');
    if (show !== null && show !== this.#caseId) {
      this.#saidNext = said ?? '';
      location.hash = addressOf(show);
    }
    if (cards.length > 0) this.panel.show(cards, caseId);
    this.#fit();
  }

  /** A slip has gone: the focus goes to what it was about. */
  settle(): void {
    this.#fit();
    if (this.#caseId !== null || !this.#isListOnly()) this.#view.focus();
    else this.#list.focus(null);
  }

  /** What the desk doesn't let happen; as a rule the case has changed since it was drawn. */
  async #refused({ said }: DeskAnswer): Promise<void> {
    this.said.fault(said ?? deskText.deed.refused);
    this.#cases.ask();
    if (this.#caseId !== null) await this.#case.now();
  }

  async #done(deed: Deed, place: Place, answer: DeskAnswer): Promise<void> {
    const isSettled = place.at === 'slip' && answer.cards.length === 0 && answer.show === null;
    if (place.at === 'slip') this.panel.remove(place.slip);
    this.answer(answer, deed.case);
    if (isSettled) this.settle();
    this.#cases.ask();
    // The card is switched on again as it has become, so that nothing is pressed that is over.
    if (deed.case !== null && deed.case === this.#caseId) await this.#case.now();
    if (place.at === 'card') this.#view.setReady();
    else if (deed.case === this.#caseId && answer.cards.length === 0) this.#view.toEnd();
  }

  #showCase(): void {
    const id = this.#caseId;
    this.#case.turnTo(id);
    this.panel.turnTo(id);
    this.#composer.turnTo(id);
    this.#list.mark(id);
    this.#nameWho();
    this.#fit();
  }

  #nameWho(): void {
    this.#composer.nameWho(this.who);
  }

  #goBack(): void {
    this.panel.clearLists();
    if (this.#caseId === null) this.settle();
    else location.hash = addressOf(null);
  }

  /** Where there is room for one, the case or what answers a deed comes before the list. */
  #fit(): void {
    this.#root.classList.toggle('is-case', this.#caseId !== null || this.panel.isOpen);
  }

  #isListOnly(): boolean {
    return getComputedStyle(byId('case')).display === 'none';
  }
}
