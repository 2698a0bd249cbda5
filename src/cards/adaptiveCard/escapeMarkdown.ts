/** What Markdown reads as markup anywhere in a line, and the two braces that begin a card's own date functions. */
const INLINE = /[\\*_`[\]<>~]|&(?=#?\w+;)|\{(?=\{)/g;

/** What Markdown reads as markup where a line begins: a list, a heading. */
const AT_START = /^(\s*)(?:([-+#])|(\d+)([.)]))/gm;

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
