/** Anything else beside the type would have to be understood, and no charset but this one is. */
const IN_UTF8 = /^([\w.+-]+\/[\w.+-]+)(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i;

/** The bare type of a `Content-Type` that says nothing else, or UTF-8; in small letters, '' where there is none. */
export function mediaType(contentType: string): string {
  return IN_UTF8.exec(contentType)?.[1]?.toLowerCase() ?? '';
}
