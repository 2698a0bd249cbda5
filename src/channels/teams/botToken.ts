import { AppError } from '../../errors.ts';

/** Gives the bot's bearer token; null where none is needed. */
export type BotToken = () => Promise<string | null>;

/**
 * The token of credentials made by the SDK, which keep one until five minutes before its end. Callers that come while
 * one is being fetched share that fetch. Throws `channel-failed` for credentials that can't give one.
 */
export function botToken(credentials: object): BotToken {
  if (!givesToken(credentials)) throw new AppError('channel-failed', 'the credentials give no token');
  let pending: Promise<string> | null = null;
  return () => {
    pending ??= credentials.getToken().finally(() => {
      pending = null;
    });
    return pending;
  };
}

function givesToken(credentials: object): credentials is { getToken(): Promise<string> } {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}
