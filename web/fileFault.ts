import { isFileType } from './fileTypes.ts';

/**
 * Why a file isn't with the server. `type`, `empty` and `size` are about the file, and hold for good, as does `nobody`:
 * there is no helpdesk, or no such case. `lost`: the connection broke; `failed`: the server couldn't take it.
 */
export type FileFault = 'type' | 'empty' | 'size' | 'nobody' | 'lost' | 'failed';

/** The largest file, in bytes. Source: the upload's limit on the server. */
export const FILE_LIMIT = 10 * 1024 * 1024;

/** What can be seen of a file without sending it; null when it may be sent. */
export function fileFault({ type, size }: { readonly type: string; readonly size: number }): FileFault | null {
  if (size === 0) return 'empty';
  if (size > FILE_LIMIT) return 'size';
  // A system that doesn't know a name's ending says no type at all; the server looks into the file.
  return type === '' || isFileType(type) ? null : 'type';
}

/** Whether sending the same file again can help. */
export function isWorthRetrying(fault: FileFault): boolean {
  return fault === 'lost' || fault === 'failed';
}
