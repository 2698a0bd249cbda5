/**
 * What Markdown reads as markup anywhere in a line; what makes an address of a text even without markup; and the second
 * of the two braces that begin a card's own date functions, which are looked for before Markdown is read.
 */
const INLINE = /[\\*_`[\]<>~@]|&(?=#?\w+;)|(?<=\{)\{|:(?=\/\/)|(?<=\bwww)\./gi;

/** What Markdown reads as markup where a line begins: a list, a heading. White space ends with its line, of any kind. */
const AT_START = /^([^\S\n\r\u2028\u2029]*)(?:([-+#])|(\d+)([.)]))/gm;

/**
 * Keeps clients from reading a text as Markdown, by the backslashes of CommonMark: what stands is what is seen.
 * Only for places that are always read as Markdown (a TextBlock); a TextRun never is.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(INLINE, (found) => `\\${found}`)
    .replace(AT_START, (_, space: string, bullet?: string, number?: string, dot?: string) =>
      bullet ? `${space}\\${bullet}` : `${space}${number}\\${dot}`,
    );
}
