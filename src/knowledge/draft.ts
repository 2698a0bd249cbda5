import type { Answers, Pack } from './pack.ts';

/** Who is being talked to. Changes words and which steps are shown, never a permission. */
export type Audience = 'user' | 'admin' | 'helper';

/** What came of a step. `left` is left to the helpdesk or an admin. */
export type Outcome = 'fixed' | 'still-broken' | 'cannot' | 'left';

/** A card shown over the place where the person is; *Back* closes it. */
export type Aside = 'help' | 'change' | 'way-in' | 'person';

/**
 * The whole memory of a case. Ids only, never texts, so that it stays under 2 KB;
 * where the person is follows from it (`positionOf`).
 */
export interface Draft {
  readonly pack: string;
  readonly version: string;
  readonly started: boolean;
  /** The person asked to stop; the next start begins anew. */
  readonly cancelled?: true;
  readonly audience: Audience;
  readonly platform: 'windows' | 'other';
  readonly answers: Answers;
  /** The answer that is being given anew, so that *Back* can bring it back. */
  readonly changing?: { readonly question: string; readonly was: string };
  /** A symptom's id, or `none` for none of these. */
  readonly symptom?: string;
  /** The diagnosis was read and the fix asked for. */
  readonly fixing: boolean;
  /** The guide whose steps are shown as one list. */
  readonly listing?: string;
  /** The guides that were answered as a list, all steps at once. */
  readonly listed: readonly string[];
  /** By `guide/step`. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** Options chosen where a guide branches, by `guide/step`. */
  readonly branches: Readonly<Record<string, string>>;
  /** Destructive steps that the person asked to see, as `guide/step`. */
  readonly confirmed: readonly string[];
  readonly wayIn?: 'got-in' | 'no-luck';
  readonly aside?: Aside;
  /** The way to a person, where the aside was opened from there: *Back* leads there again. */
  readonly below?: 'person';
}

/** The `change` target that means the symptom rather than a question. */
export const SYMPTOM = 'symptom';

/** An empty case. */
export function newDraft(pack: Pack): Draft {
  return {
    pack: pack.id,
    version: pack.version,
    started: false,
    audience: 'user',
    platform: 'windows',
    answers: {},
    fixing: false,
    outcomes: {},
    branches: {},
    confirmed: [],
    listed: [],
  };
}

/** How a step is named in a draft: guide ids are unique in a pack, step ids in their guide. */
export function stepKey(guide: { id: string }, step: { id: string }): string {
  return `${guide.id}/${step.id}`;
}

/** The draft without the named fields. */
export function without<K extends 'changing' | 'symptom' | 'listing' | 'wayIn' | 'aside' | 'below' | 'cancelled'>(
  draft: Draft,
  ...keys: readonly K[]
): Draft {
  const copy: Draft & Record<K, unknown> = { ...draft } as Draft & Record<K, unknown>;
  for (const key of keys) delete (copy as Partial<Record<K, unknown>>)[key];
  return copy;
}

/** The record without some keys. */
export function omit<T>(record: Readonly<Record<string, T>>, ...keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
