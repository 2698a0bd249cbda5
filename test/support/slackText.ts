type Json = Readonly<Record<string, unknown>>;

/** What Slack's composer makes a link of: an address, one of mail, and a name of a host with what follows it. */
const LINK = new RegExp(
  [
    /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]"'”’]/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /(?:[\w-]+\.)+(?:com|org|net)\b(?:\/[^\s<>]*[^\s<>.,;:!?)\]"'”’])?/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** What somebody typed, as Slack writes it down: escaped, with addresses in angle brackets. */
export function slackText(typed: string): string {
  return partsOf(typed).map(wire).join('');
}

/** The same as the block that a client sends along. */
export function slackRichText(typed: string, id: string): Json {
  const elements = partsOf(typed).map(({ text, url }) => {
    if (url === null) return { type: 'text', text };
    return { type: 'link', url, ...(url === text ? {} : { text }) };
  });
  return { type: 'rich_text', block_id: id, elements: [{ type: 'rich_text_section', elements }] };
}

interface Part {
  readonly text: string;
  /** Null for what is no link. */
  readonly url: string | null;
}

function partsOf(typed: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: text, index } of typed.matchAll(LINK)) {
    if (index > at) parts.push({ text: typed.slice(at, index), url: null });
    parts.push({ text, url: addressOf(text) });
    at = index + text.length;
  }
  if (at < typed.length) parts.push({ text: typed.slice(at), url: null });
  return parts;
}

function addressOf(text: string): string {
  if (/^https?:/.test(text)) return text;
  return /^[^/]*@/.test(text) ? `mailto:${text}` : `http://${text}`;
}

function wire({ text, url }: Part): string {
  if (url === null) return escaped(text);
  return url === text ? `<${escaped(url)}>` : `<${escaped(url)}|${escaped(text)}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
