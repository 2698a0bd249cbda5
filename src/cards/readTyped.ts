import { type Action, withoutHandOver } from './actions.ts';
import type { AnyAction } from './anyAction.ts';
import { isCaseAction } from './caseActions.ts';
import type { CardView, Choice, SubmitAction } from './model.ts';
import { normalise } from './normalise.ts';
import { choicesOf, numberedChoices, submitsOf } from './offers.ts';
import type { Texts } from './text/en.ts';

/** Longest text that is searched for an answer, in characters; what comes after is not looked at. */
const RECOGNISED = 500;

/** What turns the words after it into their opposite. */
const NEGATION = /^(?:not|no|none|nobody|nothing|never|without|hardly|cannot|but|except|\p{L}+n't)$/u;

/** How many words may stand between a negation and what it denies: "not really just me". */
const REACH = 1;

/** What a text says on its own, whatever card is shown. What loses answers counts as the whole text alone. */
const GLOBAL: readonly { readonly words: keyof Texts['words']; readonly action: Action; readonly within?: true }[] = [
  { words: 'help', action: { verb: 'help' } },
  { words: 'back', action: { verb: 'back' } },
  { words: 'restart', action: { verb: 'restart' } },
  { words: 'cancel', action: { verb: 'cancel' } },
  { words: 'person', action: { verb: 'escalate' }, within: true },
  { words: 'meetingNow', action: { verb: 'workaround' }, within: true },
  { words: 'change', action: { verb: 'change' } },
];

/** Something that can be meant, and what may be said for it. */
interface Meaning {
  readonly action: AnyAction;
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
 * With `aloneOnly` a text counts as a whole or not at all.
 */
export function readTyped(
  view: CardView,
  text: string,
  texts: Texts,
  { aloneOnly = false }: { readonly aloneOnly?: boolean } = {},
): AnyAction | null {
  const said = normalise(text.slice(0, RECOGNISED));
  if (said === '') return null;
  const choices = choicesOf(view);
  const numbered = numberedChoices(view).find(({ number }) => number === said);
  if (numbered) return numbered.choice.action;

  const buttons = submitsOf(view).map(fromButton);
  const meanings = [
    ...choices.map(fromChoice),
    ...(view.typed ?? []).map(fromChoice),
    ...buttons,
    ...GLOBAL.map((each) => fromWords(each, texts)),
  ];
  const alone = meanings.find((each) => each.exact.includes(said))?.action;
  if (alone || aloneOnly) return alone ?? null;
  return within(meanings, ` ${said} `) ?? byPhrase(meanings, said.split(' '));
}

function fromChoice({ label, action, exact = [], words, phrases = [] }: Choice): Meaning {
  const said = [label, ...words].map(known);
  const alone = [...said, ...exact.map(known)];
  return { action: asSaid(action), exact: alone, within: said.filter(isTelling), phrases: phrases.map(known) };
}

/** A button counts within a sentence where a wrong guess costs a tap, not where it ends the case or loses answers. */
function fromButton({ label, action, words = [] }: SubmitAction): Meaning {
  const said = [label, ...words].map(known);
  return { action: asSaid(action), exact: said, within: isGuessable(action) ? said.filter(isPhrase) : [], phrases: [] };
}

/** What is done to a case that is with the helpdesk is said alone, too. */
function isGuessable(action: AnyAction): boolean {
  return !isCaseAction(action) && !['step', 'restart', 'cancel', 'back', 'send'].includes(action.verb);
}

/** A button may take fields along; what is said doesn't. */
function asSaid(action: AnyAction): AnyAction {
  return isCaseAction(action) ? action : withoutHandOver(action);
}

function fromWords({ words, action, within }: (typeof GLOBAL)[number], texts: Texts): Meaning {
  const said = texts.words[words].map(known);
  return { action, exact: said, within: within ? said.filter(isPhrase) : [], phrases: [] };
}

/** The one meaning whose words are in the text. Words within longer ones don't count: "not just me" isn't "just me". */
function within(meanings: readonly Meaning[], said: string): AnyAction | null {
  const found = meanings.flatMap(({ action, within: phrases }) =>
    phrases.filter((each) => isSaid(each, said)).map((words) => ({ action, words })),
  );
  const telling = found.filter(({ words }) => !found.some((other) => isWithin(words, other.words)));
  const meant = new Map(telling.map(({ action }) => [JSON.stringify(action), action]));
  return meant.size === 1 ? ([...meant.values()][0] ?? null) : null;
}

/** Words that are denied, or go on with "and", mean something else: not being understood costs less than a wrong guess. */
function isSaid(words: string, said: string): boolean {
  const at = said.indexOf(` ${words} `);
  const goesOn = said.includes(` ${words} and `) || said.includes(` and ${words} `);
  return at >= 0 && !goesOn && !endsDenied(said.slice(0, at).trim().split(' '));
}

function endsDenied(before: readonly string[]): boolean {
  return before.slice(-1 - REACH).some((word) => NEGATION.test(word));
}

function isWithin(words: string, longer: string): boolean {
  return words.length < longer.length && ` ${longer} `.includes(` ${words} `);
}

/** A set of words without a negation isn't meant by words that are denied: "no security warning". */
function byPhrase(meanings: readonly Meaning[], said: readonly string[]): AnyAction | null {
  const all = new Set(said);
  const affirmed = new Set(said.filter((_, at) => !NEGATION.test(said[at - 1] ?? '')));
  const isMeant = (phrase: string): boolean => {
    const words = phrase.split(' ');
    const counted = words.some((word) => NEGATION.test(word)) ? all : affirmed;
    return words.every((word) => counted.has(word));
  };
  const [meant, ...others] = meanings.filter(({ phrases }) => phrases.some(isMeant));
  return meant && others.length === 0 ? meant.action : null;
}

function isPhrase(words: string): boolean {
  return words.includes(' ');
}

/** A short word such as "me" or "both" says too little within a sentence. */
function isTelling(words: string): boolean {
  return isPhrase(words) || words.length >= 5;
}

/** Of words of the pack and the catalogue alone, which are few and never change: reading a text takes a third of the time. */
const normalised = new Map<string, string>();

function known(words: string): string {
  const found = normalised.get(words) ?? normalise(words);
  normalised.set(words, found);
  return found;
}
