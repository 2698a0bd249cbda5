import type { Texts } from '../../text/en.ts';
import { inOneLine } from '../requests/agentName.ts';

/** What the first post of each thread says: what goes to the person, what is a note, and what isn't seen. */
export function firstThreadLine({ trail }: Texts, botName: string): string {
  return trail.rules(inOneLine(botName));
}
