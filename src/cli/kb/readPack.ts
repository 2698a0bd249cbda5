import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { type LoadedPack, loadPack } from '../../knowledge/loadPack.ts';

/** Reads and checks the pack in a file; a file that can't be read is a fault like any other. */
export async function readPack(file: string): Promise<LoadedPack> {
  const shown = relative(process.cwd(), file).startsWith('..') ? file : relative(process.cwd(), file);
  try {
    return loadPack(await readFile(file, 'utf8'), shown);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return { faults: [{ file: shown, line: 1, message: `the file can’t be read (${code})` }] };
  }
}
