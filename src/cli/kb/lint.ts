import type { LoadedPack, Pack } from '../../knowledge/index.ts';
import { readPackFile } from '../../readPack.ts';
import type { KbIo } from './kbIo.ts';
import { writeLine } from './writeLine.ts';

/** `kb lint`: a line of counts and 0 when every pack is sound, else a line a fault and 1. */
export async function lint(files: readonly string[], { stdout }: Pick<KbIo, 'stdout'>): Promise<number> {
  const loaded: LoadedPack[] = [];
  for (const file of files) loaded.push(await readPackFile(file));
  const faults = loaded.flatMap((each) => ('faults' in each ? each.faults : []));
  for (const { file, line, message } of faults) await writeLine(stdout, `${file}:${line}: ${message}`);
  if (faults.length > 0) return 1;
  await writeLine(stdout, countsOf(loaded.flatMap((each) => ('pack' in each ? [each.pack] : []))));
  return 0;
}

function countsOf(packs: readonly Pack[]): string {
  const counts = {
    packs: packs.length,
    questions: sum(packs, ({ questions }) => questions.length),
    rules: sum(packs, ({ scoping }) => scoping.length),
    categories: sum(packs, ({ categories }) => categories.length),
    symptoms: sum(packs, ({ symptoms }) => symptoms.length),
    guides: sum(packs, ({ guides }) => guides.length),
    steps: sum(packs, ({ guides }) => guides.flatMap(({ steps }) => steps).length),
  };
  const said = Object.entries(counts).map(([what, count]) => `${what}: ${count}`);
  return `no faults; ${said.join(', ')}`;
}

function sum(packs: readonly Pack[], count: (pack: Pack) => number): number {
  return packs.reduce((total, pack) => total + count(pack), 0);
}
