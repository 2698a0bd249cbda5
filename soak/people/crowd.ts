import type { Person } from './person.ts';

/** People who live side by side. */
export interface Crowd {
  readonly people: readonly Person[];
  /** Has all of them arrive and act, each by itself, until it is over. Never rejects. */
  live(isOver: () => boolean): Promise<void>;
  /** Lets everything under way end, then has everybody go on once more and say how their case stands. */
  finish(): Promise<void>;
}

/** What a crowd takes. */
export interface CrowdParts {
  readonly people: readonly Person[];
  readonly random: () => number;
  /** Between two deeds of one person, in milliseconds: from, to. */
  readonly pause: readonly [number, number];
  readonly onFlaw: (what: string) => void;
}

/** A crowd in which nobody has arrived. */
export function createCrowd({ people, random, pause: [from, to], onFlaw }: CrowdParts): Crowd {
  const lost = new Set<Person>();
  /** Somebody whose message is refused, or isn’t answered at all, is stuck, and does no more. */
  const unlessStuck = async (person: Person, doing: () => Promise<void>): Promise<void> => {
    if (lost.has(person)) return;
    await doing().catch((error: unknown) => {
      lost.add(person);
      onFlaw(`${person.seat.name}: stuck: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  const rest = () => new Promise((resolve) => setTimeout(resolve, from + random() * (to - from)));

  return {
    people,
    async live(isOver) {
      const lives = people.map((person) =>
        unlessStuck(person, async () => {
          await rest();
          await person.arrive();
          while (!isOver()) {
            await person.act();
            await rest();
          }
        }),
      );
      await Promise.all(lives);
    },
    async finish() {
      await Promise.all(people.map(({ seat }) => seat.settled()));
      await Promise.all(people.map((person) => unlessStuck(person, () => goOnAndFinish(person))));
    },
  };
}

async function goOnAndFinish(person: Person): Promise<void> {
  await person.act();
  await person.seat.settled();
  await person.finish();
  person.seat.leave();
}
