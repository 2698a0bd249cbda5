import { FILE_TYPES } from './fileTypes.ts';

/** What the sender of a file may call it; `application/octet-stream` is what a browser says that doesn't know. */
export const UPLOAD_TYPES: readonly string[] = [...FILE_TYPES, 'application/octet-stream'];
