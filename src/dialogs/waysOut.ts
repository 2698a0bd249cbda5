import type { AnyAction } from '../cards/anyAction.ts';
import type { Texts } from '../cards/text/en.ts';

/** What means the same on whatever card it was clicked, or said to, and what it is called. */
export const waysOut: Readonly<Partial<Record<AnyAction['verb'], keyof Texts['actions']>>> = {
  workaround: 'meetingNow',
  escalate: 'person',
  restart: 'startOver',
  cancel: 'stop',
  help: 'help',
  link: 'getLink',
};
