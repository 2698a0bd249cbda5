import { person as named } from '../../test/support/teamsActivity.ts';
import type { CourierParts } from '../people/courier.ts';
import { courierParts, type DeliveryCounts } from '../people/people.ts';
import type { Copies } from '../people/seat.ts';
import { randomFrom } from '../random.ts';
import type { Asker } from './asker.ts';
import { type AskerSettings, askerInTeams, askerOnPage } from './askers.ts';
import type { Channel } from './channel.ts';
import type { Hand } from './hand.ts';
import { handInTeams } from './handInTeams.ts';
import { handOnPage } from './handOnPage.ts';
import type { Screen } from './screen.ts';

/** Everybody of a run. */
export interface Cast {
  readonly askers: readonly Asker[];
  readonly hands: readonly Hand[];
  /** Says where the desk is. */
  openDesk(): Promise<void>;
  /** Resolves once nothing that anybody sent is under way any more. */
  settled(): Promise<void>;
}

/** What everybody needs. */
export interface CastParts {
  readonly seed: number;
  readonly size: CastSize;
  readonly channel: Channel;
  readonly screen: Screen;
  /** The desk’s conversation. */
  readonly desk: string;
  readonly token: string;
  readonly origin: () => Promise<string>;
  /** Deliveries of those whose channel is fair, at the desk’s page among them, and of those in the desk’s, which fails. */
  readonly counts: { readonly fair: DeliveryCounts; readonly failing: DeliveryCounts };
  readonly onFlaw: (what: string) => void;
}

/** Whoever says where the desk is. */
export const ADMIN = named('hand0', 'Hand 0');

/** How many there are of each. */
export interface CastSize {
  readonly inTeams: number;
  readonly onPage: number;
  readonly handsInTeams: number;
  readonly handsOnPage: number;
}

/** Their numbers begin after those of everybody who asks. */
const FIRST_HAND = 500;

/** In milliseconds. */
const PATIENCE = 5 * 60_000;

const MOST_COPIES = 4;
/** A channel repeats itself within so many milliseconds. */
const SPREAD = 3_000;
/** How often a tap of somebody who asks comes once more under a new id, of 1. */
const RENAMED = 0.1;

/** All of them, each with numbers of their own by the seed. */
export function createCast(parts: CastParts): Cast {
  const { size } = parts;
  const random = (number: number) => randomFrom(parts.seed * 1_000 + number);
  const settings: AskerSettings = {
    ...parts,
    courier: (number) => patient(courierParts({ counts: parts.counts.fair }, random(number))),
    copies: (number) => copiesBy(random(number), RENAMED),
  };
  const askers = [
    ...numbers(size.inTeams).map((number) => askerInTeams(settings, number)),
    ...numbers(size.onPage).map((number) => askerOnPage(settings, size.inTeams + number)),
  ];
  const common = (number: number, counts: DeliveryCounts) => ({
    ...{ origin: parts.origin, random: random(number), copies: copiesBy(random(number), 0) },
    courier: patient(courierParts({ counts }, random(number))),
  });
  const { serviceUrl } = parts.channel;
  const inTeams = numbers(size.handsInTeams).map((number) => {
    const who = number === 0 ? ADMIN : named(`hand${number}`, `Hand ${number}`);
    const own = common(FIRST_HAND + number, parts.counts.failing);
    return handInTeams({ ...own, who, channel: parts.desk, serviceUrl, screen: parts.screen });
  });
  const onPage = numbers(size.handsOnPage).map((number) => {
    const own = common(FIRST_HAND + size.handsInTeams + number, parts.counts.fair);
    return handOnPage({ ...own, name: `Page ${number}`, token: parts.token });
  });
  const hands = [...inTeams, ...onPage];
  return {
    askers,
    hands,
    openDesk: async () => void (await inTeams[0]?.says('desk here')),
    settled: async () => void (await Promise.all([...askers, ...hands].map((each) => each.settled()))),
  };
}

/** On a busy machine a bot that is ended right after its start answers few for a whole row of ends. */
function patient(courier: CourierParts): CourierParts {
  return { ...courier, patienceMs: PATIENCE };
}

function copiesBy(random: () => number, renamed: number): () => Copies {
  return () => ({ count: 1 + Math.floor(random() * MOST_COPIES), spread: SPREAD, renamed: random() < renamed });
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}
