import type { Texts } from '../../cards/text/en.ts';
import type { CaseContext } from '../../cards/views/requests/caseContext.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import { caseRulings } from '../../helpdesk/cases/caseRulings.ts';
import type { DeskRules } from '../../helpdesk/cases/deskRules.ts';
import type { Pack } from '../../knowledge/index.ts';

/** What cards about cases are made from, for whoever reads them. */
export interface CaseContexts {
  /** For the person: in their own zone where it is known. */
  person(timeZone: string | null, at: Date): CaseContext;
  /** For the desk: in the desk's zone. */
  desk(at: Date): CaseContext;
}

export interface CaseContextParts {
  readonly pack: Pack;
  readonly texts: Texts;
  readonly contact: string | undefined;
  readonly rules: Pick<DeskRules, 'hours' | 'escalatesTo'>;
  /** A line of the desk can’t be reached at present, so nothing is promised in its name. */
  readonly isLost: (line: Case['line']) => boolean;
}

const UNKNOWN = { kind: 'unknown' } as const;

/** Contexts over one pack and the desk's rules. */
export function createCaseContexts({ pack, texts, contact, rules, isLost }: CaseContextParts): CaseContexts {
  const { hours } = rules;
  const common = (at: Date) => ({
    ...{ pack, texts, contact },
    promise: (line: Case['line']) => (isLost(line) ? UNKNOWN : hours.promise(at)),
    rulings: caseRulings(rules, at),
  });
  return {
    person: (timeZone, at) => ({
      ...common(at),
      clock: { now: at, zone: timeZone ?? hours.zone, isReaders: timeZone !== null },
    }),
    desk: (at) => ({ ...common(at), clock: { now: at, zone: hours.zone, isReaders: true } }),
  };
}
