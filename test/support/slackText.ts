type Json = Readonly<Record<string, unknown>>;

/** What Slack's composer makes a link of. */
const LINK = /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]]/g;

/** What somebody typed, as Slack writes it down: escaped, with addresses in angle brackets. */
export function slackText(typed: string): string {
  return partsOf(typed)
    .map(({ text, isLink }) => (isLink ? `<${escaped(text)}>` : escaped(text)))
    .join('');
}

/** The same as the block that a client sends along. */
export function slackRichText(typed: string, id: string): Json {
  const elements = partsOf(typed).map(({ text, isLink }) =>
    isLink ? { type: 'link', url: text } : { type: 'text', text },
  );
  return { type: 'rich_text', block_id: id, elements: [{ type: 'rich_text_section', elements }] };
}

function partsOf(typed: string): { readonly text: string; readonly isLink: boolean }[] {
  const parts: { text: string; isLink: boolean }[] = [];
  let at = 0;
  for (const { 0: link, index } of typed.matchAll(LINK)) {
    if (index > at) parts.push({ text: typed.slice(at, index), isLink: false });
    parts.push({ text: link, isLink: true });
    at = index + link.length;
  }
  if (at < typed.length) parts.push({ text: typed.slice(at), isLink: false });
  return parts;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
