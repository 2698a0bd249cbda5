import type { Soak } from './soakRun.ts';

/** Every kind of run by its name, each loaded when it is asked for. */
export const soaks: Readonly<Record<string, () => Promise<Soak>>> = {};
