import type { Log } from '../../log.ts';
import { pageAnswer } from '../pageAnswer.ts';
import { type CaseLinkParts, findCaseLink } from './findCaseLink.ts';
import type { Refuse } from './refuse.ts';
import type { SessionLimit } from './sessionLimit.ts';
import type { WebAnswer } from './webRequest.ts';

export interface LookAtLinkParts extends CaseLinkParts {
  /** Looks that an address may take. */
  readonly looks: SessionLimit;
  readonly refuse: Refuse;
  readonly log: Log;
}

/** Whether the secret of a case opens anything; changes nothing. */
export async function lookAtLink(parts: LookAtLinkParts, secret: string, remoteAddress: string): Promise<WebAnswer> {
  const wait = parts.looks.take(remoteAddress);
  if (wait > 0) return parts.refuse('too-many-sessions', wait);
  try {
    return (await findCaseLink(parts, secret)) === null ? parts.refuse('link-over') : pageAnswer(200);
  } catch (err) {
    // The page says that it can't be reached just now, and goes on trying.
    parts.log.error({ channel: 'web', err }, 'a link could not be looked at');
    return pageAnswer(200);
  }
}
