import { readPack } from '../../src/readPack.ts';

const { asks } = await readPack('lync-online-meeting-join');

/** What the desk can send with one tap: the first of the pack's. */
export const READY_QUESTION = asks[0] ?? 'The pack has none.';
