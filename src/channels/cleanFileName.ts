import type { FileType } from './fileTypes.ts';
import { plainLine } from './plainLine.ts';

/** In characters, with the extension. */
const LONGEST = 100;

/** What stands for a name that has nothing in it. */
const NAMELESS = 'file';

/** The first is the one that is given. */
const EXTENSIONS: Readonly<Record<FileType, readonly [string, ...string[]]>> = {
  'image/png': ['png', 'apng'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
};

/**
 * The name of a file as it may be shown and saved: no folders, one plain line of at most 100 characters, and the
 * extension of what it is.
 */
export function cleanFileName(name: string, type: FileType): string {
  const last = (plainLine(name).split(/[/\\]/).at(-1) ?? '').replace(/^[. ]+/, '');
  const [, base = last, said = ''] = /^(.*)\.([A-Za-z0-9]{1,8})$/.exec(last) ?? [];
  const [usual, ...others] = EXTENSIONS[type];
  const extension = others.includes(said.toLowerCase()) ? said.toLowerCase() : usual;
  // A dot in front would hide it; one behind goes on some systems.
  const kept = [...base]
    .slice(0, LONGEST - extension.length - 1)
    .join('')
    .replace(/(?<![. ])[. ]+$/, '');
  return `${kept === '' ? NAMELESS : kept}.${extension}`;
}
