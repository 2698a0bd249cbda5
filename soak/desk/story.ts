import type { ShownCard } from '../../test/support/readCard.ts';
import type { Asker, Seen } from './asker.ts';
import type { Book } from './book.ts';
import type { Hand, HandedIn } from './hand.ts';
import type { MarkKind, Marks } from './marks.ts';
import { pause, until } from './patience.ts';
import type { OnDesk, Screen } from './screen.ts';

/** What a case is lived through with. */
export interface Stage {
  readonly screen: Screen;
  readonly hands: readonly Hand[];
  readonly marks: Marks;
  readonly book: Book;
  readonly random: () => number;
  /** Nothing is begun any more. */
  readonly isOver: () => boolean;
  readonly counts: StoryCounts;
}

/** What was done in all stories. */
export interface StoryCounts {
  solved: number;
  saidNo: number;
  claimedAtOnce: number;
}

/** How long something may take that has to come, in milliseconds: nobody is stuck for longer. */
const COMES_WITHIN = 180_000;

/** How long somebody waits for an answer before they ask again, in milliseconds, and how often they do. */
const ASK_AGAIN = 8_000;
const MOST_ASKED = 20;

/** How long somebody types at the least, in milliseconds. */
const TYPES_WITHIN = 700;

/** How often what, of 1. */
const SHARES = { race: 0.3, note: 0.5, no: 0.2, says: 0.6, second: 0.5 } as const;

/** One case from its beginning to its end, or until all is over. Rejects when somebody waits in vain. */
export async function liveThrough(asker: Asker, stage: Stage): Promise<void> {
  const on = await send(asker, stage);
  const isOver = await goThrough(stage, [
    () => claim(on, stage),
    () => talk(asker, on, stage),
    () => solve(asker, on, stage),
    ...(stage.random() < SHARES.no ? again(asker, on, stage) : []),
    () => answer(asker, on.case, 'yes'),
  ]);
  if (!isOver) stage.counts.solved++;
}

/** It isn’t, so both go on. */
function again(asker: Asker, on: OnDesk, stage: Stage): readonly (() => Promise<void>)[] {
  return [
    async () => {
      stage.counts.saidNo++;
      await answer(asker, on.case, 'no');
      // A copy under a new id that came after the next question would be a No to that one.
      await asker.settled();
    },
    () => talk(asker, on, stage),
    () => solve(asker, on, stage),
  ];
}

/** One after another; true when all is over before they are. */
async function goThrough({ isOver }: Stage, phases: readonly (() => Promise<void>)[]): Promise<boolean> {
  for (const phase of phases) {
    if (isOver()) return true;
    await phase();
  }
  return false;
}

/** Has it sent, and waits until it is on the desk. */
async function send(asker: Asker, stage: Stage): Promise<OnDesk> {
  const { screen, marks, random } = stage;
  const before = asker.seen().length;
  const card = await askForDesk(asker, before);
  const offer = card.offers.find(({ data }) => data['verb'] === 'send');
  const mark = marks.next('sent');
  const text = `It just goes back to the calendar, ${mark}.`;
  await asker.send({ value: { ...offer?.data, text }, on: card.id });
  write(stage, { kind: 'sent', mark, by: asker.name, case: '' }, handedIn());
  if (random() < SHARES.says) await say(asker, '', stage);
  return present(await until(() => screen.find(mark), COMES_WITHIN), `${mark} on the desk`);
}

/** Where an answer can be lost on its way, whoever sees none asks again. */
async function askForDesk(asker: Asker, before: number): Promise<ShownCard> {
  const awaited = { what: 'the card that hands over', fits: isHandOver };
  for (let asked = 1; asker.kind === 'slack' && asked < MOST_ASKED; asked++) {
    await asker.send({ text: 'agent' });
    const card = await until(() => newest(asker.seen().slice(before), isHandOver), ASK_AGAIN);
    if (card !== null) return card;
  }
  await asker.send({ text: 'agent' });
  return comes(asker, before, awaited);
}

/** By one of them, or by two at once. */
async function claim(on: OnDesk, stage: Stage): Promise<void> {
  const isRace = stage.random() < SHARES.race;
  if (isRace) stage.counts.claimedAtOnce++;
  const takers = isRace ? [pick(stage), pick(stage)] : [pick(stage)];
  await Promise.all(takers.map((hand) => hand.claim(on)));
}

