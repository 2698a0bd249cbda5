import type { Activity } from 'botbuilder';

/** A request as the server hands it over. */
export interface TeamsRequest {
  /** Parsed JSON. */
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** The other end of the socket. */
  readonly remoteAddress: string;
  /** The request carries `Forwarded` or any `X-Forwarded-*`: it came through a proxy. */
  readonly forwarded: boolean;
}

/** Why a token was turned away, for the log. */
export type TokenRefusal =
  | 'token-malformed'
  | 'token-algorithm'
  | 'token-key-unknown'
  | 'token-signature'
  | 'token-issuer'
  | 'token-audience'
  | 'token-time'
  | 'token-claims'
  | 'token-of-another-kind'
  | 'keys-unavailable';

/** Why a request was turned away, for the log. */
export type Refusal =
  | 'malformed'
  | TokenRefusal
  | 'service-url-differs'
  | 'service-url-not-allowed'
  | 'channel-not-allowed'
  | 'channel-not-endorsed'
  | 'tenant-missing'
  | 'tenant-not-allowed'
  | 'caller-not-local';

/** 401: who are you? 403: you may not. 503: can't tell just now, try again. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 503; readonly reason: Refusal };

/** Decides who may speak to the bot. Never throws for anything that a caller can send. */
export type Admit = (request: TeamsRequest, activity: Activity) => Promise<Admission>;

/** A request turned away. */
export function refused(status: 401 | 403 | 503, reason: Refusal): Admission {
  return { kind: 'refused', status, reason };
}
