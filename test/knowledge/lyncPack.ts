import { readFileSync } from 'node:fs';
import { type Fault, loadPack, type Pack } from '../../src/knowledge/index.ts';

/** The text of the shipped Lync pack. */
export const lyncText = readFileSync(new URL('../../packs/lync-online-meeting-join.yaml', import.meta.url), 'utf8');

/** The shipped Lync pack. */
export const lyncPack: Pack = packFrom(lyncText);

/** The pack in a text that has to be sound. */
export function packFrom(text: string): Pack {
  const loaded = loadPack(text, 'pack.yaml');
  if ('pack' in loaded) return loaded.pack;
  throw new Error(loaded.faults.map(({ line, message }) => `${line}: ${message}`).join('\n'));
}

/** What is wrong with a text, as `line: message`. */
export function faultsIn(text: string): string[] {
  const loaded = loadPack(text, 'pack.yaml');
  const faults: readonly Fault[] = 'faults' in loaded ? loaded.faults : [];
  return faults.map(({ line, message }) => `${line}: ${message}`);
}
