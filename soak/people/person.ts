import type { Draft } from '../../src/knowledge/index.ts';
import type { CaseModel } from './caseModel.ts';
import { chooseDeed } from './chooseDeed.ts';
import { casesAfter, type Deed, describe, messagesOf } from './deed.ts';
import type { Copies, Seat } from './seat.ts';
import { createSight, type Reading, type Sight } from './sight.ts';

/** What people together have done and met. */
export interface PeopleCounts {
  deeds: number;
  races: number;
  faultsTold: number;
  toldTooFast: number;
  staleCards: number;
  /** Pages that were opened and stayed empty, so that they were loaded again. */
  emptyPages: number;
}

/** Somebody with a case, who knows by the model what they must be shown. */
export interface Person {
  readonly seat: Seat;
  arrive(): Promise<void>;
  /** Does the next thing and reads what comes. */
  act(): Promise<void>;
  /** Does this, and reads what comes. */
  perform(deed: Deed, copies?: Copies): Promise<void>;
  /** Does something that changes nothing and is answered with the current card. */
  isShown(what: string, send: () => Promise<void>): Promise<void>;
  readonly sight: Sight;
  /**
   * After everything: the newest card takes a tap and is answered by the next one, and the summary for a person says
   * all that was answered and tried.
   */
  finish(): Promise<void>;
  /** Deliveries that were answered and have to have had their effect; those answered with “that went wrong” need not. */
  readonly kept: readonly string[];
}

/** What somebody is made of. */
export interface PersonParts {
  readonly seat: Seat;
  readonly model: CaseModel;
  readonly random: () => number;
  readonly copies: () => Copies;
  readonly counts: PeopleCounts;
  readonly onFlaw: (what: string) => void;
}

const ONCE: Copies = { count: 1, spread: 0, renamed: false };

/** A person who does as the numbers say. */
export function createPerson(parts: PersonParts): Person {
  const { seat, model, random, onFlaw } = parts;
  const sight = createSight(model);
  const kept: string[] = [];

  const perform = async (deed: Deed, copies: Copies = ONCE): Promise<void> => {
    parts.counts.deeds++;
    if (deed.kind === 'race') parts.counts.races++;
    const what = describe(deed);
    const send = () => seat.send(messagesOf(deed), copies);
    kept.push(...(await through(parts, sight, { what, after: possibleAfter(model, sight, deed), send })));
  };

  return {
    seat,
    kept,
    sight,
    perform,
    async isShown(what, send) {
      await through(parts, sight, { what, after: sight.drafts, send: async () => send().then(() => []) });
    },
    async arrive() {
      const arriving = { what: 'arrival', after: sight.drafts, send: () => arriveAt(parts) };
      kept.push(...(await through(parts, sight, arriving)));
    },
    async act() {
      const deed = sight.newest && chooseDeed({ newest: sight.newest, past: sight.past }, random);
      if (deed) await perform(deed, parts.copies());
      else onFlaw(`${seat.name}: stuck, with nothing to tap`);
    },
    async finish() {
      const { newest, open } = sight;
      if (!(await tapsNewest({ parts, sight, perform }))) {
        const isLate = newest?.offers[0]?.data['card'] !== open;
        onFlaw(`${seat.name}: before a dead card, “${newest?.title}”${isLate ? ', which came too late' : ''}`);
      }
      await perform({ kind: 'type', text: 'agent' });
    },
  };
}

interface Tapping {
  readonly parts: PersonParts;
  readonly sight: Sight;
  readonly perform: (deed: Deed) => Promise<void>;
}

/** Taps the newest card until nothing goes wrong with that; whether it was answered by the next. */
async function tapsNewest({ parts: { counts }, sight, perform }: Tapping): Promise<boolean> {
  const { open } = sight;
  for (let tries = 0; tries < TRIES && sight.open === open; tries++) {
    const card = sight.newest;
    const offer = card?.offers.find(({ data }) => data['verb'] !== 'link');
    const faults = counts.faultsTold;
    if (card && offer) await perform({ kind: 'tap', card, offer });
    if (counts.faultsTold === faults) break;
  }
  return sight.open !== open;
}

/** How often somebody taps who is told that something went wrong. */
const TRIES = 3;

/** How long somebody looks at an empty page before they load it again, in milliseconds, and how often they do that. */
const PATIENCE = 3_000;
const MOST_LOADS = 10;

/** The page’s first card is not waited for by its request, and is lost with the process; loading again brings it. */
async function arriveAt({ seat, counts }: PersonParts): Promise<readonly string[]> {
  for (let loads = 1; ; loads++) {
    const answered = await seat.arrive();
    if (loads === MOST_LOADS || (await seat.hasNews(PATIENCE))) return answered;
    counts.emptyPages++;
  }
}

/** What the case can be after a deed that was answered. */
function possibleAfter(model: CaseModel, { drafts, open, unsure }: Sight, deed: Deed): readonly Draft[] {
  const after = drafts.flatMap((draft) => casesAfter(model, deed, { draft, open }));
  return unsure ? [...after, ...drafts] : after;
}

interface Doing {
  readonly what: string;
  readonly after: readonly Draft[];
  readonly send: () => Promise<readonly string[]>;
}

/** Sends and reads; gives the deliveries that have to have had their effect. */
async function through(parts: PersonParts, sight: Sight, { what, after, send }: Doing): Promise<readonly string[]> {
  const { seat, counts, onFlaw } = parts;
  const before = sight.newest?.title ?? '';
  const count = ({ faults, tooFast, stale, flaws }: Reading) => {
    counts.faultsTold += faults;
    counts.toldTooFast += tooFast;
    counts.staleCards += stale;
    for (const flaw of flaws) onFlaw(`${seat.name}: after “${before}” a ${what} was answered, and ${flaw}`);
    return faults + tooFast > 0;
  };
  const answered = await send();
  const isRefused = count(sight.read(await seat.news(), after));
  if (!isRefused) return answered;
  // A later copy of what was refused may still count: the person waits before they try again.
  await seat.settled();
  const more = await seat.news();
  if (more.length > 0) count(sight.read(more, [...sight.drafts, ...after]));
  return [];
}
