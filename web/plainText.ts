const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const FOR_HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Takes the backslashes off that keep other clients from reading a text as Markdown. */
export function plainText(escaped: string): string {
  return escaped.replace(ESCAPED, '$1');
}

/** The same as HTML that shows exactly that text: no markup, no links, nothing else. */
export function plainHtml(escaped: string): string {
  return plainText(escaped).replace(/[&<>"']/g, (character) => FOR_HTML[character] ?? character);
}
