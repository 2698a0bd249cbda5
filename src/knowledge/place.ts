import type { Position } from './position.ts';

/**
 * A name for where a person is, which a later version gives to the same place alone: what *Fixed it* or *Show me how*
 * mean depends on it. Under 200 characters with the ids of any shipped pack.
 */
export function placeOf(position: Position): string {
  switch (position.at) {
    case 'question':
      return `question ${position.question.id}`;
    case 'diagnosis':
      return `diagnosis ${position.diagnosis.guides.join(' ')}`;
    case 'warning':
    case 'branch':
    case 'admin-step':
    case 'step':
      return `${position.at} ${position.planned.key}`;
    case 'list':
      return `list ${position.guide.id}`;
    case 'hello':
    case 'cancelled':
    case 'contradiction':
    case 'symptom':
    case 'change':
    case 'way-in':
    case 'fixed':
    case 'person':
    case 'help':
      return position.at;
  }
}
