import { SECRET_LABEL, valueAfter } from './secretLabels.ts';
import { KNOWN_SECRETS, privateKeys } from './secretShapes.ts';
import { isSecret } from './secretValues.ts';
import { type Span, spansText } from './spansText.ts';

/** What stands in the place of a secret. */
export const MASK = '•••';

/** What looks like it stays whole, with whatever it carries: without it nobody can help with a meeting. */
const LINK =
  /https?:\/\/[^\s<>"{}|\\^`[\]\p{C}]+|(?<![\w@.:=-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"{}|\\^`[\]\p{C}]*/giu;

/** A text without its secrets, and whether it had any. */
export interface Masked {
  readonly text: string;
  readonly masked: boolean;
}

/** A secret that was masked, and where its mask now stands, in UTF-16 units. */
export interface Hidden {
  readonly at: number;
  readonly value: string;
}

/** What masking may be told. */
export interface Masking {
  /** Values that aren't secrets, whatever they look like. */
  readonly except?: readonly string[] | undefined;
  /** Told how many characters were looked at, each time some are. */
  readonly looked?: (characters: number) => void;
}

/**
 * Masks what follows a label (password, passcode, PIN, token, secret, API key, Bearer) and what has the form of a known
 * token. Error codes, case ids, links, conference ids and phone numbers stay, and so does what is said *about* a
 * password. Takes time linear in the text; `looked` is told how many characters were looked at, each time some are.
 */
export function maskSecrets(text: string, looked: (characters: number) => void = () => undefined): Masked {
  const { text: masked, hidden } = hideSecrets(text, { looked });
  return { text: masked, masked: hidden.length > 0 };
}

/** The same, and tells what it was that was masked, in its order. */
export function hideSecrets(
  text: string,
  { except = [], looked = () => undefined }: Masking = {},
): { readonly text: string; readonly hidden: readonly Hidden[] } {
  const reader = spansText(text, looked);
  const links = reader.all(LINK);
  const shaped = reader.all(KNOWN_SECRETS).filter(reader.outside(links));
  const labels = reader.all(SECRET_LABEL).filter(reader.outside(links));
  const labelled = labels.flatMap((label): Span[] => {
    const value = valueAfter(reader, label);
    return value !== null && isSecret(value) ? [value.span] : [];
  });
  const known = new Set(except);
  const secrets = joined([...privateKeys(text), ...shaped, ...labelled]).filter(
    ({ from, to }) => !known.has(text.slice(from, to)),
  );
  return { text: replaced(text, secrets), hidden: hiddenBy(text, secrets) };
}

function hiddenBy(text: string, spans: readonly Span[]): Hidden[] {
  let shorter = 0;
  return spans.map(({ from, to }) => {
    const at = from - shorter;
    shorter += to - from - MASK.length;
    return { at, value: text.slice(from, to) };
  });
}

/** In their order, none within or over another. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last === undefined || span.from > last.to) result.push(span);
    else result[result.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return result;
}

function replaced(text: string, spans: readonly Span[]): string {
  let kept = 0;
  const parts = spans.map(({ from, to }) => {
    const part = text.slice(kept, from);
    kept = to;
    return part;
  });
  return [...parts, text.slice(kept)].join(MASK);
}
