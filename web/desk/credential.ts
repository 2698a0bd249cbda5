/** What opens the desk: its token, or a signed link to one case. */
export interface Credential {
  readonly kind: 'token' | 'link';
  readonly value: string;
}

/** Reads a credential in the part of the address behind `#`; null where there is none. */
export function credentialIn(hash: string): Credential | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  for (const kind of ['token', 'link'] as const) {
    const value = parts.get(kind);
    if (value) return { kind, value };
  }
  return null;
}
