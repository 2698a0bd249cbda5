import { z } from 'zod';
import { isEncryptedOrLocal } from './isEncryptedOrLocal.ts';

/** Whether the address is only that: no user, path, query or fragment. */
function isBareOrigin(url: URL): boolean {
  return url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === '';
}

/** Reads an address of the web page; the result is its origin, as browsers write it. */
export const publicUrl = z
  .string()
  .refine((text) => URL.canParse(text), {
    message: 'must be a web address such as https://unstuck.contoso.com',
    abort: true,
  })
  .transform((text) => new URL(text))
  .refine(isEncryptedOrLocal, 'must be an https:// address (http:// is only for this machine)')
  .refine(isBareOrigin, 'must be scheme, host and port only, such as https://unstuck.contoso.com')
  .transform((url) => url.origin);
