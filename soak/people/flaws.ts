/** What must not have happened, as it comes to light: each kept once, and not more than can be read. */
export interface Flaws {
  add(what: string): void;
  list(): readonly string[];
}

/** Named one by one up to here. */
const NAMED = 20;

/** None yet. */
export function createFlaws(): Flaws {
  const named = new Set<string>();
  let others = 0;
  return {
    add(what) {
      if (named.size < NAMED) named.add(what);
      else if (!named.has(what)) others++;
    },
    list: () => [...named, ...(others > 0 ? [`and ${others} more`] : [])],
  };
}
