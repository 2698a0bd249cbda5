import { type Activity, ConfigurationServiceClientCredentialFactory, type TurnContext } from 'botbuilder';
import type { Dispatcher } from 'undici';
import type { Log } from '../../log.ts';
import { ANSWER_WITHIN, answerInTime } from '../answerInTime.ts';
import type { Admit, TeamsRequest } from './admission.ts';
import { admitLocal } from './admitLocal.ts';
import { admitVerified } from './admitVerified.ts';
import { httpsOnHosts } from './httpsOnHosts.ts';
import { invokeAnswer, type TeamsAnswer } from './invokeAnswer.ts';
import { keptAlive } from './keptAlive.ts';
import { createOpenPersonalChat, type OpenPersonalChat } from './openPersonalChat.ts';
import { parseInboundActivity } from './parseInboundActivity.ts';
import type { CredentialsFactory } from './sdkTypes.ts';
import type { ServiceUrlRule } from './serviceUrlRule.ts';
import { TeamsAdapter } from './teamsAdapter.ts';
import type { TeamsApp } from './teamsApp.ts';
import { TeamsAuthentication } from './teamsAuthentication.ts';
import { publicCloud, type TeamsCloud } from './teamsCloud.ts';

/** What the channel is built from. */
export interface TeamsChannelParts {
  /** Null for development: only this machine is answered. */
  readonly app: TeamsApp | null;
  /** Calls `taken` once its delivery need not come again. */
  readonly logic: (context: TurnContext, taken: () => void) => Promise<void>;
  readonly log: Log;
  /** How long a request waits for its turn, in milliseconds; default 10,000. */
  readonly answerWithin?: number;
  /** `stock` is the way back to the SDK's own connector; default `lean`. */
  readonly connector?: 'lean' | 'stock';
  readonly cloud?: TeamsCloud;
  /** Where replies may go with a registration; default: https on the cloud's hosts. */
  readonly acceptsServiceUrl?: ServiceUrlRule;
  /** Channels that may speak to a registered bot; default: Teams alone. */
  readonly channelIds?: readonly string[];
  readonly credentials?: CredentialsFactory;
  /** The HTTP client of the lean connector, such as one that goes through a proxy. It is closed with the channel. */
  readonly dispatcher?: Dispatcher;
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly now?: () => Date;
}

/** The way in from Teams, and the ways out to it. */
export interface TeamsChannel {
  /** Answers one request. Never throws. */
  receive(request: TeamsRequest): Promise<TeamsAnswer>;
  readonly adapter: TeamsAdapter;
  readonly openPersonalChat: OpenPersonalChat;
  /** Lets calls under way end, then drops the connections. */
  close(): Promise<void>;
}

/** What a turn is run for. Others are taken and left alone: nobody waits for an answer to them. */
const ANSWERED = new Set(['message', 'invoke', 'installationUpdate', 'conversationUpdate']);

/** Builds the channel; opens no connection. */
export function createTeamsChannel(parts: TeamsChannelParts): TeamsChannel {
  const cloud = parts.cloud ?? publicCloud;
  const dispatcher = parts.dispatcher ?? keptAlive();
  const authentication = new TeamsAuthentication({
    app: parts.app,
    cloud,
    dispatcher,
    credentials: parts.credentials ?? credentialsOf(parts.app),
    connector: parts.connector ?? 'lean',
    wait: parts.wait ?? delay,
    now: parts.now ?? (() => new Date()),
  });
  const adapter = new TeamsAdapter(authentication);
  const admit = doorOf(parts, cloud, authentication);
  return {
    adapter,
    openPersonalChat: createOpenPersonalChat({
      adapter,
      appId: parts.app?.MicrosoftAppId ?? '',
      audience: cloud.audience,
    }),
    receive: (request) => receive(request, { admit, adapter, parts }),
    close: () => dispatcher.close(),
  };
}

function doorOf(parts: TeamsChannelParts, cloud: TeamsCloud, authentication: TeamsAuthentication): Admit {
  const verify = (activity: Activity, authorization: string) =>
    authentication.authenticateRequest(activity, authorization);
  if (parts.app === null) return admitLocal((activity) => verify(activity, ''));
  return admitVerified({
    verify,
    tokenIssuer: cloud.tokenIssuer,
    channelIds: parts.channelIds ?? ['msteams'],
    acceptsServiceUrl: parts.acceptsServiceUrl ?? httpsOnHosts(cloud.serviceHosts),
  });
}

function credentialsOf(app: TeamsApp | null): CredentialsFactory {
  if (app === null) return new ConfigurationServiceClientCredentialFactory({});
  const { MicrosoftAppPassword, ...names } = app;
  const secret = MicrosoftAppPassword === undefined ? {} : { MicrosoftAppPassword };
  return new ConfigurationServiceClientCredentialFactory({ ...names, ...secret });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

interface Receiver {
  readonly admit: Admit;
  readonly adapter: TeamsAdapter;
  readonly parts: TeamsChannelParts;
}

async function receive(request: TeamsRequest, { admit, adapter, parts }: Receiver): Promise<TeamsAnswer> {
  const activity = parseInboundActivity(request.body);
  if (activity === null) {
    parts.log.warn({ channel: 'teams', code: 'malformed', status: 400 }, 'request refused');
    return { status: 400 };
  }
  try {
    const admission = await admit(request, activity);
    if (admission.kind === 'refused') {
      parts.log.warn({ channel: 'teams', code: admission.reason, status: admission.status }, 'request refused');
      return { status: admission.status };
    }
    if (!ANSWERED.has(activity.type)) return { status: 200 };
    const turn = await answerInTime(
      (taken) => adapter.processVerified(admission.caller, activity, (context) => parts.logic(context, taken)),
      {
        within: parts.answerWithin ?? ANSWER_WITHIN,
        onLateFault: (err) => parts.log.error({ channel: 'teams', err }, 'a slow turn failed'),
      },
    );
    // What isn't committed by now has to be delivered again: this process may not live to see its end.
    return turn.kind === 'done' ? invokeAnswer(turn.value) : { status: turn.taken ? 200 : 503 };
  } catch (error) {
    parts.log.error({ channel: 'teams', err: error }, 'turn failed');
    return { status: 500 };
  }
}
