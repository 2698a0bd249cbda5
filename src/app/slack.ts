import { setTimeout } from 'node:timers/promises';
import { type Activity, TurnContext } from 'botbuilder';
import type { Agent } from 'undici';
import type { ChannelDesk } from '../bots/desk/channelDesk.ts';
import { drawBlockKit } from '../bots/drawBlockKit.ts';
import type { PersonalTurns } from '../bots/personalTurns.ts';
import { renderCards } from '../bots/renderCards.ts';
import { homeCard } from '../bots/requests/homeCard.ts';
import { leaveOutLongFields } from '../cards/blockKit/leaveOutLongFields.ts';
import { HOME_CARD } from '../cards/homeCard.ts';
import type { OutgoingCard } from '../cards/model.ts';
import { fieldsOf } from '../cards/offers.ts';
import { renderBlockKit } from '../cards/renderBlockKit.ts';
import { en } from '../cards/text/en.ts';
import { answerInTime } from '../channels/answerInTime.ts';
import { fileClient } from '../channels/fileClient.ts';
import { createSlackApi } from '../channels/slack/createSlackApi.ts';
import { createFetchSlackFile, type FetchSlackFile } from '../channels/slack/fetchSlackFile.ts';
import type { SlackApi, SlackIdentity } from '../channels/slack/slackApi.ts';
import { SlackCallError } from '../channels/slack/slackCallError.ts';
import { createSlackChannel, type SlackChannel } from '../channels/slack/slackChannel.ts';
import { slackClient } from '../channels/slack/slackClient.ts';
import { createIdentity } from '../channels/slack/slackIdentity.ts';
import { BLOCK_KIT } from '../channels/slack/slackMessage.ts';
import type { SlackForm, SlackFormFound, SlackWords } from '../channels/slack/slackPort.ts';
import { createSlackSocket, type SlackSocket } from '../channels/slack/slackSocket.ts';
import { type Built, botOf } from './built.ts';
import { buildChannelDesk } from './channelDesk.ts';
import type { Desk } from './desk.ts';
import { createSlackReader } from './slackReader.ts';

/** Slack as it was found at the start, before anything is built over it. */
export interface SlackLine {
  readonly api: SlackApi;
  readonly dispatcher: Agent;
  readonly identity: () => Promise<SlackIdentity>;
  /** The workspace, as it was known at the start. */
  readonly team: string | null;
  /** Asks for it, but not for long; null while Slack doesn't say. */
  readonly askTeam: () => Promise<string | null>;
}

/** Nobody who ends the bot has to wait longer for Slack, in milliseconds. */
const ASK_WITHIN = 1_000;

/** The way in from Slack, and what has to be let go of at the end. */
export interface Slack extends SlackChannel {
  readonly reader: ReturnType<typeof createSlackReader>;
  /** Fetches a file that came with a message (`slackFilesIn`), also long after that. */
  readonly fetchFile: FetchSlackFile;
  /** Opens the socket, where it is by one that Slack delivers. */
  start(): void;
  /** Takes no more over it, and waits for what is under way. */
  stop(): Promise<void>;
  /** Ends all calls; files that are being fetched break off. */
  close(): Promise<void>;
}

/** Connects to Slack, as far as it answers. Null where it isn't configured. */
export async function openSlack({
  config,
  log,
  now,
}: Pick<Built, 'config' | 'log' | 'now'>): Promise<SlackLine | null> {
  const { botToken, apiUrl } = config.slack;
  if (botToken === undefined) return null;
  const dispatcher = slackClient();
  const api = createSlackApi({ token: botToken, apiUrl, dispatcher, now, wait });
  const identity = createIdentity(api, now);
  const ask = async () => (await identity()).team;
  const team = await ask().catch((err: unknown) => {
    const isRefused = err instanceof SlackCallError && err.statusCode === 401;
    log.error({ channel: 'slack', code: 'slack-unknown', err }, isRefused ? REFUSED : UNREACHABLE);
    return null;
  });
  const askTeam = async () => {
    const asked = await answerInTime(ask, { within: ASK_WITHIN, onLateFault: () => undefined }).catch(() => null);
    return asked?.kind === 'done' ? asked.value : null;
  };
  return { api, dispatcher, identity, team, askTeam };
}

const REFUSED = 'Slack refuses SLACK_BOT_TOKEN, so nobody there is answered: set the token that the app has now';
const UNREACHABLE =
  'Slack can’t be asked who the bot is, so nobody there is answered until it can: what they write is delivered again';

const { couldNotWrite, tryLater, notDone, wroteToYou, answerLost, fileGone, formNotOpened, choiceNotOpened } = en.slack;

