import type { ServerOptions } from 'restify';

const nothing = () => undefined;

/** In place of restify's own logger, which would write to standard output: what is worth a line, we log ourselves. */
export const silentLogger = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  // The types ask for the class of a logger; these six functions are all that is called.
} as unknown as NonNullable<ServerOptions['log']>;