/** Both sides at once. */
async function talk(asker: Asker, on: OnDesk, stage: Stage): Promise<void> {
  const { random } = stage;
  const times = random() < SHARES.second ? 2 : 1;
  const answers = async () => {
    for (let time = 0; time < times; time++) await writeAt(stage, on, 'reply');
  };
  const notes = async () => {
    if (random() < SHARES.note) await writeAt(stage, on, 'note');
  };
  const says = async () => {
    for (let time = 0; time < times; time++) await say(asker, on.case, stage);
  };
  await Promise.all([answers(), notes(), says()]);
}

async function say(asker: Asker, id: string, stage: Stage): Promise<void> {
  const mark = stage.marks.next('said');
  await types(stage);
  await asker.send({ text: `It says ${mark} now` });
  write(stage, { kind: 'said', mark, by: asker.name, case: id }, handedIn());
}

/** Nobody types faster: not so fast as to be held back, nor under a card before whoever posted it has noted it. */
function types({ random }: Stage): Promise<void> {
  return pause(TYPES_WITHIN * (1 + random()));
}

async function writeAt(stage: Stage, { case: id }: OnDesk, kind: 'reply' | 'note'): Promise<void> {
  const hand = pick(stage);
  const mark = stage.marks.next(kind);
  const on = present(stage.screen.get(id), `${id} on the desk`);
  // It is written under the card that was there when they began.
  await types(stage);
  const done = await hand[kind](on, kind === 'reply' ? `Please restart, ${mark}.` : `Looks like DNS, ${mark}.`);
  if (done !== null) write(stage, { kind, mark, by: hand.name, case: id }, done);
}

/** Until the person is asked whether they are in. */
async function solve(asker: Asker, { case: id }: OnDesk, stage: Stage): Promise<void> {
  const isAsked = (card: ShownCard) => offerIn(card, id, 'yes') !== undefined;
  const before = asker.seen().length;
  const on = present(stage.screen.get(id), `${id} on the desk`);
  present(await pick(stage).solve(on), `a card that solves ${id}`);
  await comes(asker, before, { what: `“Are you in?” for ${id}`, fits: isAsked });
}

async function answer(asker: Asker, id: string, said: 'yes' | 'no'): Promise<void> {
  const card = present(
    newest(asker.seen(), (each) => offerIn(each, id, said) !== undefined),
    '“Are you in?”',
  );
  await asker.send({ value: offerIn(card, id, said)?.data ?? {}, on: card.id });
}

interface Awaited {
  readonly what: string;
  readonly fits: (card: ShownCard) => boolean;
}

/** The newest card that fits, of those that come after so many. Throws with what they were shown instead. */
async function comes(asker: Asker, after: number, { what, fits }: Awaited): Promise<ShownCard> {
  const card = await until(() => newest(asker.seen().slice(after), fits), COMES_WITHIN);
  if (card === null) throw new Error(`waited in vain for ${what}; shown since: ${shownSince(asker, after)}`);
  return card;
}

function shownSince(asker: Asker, before: number): string {
  const shown = asker.seen().slice(before);
  const words = shown.map(({ card: { title, text }, isChange }) => `${isChange ? 'changed ' : ''}“${title || text}”`);
  return words.join(', ') || 'nothing';
}

function newest(seen: readonly Seen[], fits: (card: ShownCard) => boolean): ShownCard | null {
  return seen.findLast(({ card, isChange }) => !isChange && fits(card))?.card ?? null;
}

function offerIn({ offers }: ShownCard, id: string, said: 'yes' | 'no') {
  return offers.find(({ data }) => data['verb'] === 'my-in' && data['case'] === id && data['in'] === said);
}

function isHandOver({ offers, fields }: ShownCard): boolean {
  return fields.includes('text') && offers.some(({ data }) => data['verb'] === 'send');
}

function pick({ hands, random }: Stage): Hand {
  return present(hands[Math.floor(random() * hands.length)] ?? null, 'anybody at the desk');
}

function handedIn(): HandedIn {
  const now = Date.now();
  return { began: now, at: now, messages: [], said: null, thread: null };
}

function write(
  { book }: Stage,
  what: { readonly kind: MarkKind; readonly mark: string; readonly by: string; readonly case: string },
  done: HandedIn,
): void {
  book.add({ ...what, ...done });
}

function present<T>(found: T | null, what: string): T {
  if (found === null) throw new Error(`waited in vain for ${what}`);
  return found;
}
