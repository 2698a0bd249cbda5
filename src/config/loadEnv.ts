import dotenv from 'dotenv';
import { AppError } from '../errors.ts';
import type { Env } from './env.ts';

/**
 * The environment of this process, completed from a `.env` file in the folder that it was started in.
 * What the environment itself sets, other than to nothing, wins. The process's own environment is left as it is.
 * Throws `config-invalid` when the file is there and can't be read.
 */
export function loadEnv(file = '.env'): Env {
  const fromFile: Record<string, string> = {};
  const { error } = dotenv.config({ path: file, quiet: true, processEnv: fromFile });
  if (error !== undefined && error.code !== 'ENOENT') {
    throw new AppError('config-invalid', '.env: can’t be read; make it readable or remove it.', { cause: error });
  }
  const own = Object.entries(process.env).filter(([, value]) => value?.trim());
  return { ...fromFile, ...Object.fromEntries(own) };
}
