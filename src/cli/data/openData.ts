import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { AppError } from '../../errors.ts';
import { openStorage } from '../../storage/openStorage.ts';
import { createPersonData } from '../../storage/personData.ts';
import type { OpenData } from './dataIo.ts';

/** Opens the data that the settings name, beside a bot that is running. Throws an `AppError` that says what to do. */
export async function openData({ dataDir, databaseUrl }: Config): Promise<OpenData> {
  if (databaseUrl === undefined && !existsSync(join(dataDir, 'unstuck.db'))) {
    // Opening would make an empty one, and then nothing would be stored of anybody.
    throw new AppError('storage-failed', `There are no data in ${dataDir}. Set DATA_DIR to the folder the bot uses.`);
  }
  const storage = await openStorage({ dataDir, databaseUrl }, { as: 'tool', upgrade: false });
  return { data: createPersonData(storage.db, randomUUID), close: storage.close };
}
