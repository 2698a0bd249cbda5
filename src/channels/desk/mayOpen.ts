import type { DeskActor } from './deskPort.ts';

/** Whether a case may be shown to somebody whom a link has let in to one alone; everybody else may see all. */
export function mayOpen({ only }: DeskActor, caseId: string | null): boolean {
  return only === null || only === caseId;
}
