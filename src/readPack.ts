import { readFile } from 'node:fs/promises';
import { AppError } from './errors.ts';
import { loadPack, type Pack } from './knowledge/index.ts';

/** Where the packs are installed, beside `src` and `dist`. */
export const PACKS_FOLDER = new URL('../packs/', import.meta.url);

/** The installed pack of that id, checked. Throws `pack-invalid` with every fault, a line each. */
export async function readPack(id: string): Promise<Pack> {
  const file = `packs/${id}.yaml`;
  const loaded = loadPack(await textOf(id), file);
  if ('pack' in loaded) return loaded.pack;
  const faults = loaded.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
  throw new AppError('pack-invalid', [`${file} can’t be used:`, ...faults].join('\n'));
}

async function textOf(id: string): Promise<string> {
  try {
    return await readFile(new URL(`${id}.yaml`, PACKS_FOLDER), 'utf8');
  } catch (cause) {
    throw new AppError(
      'pack-invalid',
      `there is no pack “${id}”: set PACK to the name of a file in packs, without .yaml`,
      {
        cause,
      },
    );
  }
}
