import type { ErrorCode } from '../errors.ts';
import type { DeliveryOutcome } from '../helpdesk/outbox.ts';

/** How deep the cause of a fault may lie; more would be a loop. */
const DEEPEST = 5;

/**
 * Answers after which the same message will never be taken: it is malformed (400, 415, 422) or too big (413), the person
 * has blocked the bot or an admin has removed it (403), the conversation is gone (404, 410), no such operation (405).
 */
const FINAL = new Set([400, 403, 404, 405, 410, 413, 415, 422]);

/** Nothing was sent: the bot got no token, or no connection came about. By our code, Node's and undici's. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'sign-in-failed' satisfies ErrorCode,
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * What a fault of an adapter says about the message. It is read by its form, since each channel has errors of its own.
 * What nothing is known of is `unclear`: that costs a message shown twice at worst, and never one that is lost.
 */
export function outcomeOfFault(fault: unknown): DeliveryOutcome {
  if (Object(fault).isUntried === true) return { kind: 'not-yet', afterMs: numberAt(fault, 'retryAfterMs') ?? 0 };
  const status = numberAt(fault, 'statusCode');
  if (status !== undefined) return ofStatus(status, numberAt(fault, 'retryAfterMs'));
  const codes = codesOf(fault);
  const unsent = codes.find((code) => NOT_SENT.has(code));
  return unsent === undefined
    ? { kind: 'unclear', why: codes.at(-1) ?? 'unexpected' }
    : { kind: 'not-taken', why: unsent };
}

function ofStatus(status: number, retryAfterMs: number | undefined): DeliveryOutcome {
  const why = `status-${status}`;
  if (FINAL.has(status)) return { kind: 'refused', why };
  // Beside 408 and 5xx also 412, which Teams asks to try again (its page on rate limits) without saying what it did.
  if (status >= 500 || status === 408 || status === 412) return { kind: 'unclear', retryAfterMs, why };
  // 429 above all. With 401 it is our token that is wrong, perhaps a secret that has just been changed: the message
  // was turned away at the door, and is worth the time in which somebody may mend that.
  return { kind: 'not-taken', retryAfterMs, why };
}

/** From the outermost, which are ours, to the innermost, which says what became of the connection. */
function codesOf(fault: unknown): readonly string[] {
  const codes: string[] = [];
  let at = fault;
  for (let depth = 0; depth < DEEPEST && at instanceof Error; depth++) {
    if ('code' in at && typeof at.code === 'string') codes.push(at.code);
    at = at.cause;
  }
  return codes;
}

function numberAt(fault: unknown, name: 'statusCode' | 'retryAfterMs'): number | undefined {
  if (typeof fault !== 'object' || fault === null) return undefined;
  const value: unknown = Object.entries(fault).find(([key]) => key === name)?.[1];
  return typeof value === 'number' ? value : undefined;
}
