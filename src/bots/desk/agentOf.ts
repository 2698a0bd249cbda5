import type { Activity } from 'botbuilder';
import type { Agent } from '../../helpdesk/cases/case.ts';
import { plainName } from '../plainName.ts';
import type { DeskParts } from './deskParts.ts';

/**
 * Whoever speaks in the desk's channel; `person` as people are written. Where the channel doesn't say just now how they are
 * called, they have the name under which they were seen before. Throws `storage-failed`.
 */
export async function agentOf(
  { members, texts }: Pick<DeskParts, 'members' | 'texts'>,
  { from }: Activity,
  person: string,
): Promise<Agent> {
  const isNamed = (from.name ?? '').trim() !== '';
  const name = isNamed ? plainName(from.name) : ((await members.get(person))?.name ?? texts.desk.nameless.agent);
  return { id: person, name, via: 'desk' };
}
