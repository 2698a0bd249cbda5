import type { PeopleSettings } from './people.ts';

/** What was counted of it. */
export type Met = Pick<PeopleSettings['counts'], 'faultsTold' | 'toldTooFast' | 'answersOf5xx' | 'answersOf429'>;

/**
 * What nobody may meet where only processes and databases end that are back within seconds, a flaw for each that
 * somebody did: a bot that asks people and channels to try again keeps all that it was told, and yet serves nobody.
 */
export function judgeAnswers({ faultsTold, toldTooFast, answersOf5xx, answersOf429 }: Met): readonly string[] {
  const mustBeNone: Readonly<Record<string, number>> = {
    'cards that said that something went wrong': faultsTold,
    'lines that said that somebody goes too fast': toldTooFast,
    'deliveries answered with a 5xx': answersOf5xx,
    'deliveries answered with 429': answersOf429,
  };
  return Object.entries(mustBeNone)
    .filter(([, times]) => times > 0)
    .map(([what, times]) => `${times} ${what}`);
}
