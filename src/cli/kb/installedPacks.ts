import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of all installed packs, in the order of their names. */
export async function installedPacks(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}
