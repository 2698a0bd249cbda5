import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import { asCoded } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { answerInTime } from '../answerInTime.ts';
import type { FileSource } from '../filePorts.ts';
import type { TurnLogic } from '../ownAdapter.ts';
import { challengeOf } from './challengeOf.ts';
import { parseSlack } from './parseSlack.ts';
import { isRefusedToPerson } from './refusedForGood.ts';
import { SlackAdapter } from './slackAdapter.ts';
import type { SlackRefusal } from './slackAdmission.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import type { SlackApi, SlackFound, SlackIdentity } from './slackApi.ts';
import { directActivityOf, type Underway } from './slackDeeds.ts';
import { createSlackDoor, isOurs } from './slackDoor.ts';
import type { SlackWay } from './slackInput.ts';
import { targetOf } from './slackPlace.ts';
import type { SlackPort } from './slackPort.ts';
import type { SlackRequest } from './slackRequest.ts';
import { createUnderway, type WhileUnderway } from './slackUnderway.ts';
import { takeInput } from './takeInput.ts';
import { takeLeft } from './takeLeft.ts';

/** What the channel is built from. */
export interface SlackChannelParts {
  readonly api: SlackApi;
  /** Who the bot is. Rejects while Slack doesn't say: what is delivered meanwhile has to come again. */
  readonly identity: () => Promise<SlackIdentity>;
  /** One, or two while it is changed; none where everything comes over a socket. */
  readonly signingSecrets: readonly string[];
  readonly port: SlackPort;
  /** Files that people are given. */
  readonly files: FileSource;
  readonly log: Log;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told of each refusal. */
  readonly onRefusal?: (why: SlackRefusal) => void;
  /** How long a delivery waits for its turn, in milliseconds; default 2,500. */
  readonly answerWithin?: number;
}

/** The way in from Slack, and the ways out to it. */
export interface SlackChannel {
  readonly adapter: SlackAdapter;
  /** Answers a request. Never throws. */
  receive(request: SlackRequest): Promise<SlackAnswer>;
  /** The same for what came over a socket, whose other end is Slack. */
  take(way: SlackWay, payload: unknown): Promise<SlackAnswer>;
  /** Runs a turn in the direct message with whoever sent this turn's message. */
  openPersonalChat(context: TurnContext, logic: TurnLogic): Promise<'opened' | 'not-installed'>;
  /** Whether the message of an outbox row is there already, with its ts as its id. Never throws. */
  findPosted(
    reference: Partial<ConversationReference>,
    row: { readonly id: string; readonly since: Date },
  ): Promise<SlackFound>;
}

/** Slack delivers again what isn't answered within 3 s. Source: docs.slack.dev, "Events API". In milliseconds. */
const ANSWER_WITHIN = 2_500;

/** Builds the channel; opens no connection. */
export function createSlackChannel(parts: SlackChannelParts): SlackChannel {
  const { api, identity, now } = parts;
  const adapter = new SlackAdapter({ api, files: parts.files, fileGone: parts.port.texts.fileGone });
  const door = createSlackDoor({ secrets: parts.signingSecrets, now });
  const taking = { ...parts, adapter, whileUnderway: createUnderway<SlackAnswer>() };
  const take = (way: SlackWay, payload: unknown) => takeInTime(taking, way, payload);
  return {
    adapter,
    take,
    async receive(request) {
      const admission = door.admit(request);
      if (admission.kind === 'refused') return refuse(parts, admission.status, admission.reason);
      const challenge = challengeOf(request.way, admission.payload);
      return challenge === null ? take(request.way, admission.payload) : { status: 200, body: challenge };
    },
    async openPersonalChat({ activity }, logic) {
      try {
        const deed = { delivery: '', user: activity.from.id };
        const { id: _, ...direct }: Partial<Activity> = await directActivityOf({ api }, deed, await identity());
        await adapter.processActivity(direct, logic);
        return 'opened';
      } catch (error) {
        if (isRefusedToPerson(error)) return 'not-installed';
        throw error;
      }
    },
    findPosted: ({ conversation }, { id, since }) =>
      api.find(targetOf(conversation ? { conversation } : {}), id, since),
  };
}

interface Taking extends SlackChannelParts {
  readonly adapter: SlackAdapter;
  readonly whileUnderway: WhileUnderway<SlackAnswer>;
}

async function takeInTime(parts: Taking, way: SlackWay, payload: unknown): Promise<SlackAnswer> {
  const { log } = parts;
  let late = false;
  const isLate = () => late;
  try {
    const turn = await answerInTime((taken) => takeNow(parts, { way, payload, taken, isLate }), {
      within: parts.answerWithin ?? ANSWER_WITHIN,
      onLateFault: (err) => log.error({ channel: 'slack', err }, 'a slow turn failed'),
    });
    if (turn.kind === 'done') return turn.value;
    late = true;
    // What isn't committed by now has to be delivered again: this process may not live to see its end.
    return { status: turn.taken ? 200 : 503 };
  } catch (err) {
    log.error({ channel: 'slack', code: asCoded(err).code, err }, 'turn failed');
    return { status: 503 };
  }
}

async function takeNow(
  parts: Taking,
  { way, payload, taken, isLate }: Omit<Underway, 'identity'> & { readonly way: SlackWay; readonly payload: unknown },
): Promise<SlackAnswer> {
  let identity: SlackIdentity;
  try {
    identity = await parts.identity();
  } catch (error) {
    if (await hasLeft(parts, { way, payload })) return { status: 200 };
    throw error;
  }
  const input = parseSlack(way, payload, identity);
  if (input === null) return refuse(parts, 400, 'malformed');
  // What strangers say in a shared channel comes with what is ours: refused, all events would be, in the end.
  if (!isOurs(input, identity))
    return input.kind === 'message' && isFor(payload, identity) ? { status: 200 } : refuse(parts, 403, 'team');
  const run = (taken: () => void) => takeInput(parts, input, { identity, isLate, taken });
  return 'delivery' in input ? parts.whileUnderway(`${input.kind}:${input.delivery}`, taken, run) : run(taken);
}

/** Whether the event itself came for the bot’s workspace. */
function isFor(payload: unknown, { team }: SlackIdentity): boolean {
  return Object(payload).team_id === team;
}

/** Nobody at all. */
const NOBODY: SlackIdentity = { team: '', user: '' };

/**
 * Where Slack doesn't say who the bot is: whether that is since it was taken out of a workspace, and deals with it. Whose
 * data that is stands in the event itself, which Slack has signed for this app.
 */
async function hasLeft(
  parts: Taking,
  { way, payload }: { readonly way: SlackWay; readonly payload: unknown },
): Promise<boolean> {
  const input = parseSlack(way, payload, NOBODY);
  if (input?.kind !== 'left') return false;
  await takeLeft(parts, input.team);
  return true;
}

function refuse({ log, onRefusal }: SlackChannelParts, status: number, code: SlackRefusal): SlackAnswer {
  log.warn({ channel: 'slack', code, status }, 'request refused');
  onRefusal?.(code);
  return { status };
}
