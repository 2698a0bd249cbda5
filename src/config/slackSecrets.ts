import { z } from 'zod';

/** Slack gives 32 hex digits today; these bounds let it change its mind. */
const SIGNING_SECRET = /^\w{16,200}$/;

/** The signing secret of an app; while it is changed, the old one beside it. */
export const signingSecrets = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== ''))
  .refine(
    (secrets) => [1, 2].includes(secrets.length) && secrets.every((secret) => SIGNING_SECRET.test(secret)),
    'must be the signing secret of the app, or the old and the new one joined by a comma; copy it from Basic Information',
  );

/** What the bot calls Slack with. */
export const botToken = z
  .string()
  .regex(/^xoxb-[\w-]+$/, 'must be a bot token, which begins with xoxb-; copy it from OAuth & Permissions');

/** What a socket is opened with. */
export const appToken = z
  .string()
  .regex(/^xapp-[\w-]+$/, 'must be an app-level token, which begins with xapp-; make one in Basic Information');
