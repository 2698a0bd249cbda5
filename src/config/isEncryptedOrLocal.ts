import { isLoopback } from './isLoopback.ts';

/** Whether what is sent to a web address can't be read on the way. */
export function isEncryptedOrLocal(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
