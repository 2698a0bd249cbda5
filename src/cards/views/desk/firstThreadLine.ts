import type { Texts } from '../../text/en.ts';
import type { Heard } from '../../text/enTrail.ts';
import { inOneLine } from '../requests/agentName.ts';

/** What the first post of each thread says: what goes to the person, what is a note, and what the bot sees there. */
export function firstThreadLine({ trail }: Texts, botName: string, heard: Heard): string {
  return trail.rules[heard](inOneLine(botName));
}
