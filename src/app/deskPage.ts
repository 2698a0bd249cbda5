import { createDeskPage } from '../bots/desk/deskPage.ts';
import { createDeskChannel, type DeskChannel } from '../channels/desk/deskChannel.ts';
import { every } from '../channels/every.ts';
import { newSessionId } from '../channels/web/sessionId.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';
import { hasDeskChannel } from './hasDeskChannel.ts';

/** The desk's page, and the token that the start prints; null where somebody has to know the configured one. */
export interface BuiltDeskPage {
  readonly channel: DeskChannel;
  readonly startToken: string | null;
}

/**
 * Builds it where it is switched on, and for links to single cases where the desk is in a channel and browsers can reach
 * us. With the page switched off nobody gets in but by such a link.
 */
export function buildDeskPage(built: Built, { stores, onPage, signer }: Desk): BuiltDeskPage | undefined {
  const { config, now, log, metrics } = built;
  const { enabled, token } = config.desk.page;
  const hasLinks = hasDeskChannel(config) && config.publicUrl !== undefined;
  if (!enabled && !hasLinks) return undefined;
  const startToken = enabled && token === undefined && config.mode !== 'production' ? newSessionId() : null;
  const channel = createDeskChannel({
    port: createDeskPage(onPage),
    sessions: stores.sessions,
    files: stores.files,
    personOf: async (id) => (await stores.cases.get(id))?.requester.person ?? null,
    token: enabled ? (token ?? null) : null,
    startToken,
    links: signer,
    publicUrl: config.publicUrl,
    clock: now,
    newId: newSessionId,
    every,
    log,
    onRefusal: (why) => metrics.refusal('desk', why),
  });
  return { channel, startToken };
}
