import { escapeSlack } from './escapeSlack.ts';

/** What Slack writes in angle brackets: a link, a mention, a date. What people type never has any: it is escaped. */
const BRACKETED = /<([^<>]*)>/g;

/** A person that is mentioned, with the name that some clients add. */
const PERSON = /^@([A-Z0-9]+)(?:\|.*)?$/;

/** Of these, older clients write the label without its sign. */
const EVERYBODY: ReadonlySet<string> = new Set(['!here', '!channel', '!everyone']);

/** What people are called, by their ids. */
export type SlackNames = ReadonlyMap<string, string>;

/** A text as its writer reads it, and whom it mentions besides the bot, once each. */
export interface PlainSlackText {
  readonly text: string;
  /** Ids of users; in the text each stands as `@` and their name, or their id where that isn’t known. */
  readonly mentioned: readonly string[];
}

/**
 * Takes Slack's own writing out of a text: links stand as their address, or as label and address where they differ; the
 * bot's mention is gone, as it is no part of what was said. Takes time linear in the text.
 */
export function plainSlackText(text: string, bot: string, names: SlackNames = new Map()): PlainSlackText {
  const mentioned = new Set<string>();
  const plain = text.replace(BRACKETED, (_, inner: string) => {
    const person = PERSON.exec(inner)?.[1];
    if (person === bot) return '';
    if (person !== undefined) mentioned.add(person);
    return person === undefined ? spelledOut(inner) : `@${escapeSlack(names.get(person) ?? person)}`;
  });
  return { text: unescaped(plain), mentioned: [...mentioned] };
}

/** `#C123|general`, `!subteam^S123|@it`, `!here`, `!date^…|fallback`, `https://…|label`, `mailto:…|label`. */
function spelledOut(inner: string): string {
  const at = inner.indexOf('|');
  const [what, label] = at < 0 ? [inner, ''] : [inner.slice(0, at), inner.slice(at + 1)];
  if (what.startsWith('#')) return `#${label || what.slice(1)}`;
  if (EVERYBODY.has(what)) return `@${what.slice(1)}`;
  if (what.startsWith('!')) return label || `@${what.slice(1).split('^').at(-1)}`;
  const address = what.replace(/^mailto:/, '');
  // Slack adds a label to each link that was typed without its scheme.
  return label === '' || address.endsWith(label) ? address : `${label} (${address})`;
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
