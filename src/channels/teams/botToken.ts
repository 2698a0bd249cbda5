import { AppError } from '../../errors.ts';
import { answerInTime } from '../answerInTime.ts';

/** Gives the bot's bearer token; null where none is needed. */
export type BotToken = () => Promise<string | null>;

/** How long signing in may take, in milliseconds: a turn is answered within ten seconds, and still has to call. */
const SIGN_IN_WITHIN = 5_000;

/**
 * The token of credentials made by the SDK, which keep one until five minutes before its end. Callers that come while
 * one is being fetched share that fetch. The SDK would wait for an answer for ever, and everybody with it; here the
 * next caller after the time is over signs in anew. Throws `channel-failed` for credentials that can't give one; the
 * token rejects with `sign-in-failed` when it is refused or doesn't come in time (`withinMs`, by default 5 s).
 */
export function botToken(credentials: object, withinMs: number = SIGN_IN_WITHIN): BotToken {
  if (!givesToken(credentials)) throw new AppError('channel-failed', 'the credentials give no token');
  let pending: Promise<string> | null = null;
  return () => {
    pending ??= inTime(() => credentials.getToken(), withinMs).finally(() => {
      pending = null;
    });
    return pending;
  };
}

async function inTime(signIn: () => Promise<string>, within: number): Promise<string> {
  // A token that comes later is of use to the SDK, which keeps it; that it fails later is of use to nobody.
  const onLateFault = () => undefined;
  const signedIn = await answerInTime(signIn, { within, onLateFault }).catch((cause: unknown) => {
    throw new AppError('sign-in-failed', 'the sign-in service gave the bot no token', { cause });
  });
  if (signedIn.kind === 'done') return signedIn.value;
  throw new AppError('sign-in-failed', `the sign-in service gave no answer within ${within} ms`);
}

function givesToken(credentials: object): credentials is { getToken(): Promise<string> } {
  return 'getToken' in credentials && typeof credentials.getToken === 'function';
}
