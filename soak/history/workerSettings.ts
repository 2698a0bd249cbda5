import type { InstanceEntry } from './startInstance.ts';

/** What a process that lives histories is told, in its one argument as JSON. */
export interface WorkerSettings {
  /** What its instances run. */
  readonly instance: InstanceEntry;
  readonly databaseUrl: string;
  /** Which of `DESKS`. */
  readonly desk: number;
  readonly seed: number;
  readonly histories: number;
}