/** The first field of each form that a person fills in. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['link', en.wayIn.label],
  ['text', en.handOver.text.label],
]);

/** `contact`: how to reach the helpdesk without the bot. */
function wordsFor(contact: string | undefined): SlackWords {
  return {
    labelOf: (field) => LABELS.get(field) ?? null,
    ...{
      wroteToYou,
      answerLost,
      notDone,
      fileGone,
      couldNotWrite: couldNotWrite(contact),
      tryLater: tryLater(contact),
    },
    formNotOpened: (field) => (field === null ? choiceNotOpened : formNotOpened(field)),
  };
}

/** The way in from Slack. */
export function buildSlack(
  built: Built,
  { personal, desk, line }: { personal: PersonalTurns; desk: Desk; line: SlackLine },
): Slack {
  const { config, log, now, metrics, store } = built;
  const { api } = line;
  const reader = createSlackReader(api.person);
  const channelDesk = buildChannelDesk(built, desk, reader);
  const words = wordsFor(config.helpdeskContact);
  const slack: SlackChannel = createSlackChannel({
    ...{ api, log, now, wait, identity: line.identity, files: desk.stores.files },
    signingSecrets: config.slack.signingSecrets,
    onRefusal: (why) => metrics.refusal('slack', why),
    port: {
      logic: botOf(built, {
        ...{ personal, desk: channelDesk, greet: 'first-message', answersOneAlone: true },
        // Whoever is in the workspace has the app.
        addApp: { text: words.couldNotWrite, link: undefined },
        openPersonalChat: (context, logic) => slack.openPersonalChat(context, logic),
      }),
      formOf: (activity, from) =>
        isInChannel(activity)
          ? deskForm(channelDesk, activity, from)
          : personForm(personal, new TurnContext(slack.adapter, activity), from),
      homeOf: async (activity) =>
        renderBlockKit(await homeCard({ desk: desk.personal, store, now }, activity), HOME_CARD, 'home').blocks,
      onLeft: (team) => desk.eraseTenant(`slack:${team}`),
      texts: words,
    },
  });
  slack.adapter.use(renderCards(() => drawBlockKit(BLOCK_KIT)));
  const socket = socketOf(built, line, slack);
  const files = fileClient();
  const { botToken: token = '', apiUrl } = config.slack;
  return {
    ...{ ...slack, reader },
    fetchFile: createFetchSlackFile({ token, apiUrl, dispatcher: files, now }),
    start: () => socket?.start(),
    stop: async () => socket?.close(),
    close: async () => void (await Promise.all([line.dispatcher.destroy(), files.destroy()])),
  };
}

function socketOf({ config, log, now }: Built, { dispatcher }: SlackLine, { take }: SlackChannel): SlackSocket | null {
  const { appToken, apiUrl } = config.slack;
  return appToken === undefined
    ? null
    : createSlackSocket({ ...{ appToken, apiUrl, dispatcher, take, log, now, wait } });
}

async function wait(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds, undefined, { ref: false });
}

function isInChannel({ conversation }: Activity): boolean {
  return conversation.conversationType === 'channel';
}

/** At the desk each form has a button of its own on the case's card, which stays. */
async function deskForm(desk: ChannelDesk, activity: Activity, from: 'button' | 'form'): Promise<SlackFormFound> {
  const opens = Object(activity.value).verb === 'desk-form';
  const card = from === 'button' || opens ? await desk.form(activity) : null;
  return card === null ? { kind: 'click' } : { kind: 'form', form: drawn(card), closes: !opens, ask: null };
}

/** What a person fills in stands on the newest card, and can be typed as well. */
async function personForm(
  personal: PersonalTurns,
  context: TurnContext,
  from: 'button' | 'form',
): Promise<SlackFormFound> {
  if (from === 'form') return { kind: 'click' };
  const card = await personal.form(context);
  if (card === null) return { kind: 'stale' };
  const { view, left } = leaveOutLongFields(card.view, en.slack.fieldLeftOut);
  const form = drawn({ ...card, view });
  return {
    ...{ kind: 'form', closes: true, ask: fieldsOf(card.view)[0]?.label ?? null },
    form: { ...form, form: form.form && { ...form.form, send: without(form.form.send, left) } },
  };
}

/** What isn't sent along stays as it is stored. */
function without(send: object | null, left: ReadonlySet<string>): object | null {
  return send && Object.fromEntries(Object.entries(send).filter(([field]) => !left.has(field)));
}

function drawn({ view, card }: OutgoingCard): SlackForm {
  const { blocks, modal } = renderBlockKit(view, card, 'modal');
  if (modal === null) throw new TypeError('a modal has a frame');
  return { blocks, ...modal };
}
