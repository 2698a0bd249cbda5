import type { Activity } from 'botbuilder';
import type { LogFields } from '../log.ts';
import { turnKeysOf } from './turnKeys.ts';

/** Whose turn it is, for a line of the log, which hashes it. */
export function loggedIds(activity: Partial<Activity>): Pick<LogFields, 'conversation' | 'delivery' | 'person'> {
  const { conversation, delivery, person } = turnKeysOf(activity);
  return { conversation, person, ...(delivery !== null && { delivery }) };
}
