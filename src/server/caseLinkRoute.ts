import type { WebChannel } from '../channels/web/webChannel.ts';
import type { PlainRoute } from './route.ts';
import { secretPage } from './secretPage.ts';

/** What is shown where a link to a case leads. */
export interface CaseLinkPages {
  /** The chat, which opens the conversation of the case. */
  readonly chat: Buffer;
  /** The link doesn't work, for whichever reason: it tells nobody whether it ever did. */
  readonly over: Buffer;
}

/**
 * The link by which a guest gets back to their case: 200 with the chat, 404 where it was cut off, 410 where it is over or
 * never was one. It only looks: whoever fetches all links of a mail opens nothing.
 */
export function caseLinkRoute(
  { wait, lookAtLink }: Pick<WebChannel, 'wait' | 'lookAtLink'>,
  { chat, over }: CaseLinkPages,
): PlainRoute {
  return {
    method: 'GET',
    path: '/c/:secret',
    body: 'none',
    wait,
    cutOff: secretPage(404, over),
    async answer({ secret, remoteAddress }) {
      const { status, headers } = await lookAtLink(secret ?? '', remoteAddress);
      if (status === 200) return secretPage(200, chat);
      return status === 410 ? secretPage(410, over) : { status, headers };
    },
  };
}
