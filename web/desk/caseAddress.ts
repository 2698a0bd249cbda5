const NAME = 'case';

/** The case that an address names behind its `#`; null for none. */
export function caseIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get(NAME) || null;
}

/** What stands behind the `#` of the address that shows a case; null for the list alone. */
export function addressOf(caseId: string | null): string {
  return caseId === null ? '#cases' : `#${NAME}=${encodeURIComponent(caseId)}`;
}
