import { ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import type { Dispatcher } from 'undici';
import type { Log } from '../../log.ts';
import { ANSWER_WITHIN, answerInTime } from '../answerInTime.ts';
import { fileClient } from '../fileClient.ts';
import { keptAlive } from '../keptAlive.ts';
import type { Admit, Refusal, TeamsRequest } from './admission.ts';
import { createFetchTeamsFile, type FetchTeamsFile } from './fetchTeamsFile.ts';
import { httpsOnHosts } from './httpsOnHosts.ts';
import { invokeAnswer, type TeamsAnswer } from './invokeAnswer.ts';
import { onThisMachine } from './onThisMachine.ts';
import { createOpenPersonalChat, type OpenPersonalChat } from './openPersonalChat.ts';
import { parseInboundActivity } from './parseInboundActivity.ts';
import type { CredentialsFactory } from './sdkTypes.ts';
import type { ServiceUrlRule } from './serviceUrlRule.ts';
import { TeamsAdapter } from './teamsAdapter.ts';
import type { TeamsApp } from './teamsApp.ts';
import { TeamsAuthentication } from './teamsAuthentication.ts';
import { type TeamsCloud, teamsClouds } from './teamsCloud.ts';
import { createTeamsDoor, localDoor, type TeamsDoor } from './teamsDoor.ts';

/** What the channel is built from. */
export interface TeamsChannelParts {
  /** Null for development: only this machine is answered. */
  readonly app: TeamsApp | null;
  /** Calls `taken` once its delivery need not come again. */
  readonly logic: (context: TurnContext, taken: () => void) => Promise<void>;
  readonly log: Log;
  /** Told of each refusal. */
  readonly onRefusal?: (why: Refusal) => void;
  /** How long a request waits for its turn, in milliseconds; default 10,000. */
  readonly answerWithin?: number;
  /** `stock` is the way back to the SDK's own connector; default `lean`. */
  readonly connector?: 'lean' | 'stock';
  /** Default: the public one. */
  readonly cloud?: TeamsCloud;
  /** Tenants whose people may talk to a registered bot; default: that of the registration alone. */
  readonly tenants?: readonly string[];
  /** Hosts that replies may go to besides the cloud's. */
  readonly serviceHosts?: readonly string[];
  /** Where replies may go with a registration; default: https on those hosts. */
  readonly acceptsServiceUrl?: ServiceUrlRule;
  /** Channels that may speak to a registered bot; default: Teams alone. */
  readonly channelIds?: readonly string[];
  readonly credentials?: CredentialsFactory;
  /** The HTTP client of the lean connector, such as one that goes through a proxy. It is closed with the channel. */
  readonly dispatcher?: Dispatcher;
  /** The HTTP client that fetches people's files. It is closed with the channel. */
  readonly fileDispatcher?: Dispatcher;
  /** How long fetching the connector's keys may take, in milliseconds; default 5,000. */
  readonly fetchKeysWithin?: number;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => Date;
}

/** The way in from Teams, and the ways out to it. */
export interface TeamsChannel {
  /** Answers one request. Never throws. */
  receive(request: TeamsRequest): Promise<TeamsAnswer>;
  /**
   * Fetches the connector's keys ahead of the first request; with no registration there is nothing to fetch. Never
   * rejects: a failure is logged, and the keys are fetched again when they are needed.
   */
  fetchKeys(): Promise<void>;
  readonly adapter: TeamsAdapter;
  readonly openPersonalChat: OpenPersonalChat;
  /** Fetches a file that came with a message (`teamsFilesIn`), also long after that. */
  readonly fetchFile: FetchTeamsFile;
  /** Lets calls under way end, then drops the connections; files that are being fetched break off. */
  close(): Promise<void>;
}

/** What a turn is run for. Others are taken and left alone: nobody waits for an answer to them. */
const ANSWERED = new Set(['message', 'invoke', 'installationUpdate', 'conversationUpdate']);

/** Teams sends again after 15 s, and a turn may take 10 s (docs/architecture.md, "A turn"). */
const FETCH_KEYS_WITHIN = 5_000;

/** Builds the channel; opens no connection. */
export function createTeamsChannel(parts: TeamsChannelParts): TeamsChannel {
  const cloud = parts.cloud ?? teamsClouds.public;
  const dispatcher = parts.dispatcher ?? keptAlive();
  const now = parts.now ?? (() => new Date());
  const credentials = parts.credentials ?? credentialsOf(parts.app);
  const authentication = new TeamsAuthentication({
    ...{ app: parts.app, cloud, dispatcher, credentials, now },
    connector: parts.connector ?? 'lean',
    wait: parts.wait ?? delay,
  });
  const acceptsServiceUrl = serviceUrlRule(parts, cloud);
  const fileDispatcher = parts.fileDispatcher ?? fileClient();
  const identity = { appId: parts.app?.MicrosoftAppId ?? '', audience: cloud.audience };
  const adapter = new TeamsAdapter(authentication, identity);
  const door = openDoor(parts, { cloud, dispatcher, now, acceptsServiceUrl });
  return {
    adapter,
    openPersonalChat: createOpenPersonalChat({ adapter, ...identity }),
    fetchFile: createFetchTeamsFile({
      ...{ acceptsServiceUrl, now, dispatcher: fileDispatcher },
      hosts: cloud.fileHosts,
      token: () => authentication.token(),
    }),
    fetchKeys: door.fetchKeys,
    receive: (request) => receive(request, { admit: door.admit, adapter, parts }),
    close: async () => {
      door.close();
      await Promise.all([dispatcher.close(), fileDispatcher.destroy()]);
    },
  };
}

/** Where replies may go, and with them the bot's token. */
function serviceUrlRule(parts: TeamsChannelParts, cloud: TeamsCloud): ServiceUrlRule {
  if (parts.app === null) return onThisMachine;
  return parts.acceptsServiceUrl ?? httpsOnHosts([...cloud.serviceHosts, ...(parts.serviceHosts ?? [])]);
}

interface DoorTools {
  readonly cloud: TeamsCloud;
  readonly dispatcher: Dispatcher;
  readonly now: () => Date;
  readonly acceptsServiceUrl: ServiceUrlRule;
}

function openDoor(parts: TeamsChannelParts, { cloud, dispatcher, now, acceptsServiceUrl }: DoorTools): TeamsDoor {
  const { app, log } = parts;
  if (app === null) return localDoor;
  return createTeamsDoor({
    ...{ app, cloud, dispatcher, now, log, acceptsServiceUrl },
    fetchKeysWithin: parts.fetchKeysWithin ?? FETCH_KEYS_WITHIN,
    channelIds: parts.channelIds ?? ['msteams'],
    tenants: parts.tenants ?? [app.MicrosoftAppTenantId],
  });
}

function credentialsOf(app: TeamsApp | null): CredentialsFactory {
  if (app === null) return new ConfigurationServiceClientCredentialFactory({});
  const { MicrosoftAppPassword, ...names } = app;
  const secret = MicrosoftAppPassword === undefined ? {} : { MicrosoftAppPassword };
  return new ConfigurationServiceClientCredentialFactory({ ...names, ...secret });
}

/** A millisecond longer: Node's timers can be that much ahead of the clock, and a `Retry-After` means all of it. */
function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds + 1));
}

