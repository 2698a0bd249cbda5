import { drawAdaptiveCard } from '../bots/drawAdaptiveCard.ts';
import type { PersonalTurns } from '../bots/personalTurns.ts';
import { renderCards } from '../bots/renderCards.ts';
import { every } from '../channels/every.ts';
import { newSessionId } from '../channels/web/sessionId.ts';
import { createWebChannel, type WebChannel } from '../channels/web/webChannel.ts';
import { createWebHistory } from '../storage/webHistory.ts';
import { createWebSessions } from '../storage/webSessions.ts';
import { type Built, botOf } from './built.ts';
import type { Desk } from './desk.ts';
import { webHelpdesk } from './webHelpdesk.ts';

/** The chat on the web page. */
export function buildWeb(built: Built, personal: PersonalTurns, desk: Desk): WebChannel {
  const { config, log, now, storage, metrics } = built;
  const web = createWebChannel({
    sessions: createWebSessions(storage.db),
    history: createWebHistory(storage.db),
    logic: botOf(built, {
      personal,
      desk: null,
      // Whoever opens the page has come to talk: there is no installation to stay quiet about.
      greet: 'install',
      openPersonalChat: async () => 'not-installed',
      answersOneAlone: false,
      addApp: { text: '', link: undefined },
    }),
    helpdesk: webHelpdesk(desk),
    publicUrl: config.publicUrl,
    clock: now,
    newId: newSessionId,
    every,
    log,
    onRefusal: (why) => metrics.refusal('web', why),
  });
  web.adapter.use(renderCards(() => drawAdaptiveCard));
  storage.onWebMessages(web.wake);
  metrics.watch({ pages: web.pages });
  return web;
}
