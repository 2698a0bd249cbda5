import type { Activity } from 'botbuilder';
import type { VerifiedCaller } from './sdkTypes.ts';

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

/** Why a request was turned away, for the log. */
export type Refusal =
  | 'token-missing-or-malformed'
  | 'token-not-from-connector'
  | 'token-not-verified'
  | 'keys-unavailable'
  | 'service-url-not-allowed'
  | 'channel-not-allowed'
  | 'caller-not-local';

/** 401: who are you? 403: you may not. 503: can't tell just now, try again. */
export type Admission =
  | { readonly kind: 'admitted'; readonly caller: VerifiedCaller }
  | { readonly kind: 'refused'; readonly status: 401 | 403 | 503; readonly reason: Refusal };

/** Decides who may speak to the bot. Never throws for anything that a caller can send. */
export type Admit = (request: TeamsRequest, activity: Activity) => Promise<Admission>;

/** A request turned away. */
export function refused(status: 401 | 403 | 503, reason: Refusal): Admission {
  return { kind: 'refused', status, reason };
}
