/** Characters that classes stand for, one or two for each. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  s: [' ', '\n', '\u2028'],
  S: ['x', '\u2028'],
  d: ['1'],
  D: ['x'],
  w: ['a'],
  W: [' '],
  b: [],
  B: [],
  n: ['\n'],
  r: ['\r'],
  t: ['\t'],
};
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  L: ['é'],
  Lu: ['É'],
  Ll: ['é'],
  N: ['1'],
  C: ['\u200B'],
  Cc: ['\u0001'],
  Surrogate: ['\uD83D'],
};

/** Characters taken of one pattern, so that all their pairs can be tried. */
const MOST = 14;

/**
 * What a text against a pattern is made of by repeating: each character that the pattern knows, each two of them, and its
 * words with each of them. Runs of these are near matches of every quantifier in it.
 */
export function attacksOn(source: string): string[] {
  const characters = [...new Set([...charactersOf(source), 'x', ' '])].slice(0, MOST);
  const words = source.match(/[a-z]{3,}/gi) ?? [];
  const pairs = characters.flatMap((one) => characters.map((other) => one + other));
  const withWords = words.flatMap((word) => [word, ...characters.map((each) => word + each)]);
  return [...new Set([...characters, ...withWords, ...pairs])];
}

function charactersOf(source: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character !== '\\') {
      if (!'()[]{}|*+?^$.'.includes(character)) found.push(character);
      continue;
    }
    const rest = source.slice(at + 1);
    const escaped = /^(?:u([0-9A-F]{4})|[pP]\{(\w+)\}|(.))/i.exec(rest);
    const [whole = '', code, property, single = ''] = escaped ?? [];
    at += whole.length;
    if (code !== undefined) found.push(String.fromCharCode(Number.parseInt(code, 16)));
    else if (property !== undefined) found.push(...(PROPERTIES[property] ?? []));
    else found.push(...(CLASSES[single] ?? [single]));
  }
  return found;
}
