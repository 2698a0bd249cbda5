import { z } from 'zod';

const ADVICE = 'must be an address such as postgres://user:password@host/name';

/** Reads the address of a PostgreSQL database. The messages never repeat it: it holds a password. */
export const databaseUrl = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return /^postgres(?:ql)?:$/.test(protocol) && hostname !== '' && /^\/.+/.test(pathname);
}, ADVICE);