interface Receiver {
  readonly admit: Admit;
  readonly adapter: TeamsAdapter;
  readonly parts: TeamsChannelParts;
}

async function receive(request: TeamsRequest, { admit, adapter, parts }: Receiver): Promise<TeamsAnswer> {
  const activity = parseInboundActivity(request.body);
  if (activity === null) return refuse(parts, 400, 'malformed');
  // Looking for keys counts, too: Teams doesn't wait for it any longer than for the rest.
  const answer = async (taken: () => void): Promise<TeamsAnswer> => {
    const admission = await admit(request, activity);
    if (admission.kind === 'refused') return refuse(parts, admission.status, admission.reason);
    if (!ANSWERED.has(activity.type)) return { status: 200 };
    return invokeAnswer(await adapter.processAdmitted(activity, (context) => parts.logic(context, taken)));
  };
  try {
    const turn = await answerInTime(answer, {
      within: parts.answerWithin ?? ANSWER_WITHIN,
      onLateFault: (err) => parts.log.error({ channel: 'teams', err }, 'a slow turn failed'),
    });
    // What isn't answered by now has to be delivered again: this process may not live to see its end.
    return turn.kind === 'done' ? turn.value : { status: turn.taken ? 200 : 503 };
  } catch (error) {
    // The person could not even be told. Delivered again, it may find the way free.
    parts.log.error({ channel: 'teams', err: error }, 'turn failed');
    return { status: 503 };
  }
}

function refuse({ log, onRefusal }: TeamsChannelParts, status: number, code: Refusal): TeamsAnswer {
  log.warn({ channel: 'teams', code, status }, 'request refused');
  onRefusal?.(code);
  return { status };
}
