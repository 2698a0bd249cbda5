import type { SlackWay } from './slackInput.ts';

/** A request as the server hands it over: its body as it was sent, since that is what is signed. */
export interface SlackRequest {
  readonly way: SlackWay;
  readonly bytes: Buffer;
  /** Without its charset, which is UTF-8. */
  readonly contentType: string;
  /** A header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
}
