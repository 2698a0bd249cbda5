import { writeLine } from '../kb/writeLine.ts';
import type { DataTools } from './dataIo.ts';
import { tellUnowned } from './tellUnowned.ts';

const FACTS_ALONE =
  'note: of files only what is known of them is given; the files themselves are on the page of their case';

/** `data export`: all that is stored of a person as JSON, and 0; where that is nothing, a line that says so and 1. */
export async function exportPerson(tools: DataTools, person: string): Promise<number> {
  const stored = await tools.data.read(person);
  await tellUnowned(tools, person);
  if (stored === null) {
    await writeLine(tools.stderr, `nothing is stored of ${person}`);
    return 1;
  }
  if (stored.files.length > 0) await writeLine(tools.stderr, FACTS_ALONE);
  await writeLine(tools.stdout, JSON.stringify(stored, null, 2));
  return 0;
}
