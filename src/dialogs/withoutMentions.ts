import type { Activity } from 'botbuilder';
import { coveredBy } from './coveredBy.ts';

/**
 * A text without its mentions, and without white space at its ends. What a mention looks like is said by the entities
 * that come with a message: the name in it may differ from ours. Everything else stays as it is; a mention between two
 * words leaves a space. Never throws, whatever the entities are, and takes time linear in what came.
 */
export function withoutMentions({ text, entities }: Pick<Activity, 'text' | 'entities'>): string {
  const typed = typeof text === 'string' ? text : '';
  const covered = coveredBy(typed, mentionsOf(entities));
  const kept: string[] = [];
  let from = 0;
  for (let at = covered.indexOf(1); at >= 0; at = covered.indexOf(1, from)) {
    const end = covered.indexOf(0, at);
    kept.push(typed.slice(from, at));
    from = end < 0 ? typed.length : end;
    const isBetweenWords = /\S/.test(typed.charAt(at - 1)) && /\S/.test(typed.charAt(from));
    if (isBetweenWords) kept.push(' ');
  }
  return [...kept, typed.slice(from)].join('').trim();
}

function mentionsOf(entities: unknown): string[] {
  if (!Array.isArray(entities)) return [];
  const texts = entities.flatMap((entity: unknown) => (isMention(entity) ? [entity.text] : []));
  return [...new Set(texts)];
}

function isMention(entity: unknown): entity is { readonly text: string } {
  if (typeof entity !== 'object' || entity === null || !('type' in entity) || !('text' in entity)) return false;
  return entity.type === 'mention' && typeof entity.text === 'string';
}
