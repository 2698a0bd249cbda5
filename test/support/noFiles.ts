import type { FileSource } from '../../src/channels/filePorts.ts';

/** Where no file is kept. */
export const NO_FILES: FileSource = {
  facts: async () => null,
  read: async function* () {
    yield new Uint8Array();
  },
};
