/** What was seen that must not be. */
export interface Sightings {
  /** Something that must not happen has happened. Each sentence counts once. */
  add(sentence: string): void;
  /** Looks for tokens in what was written. */
  read(written: string): void;
  all(): readonly string[];
}

/** How tokens begin, and anything else as long as a part of one: codes and ids of the log are shorter. */
const TOKEN = /eyJ|[\w-]{60,}/;

/** Collects them, and no more of each than that it was there. */
export function createSightings(): Sightings {
  const seen = new Set<string>();
  const add = (sentence: string) => void seen.add(sentence);
  return {
    add,
    read: (written) => {
      if (TOKEN.test(written)) add('a token was written down');
    },
    all: () => [...seen],
  };
}
