import { writeLine } from '../kb/writeLine.ts';
import type { DataTools } from './dataIo.ts';
import { tellUnowned } from './tellUnowned.ts';

/** `data export`: all that is stored of a person as JSON, and 0; where that is nothing, a line that says so and 1. */
export async function exportPerson(tools: DataTools, person: string): Promise<number> {
  const stored = await tools.data.read(person);
  await tellUnowned(tools, person);
  if (stored === null) {
    await writeLine(tools.stderr, `nothing is stored of ${person}`);
    return 1;
  }
  await writeLine(tools.stdout, JSON.stringify(stored, null, 2));
  return 0;
}
