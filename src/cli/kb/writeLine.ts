import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes a line and waits until there is room for more, so that a slow reader isn't buried. */
export async function writeLine(to: Writable, line: string): Promise<void> {
  if (!to.write(`${line}\n`)) await once(to, 'drain');
}
