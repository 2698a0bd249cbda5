import { z } from 'zod';
import { isLoopback } from './isLoopback.ts';

/** A name, an IPv4 address, or an IPv6 address in brackets. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** Reads the address of a mail server. The messages never repeat it: it can hold a password. */
export const smtpUrl = z
  .string()
  .refine(isAddress, {
    message:
      'must be an address such as smtps://user:password@mail.contoso.com:465, with % signs for what a URL can’t hold',
    abort: true,
  })
  .refine(hasBothOrNeither, 'must have a user and a password, or neither')
  .refine(hasKnownOptions, 'must have nothing behind the host and the port but ?requireTLS=true or ?requireTLS=false')
  .refine(keepsPassword, 'must not have requireTLS=false beside a password, which would be sent for everybody to read');

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return /^smtps?:$/.test(protocol) && HOST.test(hostname) && [username, password].every(canDecode);
}

function canDecode(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

function hasBothOrNeither(text: string): boolean {
  const { username, password } = new URL(text);
  return (username === '') === (password === '');
}

function hasKnownOptions(text: string): boolean {
  const { pathname, search, hash } = new URL(text);
  return /^\/?$/.test(pathname) && hash === '' && /^(?:\?requireTLS=(?:true|false))?$/.test(search);
}

function keepsPassword(text: string): boolean {
  const url = new URL(text);
  const { protocol, password, search } = url;
  const isOpen = protocol === 'smtp:' && search === '?requireTLS=false' && !isLoopback(url);
  return password === '' || !isOpen;
}
