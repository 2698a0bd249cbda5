import { StringDecoder } from 'node:string_decoder';

/**
 * The lines of a stream as they come, without their ends and without a byte order mark. Only a line feed ends a line:
 * `node:readline` also splits at U+2028 and at a lone carriage return, which are no line ends in JSON lines.
 */
export async function* readLines(from: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let first = true;
  const clean = (line: string): string => {
    const text = first ? line.replace(/^\uFEFF/, '') : line;
    first = false;
    return text.replace(/\r$/, '');
  };
  for await (const chunk of from) {
    const [head = '', ...rest] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    parts.push(head);
    for (const next of rest) {
      yield clean(parts.join(''));
      parts = [next];
    }
  }
  const last = parts.join('') + decoder.end();
  if (last !== '') yield clean(last);
}
