/** What a run is given. */
export interface SoakRun {
  /** Everything random of the run comes from it, so that a run can be repeated. */
  readonly seed: number;
  /** From 0 up to 1, by the seed. */
  readonly random: () => number;
  /**
   * How much to do: 1 is what the table of docs/reliability.md says, 0.1 a tenth of it. Runs measured by time take
   * `minutes` instead, where it is given.
   */
  readonly scale: number;
  readonly minutes: number | undefined;
  /** Says how far it has come, a line. */
  readonly say: (line: string) => void;
}

/** What a run has come to. */
export interface SoakResult {
  /** What was done and what was measured, by name, each with its unit in the name. */
  readonly counts: Readonly<Record<string, number>>;
  /** What must not have happened, a sentence each; empty when the run has passed. */
  readonly failures: readonly string[];
}

/** One kind of run. Cleans up behind itself, ends every process that it has started, and rejects only on its own faults. */
export type Soak = (run: SoakRun) => Promise<SoakResult>;
