import { SECRET_LABEL, valueAfter } from './secretLabels.ts';
import { KNOWN_SECRETS, privateKeys } from './secretShapes.ts';
import { isSecret } from './secretValues.ts';
import { type Span, spansText } from './spansText.ts';

/** What stands in the place of a secret. */
const MASK = '•••';

/** What looks like it stays whole, with whatever it carries: without it nobody can help with a meeting. */
const LINK =
  /https?:\/\/[^\s<>"{}|\\^`[\]\p{C}]+|(?<![\w@.:=-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"{}|\\^`[\]\p{C}]*/giu;

/** A text without its secrets, and whether it had any. */
export interface Masked {
  readonly text: string;
  readonly masked: boolean;
}

/**
 * Masks what follows a label (password, passcode, PIN, token, secret, API key, Bearer) and what has the form of a known
 * token. Error codes, case ids, links, conference ids and phone numbers stay, and so does what is said *about* a
 * password. Takes time linear in the text; `looked` is told how many characters were looked at, each time some are.
 */
export function maskSecrets(text: string, looked: (characters: number) => void = () => undefined): Masked {
  const reader = spansText(text, looked);
  const links = reader.all(LINK);
  const shaped = reader.all(KNOWN_SECRETS).filter(reader.outside(links));
  const labels = reader.all(SECRET_LABEL).filter(reader.outside(links));
  const labelled = labels.flatMap((label): Span[] => {
    const value = valueAfter(reader, label);
    return value !== null && isSecret(value) ? [value.span] : [];
  });
  const secrets = joined([...privateKeys(text), ...shaped, ...labelled]);
  return { text: replaced(text, secrets), masked: secrets.length > 0 };
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
