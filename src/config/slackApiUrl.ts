import { z } from 'zod';
import { isEncryptedOrLocal } from './isEncryptedOrLocal.ts';

/** Whether nothing is in the address but where it is. */
function isPlace(url: URL): boolean {
  return url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

/** Reads the address of a Web API such as Slack's; the result ends with a slash, so that a method's name can follow. */
export const slackApiUrl = z
  .string()
  .refine((text) => URL.canParse(text), {
    message: 'must be a web address such as https://slack-proxy.contoso.com/api/',
    abort: true,
  })
  .transform((text) => new URL(text))
  .refine(isEncryptedOrLocal, 'must be an https:// address (http:// is only for this machine)')
  .refine(isPlace, 'must be scheme, host, port and path only, such as https://slack-proxy.contoso.com/api/')
  .transform(({ origin, pathname }) => `${origin}${pathname.endsWith('/') ? pathname : `${pathname}/`}`);
