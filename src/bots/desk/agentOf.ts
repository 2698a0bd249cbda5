import type { Activity } from 'botbuilder';
import type { Agent } from '../../helpdesk/cases/case.ts';
import { plainName } from '../plainName.ts';

/** Whoever speaks in the desk's channel; `person` as people are written. */
export function agentOf({ from }: Activity, person: string): Agent {
  return { id: person, name: plainName(from.name || '?'), via: 'desk' };
}
