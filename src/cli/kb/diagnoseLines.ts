import { type Diagnosis, diagnose, type Pack } from '../../knowledge/index.ts';
import type { KbIo } from './kbIo.ts';
import { queryReader } from './queryReader.ts';
import { readLines } from './readLines.ts';
import { writeLine } from './writeLine.ts';

/**
 * `kb diagnose`: a line of JSON out for each line of JSON in, as soon as it is there. Blank lines are passed over,
 * a bad one is answered with `{"error":"…"}`.
 */
export async function diagnoseLines(pack: Pack, { stdin, stdout }: Pick<KbIo, 'stdin' | 'stdout'>): Promise<number> {
  const read = queryReader(pack);
  for await (const line of readLines(stdin)) {
    if (line.trim() === '') continue;
    const query = read(line);
    const answer = 'error' in query ? query : report(diagnose(pack, query.answers, query.symptom));
    await writeLine(stdout, JSON.stringify(answer));
  }
  return 0;
}

/** What other programs may rely on, in this order of keys. */
function report({ categories, guides, because, conflict, contradiction, complete }: Diagnosis) {
  return {
    categories,
    guides,
    because,
    conflict,
    contradiction: contradiction && { between: Object.keys(contradiction.when) },
    complete,
  };
}
