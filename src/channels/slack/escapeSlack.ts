/** A text in which nothing is a mention or a link of Slack's: it escapes these three, and no others. */
export function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
