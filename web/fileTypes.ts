/** What may be sent as a file, as browsers name it. Source: what the server lets through by content. */
export const FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'] as const;

export type FileType = (typeof FILE_TYPES)[number];

export function isFileType(type: unknown): type is FileType {
  return FILE_TYPES.some((each) => each === type);
}
