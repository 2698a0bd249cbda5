import type { KeptFile } from './filePorts.ts';
import { type PageAnswer, pageAnswer } from './pageAnswer.ts';

/**
 * Hands out a file that somebody sent, so that it can do nothing: shown as what it is or saved, run by nobody, part of
 * no other site, kept on no machine. A PDF is saved: browsers show it in a program that runs what is in it.
 */
export function fileAnswer({ name, type, size }: KeptFile, stream: AsyncIterable<Uint8Array>): PageAnswer {
  const kind = type === 'application/pdf' ? 'attachment' : 'inline';
  const headers = {
    'Content-Type': type,
    'Content-Length': String(size),
    'Content-Disposition': `${kind}; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  };
  return { ...pageAnswer(200, headers), stream };
}

/** For readers that don't know the other form. */
function asciiName(name: string): string {
  return name.replace(/[^ -~]|["\\%]/gu, '_');
}

/** RFC 5987: what may stand there as it is, is less than what an address may have. */
function encodedName(name: string): string {
  const hex = (char: string) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(/['()*]/g, hex);
}
