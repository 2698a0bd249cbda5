import { expect } from 'chai';
import type { SlackWay } from '../../src/channels/slack/slackInput.ts';
import { type Chat, TICK } from './chat.ts';
import { deliverToSlack, type SlackDelivery } from './deliverToSlack.ts';
import type { FakeSlack } from './fakeSlack.ts';
import type { SlackCall } from './fakeSlackCall.ts';
import { offeredInSlack, typedIn } from './offeredInSlack.ts';
import { readBlockKit } from './readBlockKit.ts';
import type { ShownCard } from './readCard.ts';
import { tappedButton } from './slackActions.ts';
import type { SlackPayload } from './slackEvents.ts';
import { slackOffers } from './slackOffers.ts';
import { type SlackPayloads, slackPayloads } from './slackPayloads.ts';
import { directChannel, type SlackPersonOfTest } from './slackWorkspace.ts';
import { type ModalErrors, tapInSlack } from './tapInSlack.ts';

/** A direct message in Slack, with what this person does there. */
export interface SlackChat extends Chat {
  readonly person: SlackPayloads;
  /** `D…` */
  readonly direct: string;
  /** Delivers a payload of theirs as it is, and reads what was said to it by the time it was answered. */
  deliver(way: SlackWay, payload: SlackPayload): Promise<void>;
  /** What stood beside the fields of the newest modal that was sent; empty where it was taken. */
  errors(): ModalErrors;
}

/** How long to wait for what is on its way, in milliseconds. */
const PATIENCE = 9_000;

/** A person in a direct message with the bot, over its routes for Slack or a socket, and Slack’s Web API. */
export function slackChat(
  origin: () => string,
  slack: FakeSlack,
  who: SlackPersonOfTest,
  delivery: SlackDelivery,
): SlackChat {
  slack.addPerson(who);
  const person = slackPayloads(who, { address: slack.responseUrl, trigger: slack.trigger });
  const direct = directChannel(who);
  const cards = new Map<string, () => ShownCard>();
  let [answers, ticks, heard] = [0, 0, 0];
  let errors: ModalErrors = {};

  const post = (id: string) => slack.posts(direct).find(({ ts }) => ts === id);
  const show = (id: string) => cards.set(id, () => readBlockKit({ ...post(id) }, id));
  const inChat = (from: number) => slack.ledger.slice(from).filter((call) => isPost(call, direct));
  /** Does something, and reads what the bot says to it. */
  const during = async (deed: () => Promise<ModalErrors>, isAnswered: boolean) => {
    const before = slack.ledger.length;
    errors = await deed();
    const said = () => inChat(before).filter((call) => !isUnasked(call));
    if (isAnswered && Object.keys(errors).length === 0) await slack.waitFor(() => said().length > 0, PATIENCE);
    [answers, ticks] = [0, 0];
    for (const { ts, body } of said()) {
      if (body.text === TICK) ticks += 1;
      else {
        show(ts);
        answers += 1;
      }
    }
  };
  const delivered = (way: SlackWay, payload: SlackPayload) => async () => {
    const { status } = await deliverToSlack({ origin, slack, delivery }, way, payload);
    expect(status, `what ${way} are answered with`).to.equal(200);
    return {};
  };
  const click = async (data: Readonly<Record<string, unknown>>, message: string) => {
    const { blocks = [], text = '', thread = null } = post(message) ?? {};
    const offer = offeredInSlack(slackOffers(blocks), data);
    const element = offer?.element ?? tappedButton(data, 'forged:1');
    const tap = person.taps(element, { ts: message, blocks, text, thread });
    return tapInSlack({ origin, slack, person, delivery }, tap, typedIn(data, offer));
  };
  const news = () => inChat(0).filter(isUnasked);

  return {
    person,
    direct,
    errors: () => errors,
    deliver: (way, payload) => during(delivered(way, payload), false),
    arrive: () => during(delivered('commands', person.commands()), true),
    say: (text) => during(delivered('events', person.says(text)), true),
    paste: (link) => during(delivered('events', person.says(link)), true),
    async tell(text) {
      await during(delivered('events', person.says(text)), false);
      expect([answers, ticks], `what the bot says to “${text.slice(0, 40)}”`).to.deep.equal([0, 0]);
    },
    click: (data, message) => during(() => click({ ...data }, message), true),
    async hear() {
      await slack.waitFor(() => news().length > heard, PATIENCE);
      const { ts = '', body = {}, method = '' } = news()[heard++] ?? {};
      if (method === 'chat.postMessage') show(ts);
      const id = ts || `file:${body.files[0].id}`;
      if (ts === '') cards.set(id, () => readBlockKit({ ...body, text: body.initial_comment ?? '' }, id));
      return cards.get(id)?.() ?? readBlockKit({}, id);
    },
    cards: () => [...cards.values()].map((shown) => shown()),
    answers: () => answers,
    ticks: () => ticks,
    leave: async () => undefined,
  };
}

/** Whether something came into this chat by it. */
function isPost({ method, channel, ts, error }: SlackCall, direct: string): boolean {
  if (channel !== direct || error !== '') return false;
  return method === 'files.completeUploadExternal' || (method === 'chat.postMessage' && ts !== '');
}

/** What goes by the outbox says so; files go by nothing else. */
function isUnasked({ method, body }: SlackCall): boolean {
  return method === 'files.completeUploadExternal' || body.metadata?.event_payload?.outbox !== undefined;
}
