import { person as named } from '../../test/support/teamsActivity.ts';
import { randomFrom } from '../random.ts';
import type { CaseModel } from './caseModel.ts';
import type { CourierParts } from './courier.ts';
import { type Crowd, createCrowd } from './crowd.ts';
import { createPerson, type PeopleCounts, type Person } from './person.ts';
import type { PostOffice } from './postOffice.ts';
import type { Copies, Seat } from './seat.ts';
import { teamsSeat } from './teamsSeat.ts';
import { webSeat } from './webSeat.ts';

/** What became of the deliveries of all people together. */
export interface DeliveryCounts {
  copies: number;
  retries: number;
  /** Answers by which the bot says that it failed; a courier tries again. */
  answersOf5xx: number;
  /** Answers by which it says that somebody goes too fast; a courier tries again. */
  answersOf429: number;
}

/** What people of a run have in common. */
export interface PeopleSettings {
  readonly seed: number;
  readonly model: CaseModel;
  /** Where the next delivery goes. */
  readonly origin: () => Promise<string>;
  /** Between two deeds of one person, in milliseconds: from, to. */
  readonly pause: readonly [number, number];
  /** Whether the channel repeats itself; default: it does. */
  readonly repeats?: boolean;
  readonly counts: PeopleCounts & DeliveryCounts;
  readonly onFlaw: (what: string) => void;
  /** See `CourierParts`. */
  readonly onAnswer?: Required<CourierParts>['onAnswer'];
}

/** A channel repeats itself within so many milliseconds. */
const SPREAD = 3_000;
/** Their numbers begin after those of everybody in Teams. */
const FIRST_ON_THE_PAGE = 600;
const MOST_COPIES = 5;
/** How often a tap comes once more under a new id, of 1. */
const RENAMED = 0.1;

/** People in Teams, each with numbers of their own by the seed. */
export function teamsPeople(
  count: number,
  settings: PeopleSettings,
  at: { readonly office: PostOffice; readonly serviceUrl: string },
): Person[] {
  return Array.from({ length: count }, (_, number) => {
    const random = randomFrom(settings.seed * 1_000 + number);
    const who = named(`p${number}`, `Person ${number}`);
    const seat = teamsSeat({ ...at, who, origin: settings.origin, courier: courierParts(settings, random) });
    return personAt(seat, settings, random);
  });
}

/** People on the web page. Their requests and their streams go wherever the address is at that moment. */
export function webPeople(count: number, settings: PeopleSettings): Person[] {
  const { origin, onFlaw } = settings;
  return Array.from({ length: count }, (_, number) => {
    const random = randomFrom(settings.seed * 1_000 + FIRST_ON_THE_PAGE + number);
    const courier = courierParts(settings, random);
    return personAt(webSeat({ origin, streamOrigin: origin, courier, onFlaw }), settings, random);
  });
}

/** What a seat needs to deliver. */
export function courierParts(
  { counts, onAnswer = () => undefined }: Pick<PeopleSettings, 'onAnswer'> & { readonly counts: DeliveryCounts },
  random: () => number,
): CourierParts {
  return {
    random,
    onCopy: () => void counts.copies++,
    onRetry: () => void counts.retries++,
    onAnswer(status, ms, to) {
      if (status >= 500) counts.answersOf5xx++;
      if (status === 429) counts.answersOf429++;
      onAnswer(status, ms, to);
    },
  };
}

/** Somebody on a seat, whose messages are delivered one to five times where the channel repeats itself. */
export function personAt(seat: Seat, settings: PeopleSettings, random: () => number): Person {
  const { model, counts, onFlaw, repeats = true } = settings;
  const copies = (): Copies =>
    repeats
      ? { count: 1 + Math.floor(random() * MOST_COPIES), spread: SPREAD, renamed: random() < RENAMED }
      : { count: 1, spread: 0, renamed: false };
  return createPerson({ seat, model, random, copies, counts, onFlaw });
}

/** All of them side by side. */
export function crowdOf(people: readonly Person[], settings: PeopleSettings): Crowd {
  return createCrowd({ people, random: randomFrom(settings.seed), pause: settings.pause, onFlaw: settings.onFlaw });
}

/** Nothing done yet. */
export function newCounts(): PeopleSettings['counts'] {
  const met = { faultsTold: 0, toldTooFast: 0, staleCards: 0, emptyPages: 0 };
  return { deeds: 0, races: 0, ...met, copies: 0, retries: 0, answersOf5xx: 0, answersOf429: 0 };
}
