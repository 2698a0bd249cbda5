import { join } from 'node:path';
import Database from 'libsql';
import { AppError } from '../errors.ts';
import { passingFault } from './passingFault.ts';

const FILE = 'unstuck.lock';

/**
 * Makes this process the one server on the data of a folder, until what is given back is called, or the process is
 * over: the lock is the system's own on an open file, which it takes back even after a kill -9. A file of its own, so
 * that tools can use the data beside the server. Throws `storage-failed` with what to do when there is a server already.
 */
export function serverLock(folder: string): () => void {
  const file = join(folder, FILE);
  try {
    return hold(file);
  } catch (error) {
    const isTaken = passingFault(error) === 'contended';
    throw new AppError('storage-failed', isTaken ? taken(folder) : unwritable(file), { cause: error });
  }
}

function hold(file: string): () => void {
  const database = new Database(file);
  try {
    database.pragma('busy_timeout = 0');
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    throw error;
  }
  return () => {
    // Closing alone would leave the lock until the object is collected.
    database.exec('rollback');
    database.close();
  };
}

function taken(folder: string): string {
  return `Another Unstuck is running on the data in ${folder}, and two would answer people twice. Stop that one first, or set DATA_DIR to another folder. To run several, give all of them one PostgreSQL database in DATABASE_URL.`;
}

function unwritable(file: string): string {
  return `Can’t open ${file} for writing. Let the bot’s account write to it, or set DATA_DIR to another folder.`;
}
