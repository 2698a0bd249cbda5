import { randomUUID } from 'node:crypto';
import { createDeliver, createPost } from '../bots/deliver.ts';
import { patienceOf } from '../bots/outbox/patienceOf.ts';
import { createPosting, type DeliveryChannel } from '../bots/outbox/posting.ts';
import type { DeskChannel } from '../channels/desk/deskChannel.ts';
import type { TeamsChannel } from '../channels/teams/teamsChannel.ts';
import type { WebChannel } from '../channels/web/webChannel.ts';
import { after as bySystem } from '../helpdesk/after.ts';
import { createDispatcher, type Dispatcher } from '../helpdesk/dispatcher.ts';
import { createOutboxStore } from '../storage/outboxStore.ts';
import type { Built } from './built.ts';
import type { Desk } from './desk.ts';
import { deskDeliveries } from './deskDeliveries.ts';
import type { Slack } from './slack.ts';
import { teamsReader } from './teamsReader.ts';

/** The channels that there are. */
export interface Channels {
  readonly teams: TeamsChannel | undefined;
  readonly slack: Slack | undefined;
  readonly web: WebChannel | undefined;
  readonly deskPage: DeskChannel | undefined;
}

/** What sends the outbox through the channels. */
export function buildOutbox(built: Built, desk: Desk, { teams, slack, web }: Channels): Dispatcher {
  const { config, log, now, storage, metrics, atStep, after = bySystem } = built;
  const store = createOutboxStore(storage.db);
  const channels: Record<string, DeliveryChannel> = {
    ...(teams && { msteams: { adapter: teams.adapter, appId: config.teams.appId ?? '' } }),
    ...(slack && { slack: { adapter: slack.adapter, appId: '', findPosted: slack.findPosted } }),
    // Written under the row's own id, a message is there once however often it is delivered.
    ...(web && { web: { adapter: web.adapter, appId: '', isKeyed: true } }),
  };
  metrics.watch({ outbox: () => store.figures() });
  const posting = createPosting(channels);
  const readers = { msteams: teamsReader, ...(slack && { slack: slack.reader }) };
  const ways = { posting, post: createPost(posting), files: { teams, slack }, readers, outbox: store };
  return createDispatcher({
    ...{ store, log, now, after },
    deliver: createDeliver(posting, deskDeliveries(built, desk, ways)),
    patience: patienceOf,
    newId: randomUUID,
    random: Math.random,
    watch: metrics.outbox,
    ...(atStep && { atStep }),
  });
}
