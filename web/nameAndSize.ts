import { fileSize } from './fileSize.ts';
import { words } from './smallParts.ts';

/** What a file is called and how large it is, in bytes. */
export function nameAndSize(file: { readonly name: string; readonly size: number }): (HTMLElement | string)[] {
  return [words('download-name', file.name), ' ', words('download-size', fileSize(file.size))];
}
