/** A regular expression as it stands in a source text. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** From 1. */
  readonly line: number;
}

/** What a regular expression may stand after; after anything else a slash divides. */
const BEFORE = /(?:^|[(,=:[!&|?{};+\n]|=>|\b(?:return|typeof|case|of|in))\s*$/;

/**
 * Every literal regular expression in a TypeScript source, in its order. Comments, strings and templates are passed over;
 * what stands within `${}` of a template is read.
 */
export function patternsIn(code: string): Pattern[] {
  const patterns: Pattern[] = [];
  const templates: number[] = [];
  let braces = 0;
  let at = 0;
  while (at < code.length) {
    const rest = code.charAt(at);
    const end = endOfQuiet(code, at);
    if (end > at) at = end;
    else if (rest === '`') at = endOfTemplate(code, at + 1, () => templates.push(braces++));
    else if (rest === '{') at += Math.sign(++braces);
    else if (rest === '}') {
      braces -= 1;
      const isTemplates = templates.at(-1) === braces;
      if (isTemplates) templates.pop();
      at = isTemplates ? endOfTemplate(code, at + 1, () => templates.push(braces++)) : at + 1;
    } else if (rest === '/' && BEFORE.test(code.slice(Math.max(0, at - 40), at))) {
      const close = endOfPattern(code, at + 1);
      const flags = /^[a-z]*/.exec(code.slice(close + 1))?.[0] ?? '';
      patterns.push({ source: code.slice(at + 1, close), flags, line: code.slice(0, at).split('\n').length });
      at = close + 1 + flags.length;
    } else at += 1;
  }
  return patterns;
}

/** The end of a comment or string that begins here, or here where none does. */
function endOfQuiet(code: string, at: number): number {
  if (code.startsWith('//', at)) return after(code, '\n', at);
  if (code.startsWith('/*', at)) return after(code, '*/', at + 2);
  const quote = code.charAt(at);
  if (quote !== "'" && quote !== '"') return at;
  let end = at + 1;
  while (end < code.length && code.charAt(end) !== quote) end += code.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

/** The end of a template's text: after its last backtick, or within the braces of `${`, which it tells of. */
function endOfTemplate(code: string, from: number, onBraces: () => void): number {
  let at = from;
  while (at < code.length) {
    if (code.charAt(at) === '\\') at += 2;
    else if (code.charAt(at) === '`') return at + 1;
    else if (code.startsWith('${', at)) {
      onBraces();
      return at + 2;
    } else at += 1;
  }
  return at;
}

function endOfPattern(code: string, from: number): number {
  let inClass = false;
  let at = from;
  while (at < code.length && (inClass || code.charAt(at) !== '/')) {
    if (code.charAt(at) === '\\') at += 1;
    else if (code.charAt(at) === '[') inClass = true;
    else if (code.charAt(at) === ']') inClass = false;
    at += 1;
  }
  return at;
}

function after(code: string, what: string, from: number): number {
  const found = code.indexOf(what, from);
  return found < 0 ? code.length : found + what.length;
}
