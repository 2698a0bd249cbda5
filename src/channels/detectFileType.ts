import { FILE_TYPES, type FileType } from './fileTypes.ts';

/** How many bytes of a file are looked at. Source: file-type, which needs so many for its longest signature. */
export const HEAD_BYTES = 4100;

/**
 * How each begins, in hex, at its very first byte. The library looks behind a byte order mark or the tags of a song,
 * too; readers that don't would take such a file for something else.
 */
const BEGINNINGS: Readonly<Record<FileType, RegExp>> = {
  'image/png': /^89504e470d0a1a0a/,
  'image/jpeg': /^ffd8ff/,
  'image/webp': /^52494646.{8}57454250/,
  'image/gif': /^474946383[79]61/,
  'application/pdf': /^255044462d/,
};

/** An animated one is a PNG to everybody who can't animate. */
const ALSO: Readonly<Record<string, string>> = { 'image/apng': 'image/png' };

/** What a file is by its first bytes, whatever its name and sender say; null for what isn't taken. */
export async function detectFileType(head: Uint8Array): Promise<FileType | null> {
  // Loaded with the first file: that takes some 80 ms, which a start need not wait for.
  const { fileTypeFromBuffer } = await import('file-type');
  const { mime } = (await fileTypeFromBuffer(head)) ?? { mime: '' };
  const type = FILE_TYPES.find((each) => each === (ALSO[mime] ?? mime));
  if (type === undefined) return null;
  return BEGINNINGS[type].test(Buffer.from(head.subarray(0, 16)).toString('hex')) ? type : null;
}
