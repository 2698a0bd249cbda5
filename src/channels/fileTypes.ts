/** What may be sent as a file; by its content. */
export const FILE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'] as const;

/** One of them. */
export type FileType = (typeof FILE_TYPES)[number];
