import type { Ending } from './case.ts';

/** Whether a case was ended by whoever it is for: then they were there. */
export function isEndedByPerson(how: Ending): boolean {
  switch (how) {
    case 'confirmed':
    case 'withdrawn':
    case 'self-solved':
      return true;
    case 'silence':
    case 'handed-over':
      return false;
  }
}
