import type { LoadedTurn } from '../turn/turnStore.ts';
import { readCase } from './readCase.ts';
import { readState } from './readState.ts';
import type { LoadedRow } from './turnQueries.ts';

/** What a turn starts from, as it was read; and whether there was something stored that can't be read. */
export function loadedTurn(row: LoadedRow | undefined): { readonly loaded: LoadedTurn; readonly isCorrupt: boolean } {
  const state = read(row?.state ?? null, readState);
  const live = read(row?.live ?? null, readCase);
  return {
    loaded: {
      version: row?.version ?? 0,
      state: state === 'corrupt' ? null : state,
      greeted: Boolean(row?.greeted),
      seen: Boolean(row?.seen),
      live: live === 'corrupt' ? null : live,
    },
    isCorrupt: state === 'corrupt' || live === 'corrupt',
  };
}

/** Null where nothing is stored. */
function read<T>(text: string | null, reader: (text: string) => T | null): T | null | 'corrupt' {
  return text === null ? null : (reader(text) ?? 'corrupt');
}
