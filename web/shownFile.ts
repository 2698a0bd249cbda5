import { type FileType, isFileType } from './fileTypes.ts';

/** A file that is with the server, to be fetched by its id. */
export interface ShownFile {
  readonly id: string;
  /** As it came with it: plain text, never markup. */
  readonly name: string;
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
}

/** Reads what is said of a file; null for what can't be shown. */
export function readShownFile(said: { readonly [Name in keyof ShownFile]: unknown }): ShownFile | null {
  const { id, name, type, size } = said;
  if (typeof id !== 'string' || id === '' || !isFileType(type)) return null;
  return { id, name: typeof name === 'string' ? name : '', type, size: typeof size === 'number' ? size : 0 };
}
