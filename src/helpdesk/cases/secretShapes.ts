import type { Span } from './spansText.ts';

/**
 * Tokens that are known by their form, whatever stands before them. Sources: what their makers publish for secret
 * scanning. Each begins where a run of its characters does, so that a long run is looked at once.
 */
const SHAPES: readonly RegExp[] = [
  // GitHub, GitLab, npm, Hugging Face.
  /gh[oprsu]_[A-Za-z0-9]{20,}/,
  /github_pat_\w{20,}/,
  /glpat-[\w-]{20,}/,
  /npm_[A-Za-z0-9]{36}/,
  /hf_[A-Za-z0-9]{30,}/,
  // Slack.
  /xox[a-z]-[\w-]{8,}/,
  /xapp-[\w-]{8,}/,
  // AWS, Google, Stripe, SendGrid.
  /(?:AKIA|ASIA)[A-Z0-9]{16}/,
  /AIza[\w-]{35}/,
  /[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/,
  /SG\.[\w-]{16,}\.[\w-]{16,}/,
  // A JSON Web Token: its first part begins with `{"`. It has to have a dot, which a run that goes on and on never gets
  // to: it says by itself, too, that it begins where a run does.
  /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/,
];

/** A client secret of Microsoft Entra: 40 characters with `Q~` after the fourth. */
const CLIENT_SECRET = '(?<![\\w.~-])[\\w.~-]{3}\\dQ~[\\w.~-]{31,34}(?![\\w~-])';

/** All of them, in one pass. */
export const KNOWN_SECRETS = new RegExp(
  `(?<![\\w-])(?:${SHAPES.map(({ source }) => source).join('|')})(?![\\w-])|${CLIENT_SECRET}`,
  'g',
);

const BEGIN = '-----BEGIN ';
const PRIVATE_KEY = /^[A-Z0-9 ]{0,30}PRIVATE KEY-----/;
const END = 'PRIVATE KEY-----';

/** Private keys as PEM writes them. One that doesn't end was cut: it goes on to the end of the text. */
export function privateKeys(text: string): Span[] {
  const found: Span[] = [];
  let from = text.indexOf(BEGIN);
  while (from >= 0) {
    const head = PRIVATE_KEY.exec(text.slice(from + BEGIN.length, from + BEGIN.length + 50))?.[0] ?? null;
    let to = from + BEGIN.length;
    if (head !== null) {
      const end = text.indexOf(END, to + head.length);
      to = end < 0 ? text.length : end + END.length;
      found.push({ from, to });
    }
    from = text.indexOf(BEGIN, to);
  }
  return found;
}
