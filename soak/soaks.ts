import type { Soak } from './soakRun.ts';

/** Every kind of run by its name, each loaded when it is asked for. */
export const soaks: Readonly<Record<string, () => Promise<Soak>>> = {
  auth: async () => (await import('./auth.ts')).authSoak,
  hostile: async () => (await import('./hostile.ts')).hostileSoak,
  block: async () => (await import('./block.ts')).blockSoak,
  crash: async () => (await import('./crash.ts')).crashSoak,
  pair: async () => (await import('./pair.ts')).pairSoak,
  storm: async () => (await import('./storm.ts')).stormSoak,
  load: async () => (await import('./load.ts')).loadSoak,
  desk: async () => (await import('./desk.ts')).deskSoak,
  history: async () => (await import('./history.ts')).historySoak,
  slack: async () => (await import('./slack.ts')).slackSoak,
  tenants: async () => (await import('./tenants.ts')).tenantsSoak,
};
