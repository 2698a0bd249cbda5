import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from './errors.ts';
import { type LoadedPack, loadPack, type Pack } from './knowledge/index.ts';

/** Where the packs are installed, beside `src` and `dist`. */
export const PACKS_FOLDER = fileURLToPath(new URL('../packs', import.meta.url));

/** The installed pack of that id, checked. Throws `pack-invalid` with what to do: every fault, a line each. */
export async function readPack(id: string, folder: string = PACKS_FOLDER): Promise<Pack> {
  const files = await installedPacks(folder);
  const file = files.find((each) => basename(each, '.yaml') === id);
  if (!file) {
    const ids = files.map((each) => basename(each, '.yaml')).join(', ');
    throw new AppError('pack-invalid', `there is no pack “${id}”: use one of ${ids}`);
  }
  const loaded = await readPackFile(file);
  if ('faults' in loaded) {
    const lines = loaded.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`);
    throw new AppError('pack-invalid', lines.join('\n'));
  }
  // It is found by the one and remembered by the other.
  if (loaded.pack.id !== id) {
    throw new AppError(
      'pack-invalid',
      `${file} holds the pack ${loaded.pack.id}: name the file after the id, or change the id`,
    );
  }
  return loaded.pack;
}

/** Reads and checks the pack in a file; a file that can't be read is a fault like any other. */
export async function readPackFile(file: string): Promise<LoadedPack> {
  const shown = relative(process.cwd(), file).startsWith('..') ? file : relative(process.cwd(), file);
  try {
    return loadPack(await readFile(file, 'utf8'), shown);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return { faults: [{ file: shown, line: 1, message: `the file can’t be read (${code})` }] };
  }
}

/** The files of all installed packs, in the order of their names. */
export async function installedPacks(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}
