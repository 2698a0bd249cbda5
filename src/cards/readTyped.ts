import type { Action } from './actions.ts';
import type { CardView, Choice, SubmitAction } from './model.ts';
import { choicesOf, submitsOf } from './offers.ts';
import type { Texts } from './text/en.ts';

/** Longest text that is searched for an answer, in characters; what comes after is not looked at. */
const RECOGNISED = 500;

/** What a text says on its own, whatever card is shown. */
const GLOBAL: readonly { readonly words: keyof Texts['words']; readonly action: Action }[] = [
  { words: 'help', action: { verb: 'help' } },
  { words: 'back', action: { verb: 'back' } },
  { words: 'restart', action: { verb: 'restart' } },
  { words: 'cancel', action: { verb: 'cancel' } },
  { words: 'person', action: { verb: 'escalate' } },
  { words: 'meetingNow', action: { verb: 'workaround' } },
  { words: 'change', action: { verb: 'change' } },
];

/** Something that can be meant, and what may be said for it. */
interface Meaning {
  readonly action: Action;
  /** Counts alone, as the whole text. */
  readonly exact: readonly string[];
  /** Counts within a sentence too. */
  readonly within: readonly string[];
  /** Each a set of words that count together, in any order. */
  readonly phrases: readonly string[];
}

/**
 * Reads a typed text as what a click would have done: the label, id or number of a choice, the label of a button,
 * a word that always works, or a phrase within a sentence. Null when nothing, or more than one thing, is meant.
 */
export function readTyped(view: CardView, text: string, texts: Texts): Action | null {
  const said = normalise(text.slice(0, RECOGNISED));
  if (said === '') return null;
  const choices = choicesOf(view);
  const numbered = numberedChoice(choices, said);
  if (numbered) return numbered.action;

  const buttons = submitsOf(view).map(fromButton);
  const meanings = [...choices.map(fromChoice), ...buttons, ...GLOBAL.map((each) => fromWords(each, texts))];
  return (
    meanings.find((each) => each.exact.includes(said))?.action ??
    within(meanings, ` ${said} `) ??
    byPhrase(meanings, new Set(said.split(' ')))
  );
}

/** A number alone is that of a row, unless the rows have numbers of their own. */
function numberedChoice(choices: readonly Choice[], said: string): Choice | undefined {
  if (!/^\d{1,2}$/.test(said)) return undefined;
  const own = choices.filter(({ words }) => words.some((word) => /^\d+$/.test(word)));
  return own.length > 0 ? own.find(({ words }) => words.includes(said)) : choices[Number(said) - 1];
}

function fromChoice({ label, action, exact = [], words, phrases = [] }: Choice): Meaning {
  const said = [label, ...words].map(normalise);
  const alone = [...said, ...exact.map(normalise)];
  return { action, exact: alone, within: said.filter(isTelling), phrases: phrases.map(normalise) };
}

function fromButton({ label, action, words = [] }: SubmitAction): Meaning {
  const said = [label, ...words].map(normalise);
  return { action, exact: said, within: said.filter(isPhrase), phrases: [] };
}

function fromWords({ words, action }: (typeof GLOBAL)[number], texts: Texts): Meaning {
  const said = texts.words[words].map(normalise);
  return { action, exact: said, within: said.filter(isPhrase), phrases: [] };
}

/** The one meaning whose words are in the text. Words within longer ones don't count: "not just me" isn't "just me". */
function within(meanings: readonly Meaning[], said: string): Action | null {
  const found = meanings.flatMap(({ action, within: phrases }) =>
    phrases.filter((each) => said.includes(` ${each} `)).map((words) => ({ action, words })),
  );
  const telling = found.filter(({ words }) => !found.some((other) => isWithin(words, other.words)));
  const meant = new Map(telling.map(({ action }) => [JSON.stringify(action), action]));
  return meant.size === 1 ? ([...meant.values()][0] ?? null) : null;
}

function isWithin(words: string, longer: string): boolean {
  return words.length < longer.length && ` ${longer} `.includes(` ${words} `);
}

function byPhrase(meanings: readonly Meaning[], said: ReadonlySet<string>): Action | null {
  const meant = meanings.filter(({ phrases }) =>
    phrases.some((each) => each.split(' ').every((word) => said.has(word))),
  );
  return meant.length === 1 && meant[0] ? meant[0].action : null;
}

function isPhrase(words: string): boolean {
  return words.includes(' ');
}

/** A short word such as "me" or "both" says too little within a sentence. */
function isTelling(words: string): boolean {
  return isPhrase(words) || words.length >= 5;
}

/** Lower case, one kind of apostrophe, no other punctuation, single spaces. */
function normalise(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[^\p{L}\p{N}'?/]+/gu, ' ')
    .replace(/(?<=[^ ])[?/]+(?= |$)/g, '')
    .trim();
}
