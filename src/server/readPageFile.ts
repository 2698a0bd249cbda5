import { promises as files } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../errors.ts';

/** Reads a file of the built web pages. Throws `config-invalid` when it is missing, saying how to build it. */
export async function readPageFile(folder: string, file: string): Promise<Buffer> {
  try {
    return await files.readFile(join(folder, file));
  } catch (cause) {
    throw new AppError('config-invalid', `the web page is not built (${file} is missing): run npm run build`, {
      cause,
    });
  }
}
