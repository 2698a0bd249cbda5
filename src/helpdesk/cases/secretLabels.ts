import { type FoundValue, secretAt } from './secretAt.ts';
import type { Span, SpannedText } from './spansText.ts';

/** What a label promises. `short`: a word such as `pass` that is a label only before a colon or an equals sign. */
export type LabelKind = 'password' | 'phrase' | 'pin' | 'token' | 'bearer' | 'short';

/** How a value follows its label: after a sign, as a sentence says it, or after a space alone. */
export type Following = 'sign' | 'is' | 'space';

/** What may be a secret. */
export interface LabelledValue extends FoundValue {
  readonly kind: LabelKind;
  readonly following: Following;
  /** It stands on the line after the label. */
  readonly isBelow: boolean;
}

/** A label with its kind. A word of several parts can be joined by a space, a hyphen or an underscore. */
const LABELS: Readonly<Record<LabelKind, RegExp>> = {
  phrase: /pass[ -]?phrase/,
  password: /pass[ -]?(?:word|code)|passwd|pwd/,
  short: /pass|pw/,
  pin: /pin|otp|one[ -]time[ -](?:code|pin)/,
  bearer: /bearer|authorization\s{0,3}:\s{0,3}basic/,
  token:
    /(?:(?:access|api|auth|client|id|refresh|session)[ _-]?)?token|(?:api|access|private|secret|subscription)[ _-]?key|(?:(?:app|client|shared)[ _-]?)?secret/,
};

const KINDS = Object.keys(LABELS) as readonly LabelKind[];

/** `myPassword` is one; `spin` is not, nor is `password_hash`, `token-based` or `passwords`. */
const BEFORE = '(?:(?<![\\p{L}\\p{N}])|(?<=\\p{L})(?=pass(?:word|code)))';
const NOUN = '(?:[ _-](?:code|no\\.?|number|string|text|value))?';
const BEHIND = '(?![\\p{L}\\p{N}]|_[\\p{L}\\p{N}]|-\\p{L})';

/** Every label of a text. Looks at a bounded number of characters from each. */
export const SECRET_LABEL = new RegExp(
  `${BEFORE}(?:${KINDS.map((kind) => LABELS[kind].source).join('|')})${NOUN}${BEHIND}`,
  'giu',
);

const WHOLE = KINDS.map((kind) => ({ kind, is: new RegExp(`^(?:${LABELS[kind].source})${NOUN}$`, 'iu') }));

/** What may stand between a label and what follows: "(for the meeting)", "for the meeting"; "at 9:30" may not. */
const ASIDE = /^[^\S\n]?\([^()\n]{1,40}\)(?=\s{0,3}[:=]|\s(?:is|was)\s)/iu;
const FOR =
  /^[^\S\n](?:at|for|in|of|on|to)(?:[^\S\n](?!\d{1,2}:\d)[\p{L}\p{N}'’-]{1,20}){1,4}?(?=\s{0,3}[:=]|\s(?:is|was)\s)/iu;

const SIGN = /^["'”’*_`]{0,2}\s{0,20}(?::=|=>|->|→|[:=：])[*_`]{0,2}\s{0,40}/u;
const IS = /^\s{1,20}(?:is|was|are|equals)\s{0,3}[:=]?\s{0,20}(?:(?:currently|just|now|set to|simply|still)\s{1,3})?/iu;
const SPACE = /^[^\S\n]{1,20}(?:[-–—][^\S\n]{1,3})?/u;

/** As far as one look at what follows a label goes, in characters. */
const WINDOW = 200;

/** What follows a label as its value may; null where nothing does. */
export function valueAfter(text: SpannedText, label: Span): LabelledValue | null {
  const name = text.window(label.from, label.to - label.from);
  const kind = WHOLE.find(({ is }) => is.test(name))?.kind;
  const behind = text.window(label.to, WINDOW);
  const aside = (ASIDE.exec(behind) ?? FOR.exec(behind))?.[0].length ?? 0;
  const joint = jointOf(behind.slice(aside));
  if (kind === undefined || joint === null) return null;
  const from = label.to + aside + joint.length;
  const { following, isBelow } = joint;
  return { kind, following, isBelow, ...secretAt(text, from, kind === 'phrase' && following === 'sign') };
}

function jointOf(behind: string) {
  for (const [following, pattern] of [
    ['sign', SIGN],
    ['is', IS],
    ['space', SPACE],
  ] as const) {
    const found = pattern.exec(behind)?.[0];
    if (found !== undefined) return { following, length: found.length, isBelow: found.includes('\n') };
  }
  return null;
}
