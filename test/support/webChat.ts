import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Chat, TICK } from './chat.ts';
import { openEventStream, type TestEventStream } from './eventStream.ts';
import { type Visitor, visitorOf } from './httpWeb.ts';
import { readCard, type ShownCard } from './readCard.ts';

interface WebActivity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  readonly from?: { readonly role: string };
  readonly channelData?: { readonly answer?: string };
  readonly [key: string]: unknown;
}

/** A chat on the page, which is kept under the id of its session. */
export interface WebChat extends Chat {
  cookie(): string;
  /** Empty before the page was opened. */
  session(): string;
  /** The browser, for what is no chat. */
  visitor(): Visitor;
  /** Sends a file: the status of the upload. What the bot says to it is heard with `answered`. */
  attach(name: string, bytes: Uint8Array): Promise<number>;
  /** Waits until the bot has said something to the newest deed. */
  answered(): Promise<void>;
  /** The answers of the desk that were heard, by the ids of their entries. */
  heardAnswers(): readonly string[];
  /** The files that the desk has sent, by id. */
  files(): readonly string[];
}

/** Whether the message with that number has come to a session without having been asked for. */
export type IsUnasked = (session: string, seq: number) => Promise<boolean>;

/**
 * A person on the web page of a running bot. `origin` may change when the bot is started again elsewhere. The page can't
 * tell what answers it from what comes by itself; without `isUnasked` all that comes counts as an answer. `zone`: the time
 * zone of the browser.
 */
export function webChat(
  origin: () => string,
  isUnasked: IsUnasked = async () => false,
  zone: string | undefined = undefined,
): WebChat {
  const visitors = new Map<string, Visitor>();
  let cookie = '';
  const visitor = () => {
    const known = visitors.get(origin()) ?? visitorOf(origin(), cookie);
    visitors.set(origin(), known);
    return known;
  };
  const session = () => cookie.split('=')[1] ?? '';
  const page = readPage(origin, { cookie: () => cookie, isUnasked: (seq) => isUnasked(session(), seq) });
  const post = async (body: object) => {
    const response = await visitor().send({ id: randomUUID(), ...(zone && { zone }), ...body });
    expect(response.status).to.equal(204);
  };
  const send = async (body: object) => {
    await post(body);
    await page.untilAnswered();
  };

  return {
    session,
    cookie: () => cookie,
    visitor,
    attach: async (name, bytes) => {
      const query = new URLSearchParams({ name, id: randomUUID(), ...(zone && { zone }) });
      return (await visitor().upload(Buffer.from(bytes), String(query))).status;
    },
    answered: page.untilAnswered,
    hear: page.hear,
    heardAnswers: page.heardAnswers,
    files: page.files,
    tell: (text) => post({ text }),
    async arrive() {
      await visitor().open();
      cookie = visitor().cookie();
      await page.untilAnswered();
    },
    say: (text) => send({ text }),
    paste: (link) => send({ text: link }),
    click: (data, message) => send({ value: data, replyTo: message }),
    cards: page.cards,
    answers: page.answers,
    ticks: page.ticks,
    leave: page.close,
  };
}

/** What the page shows of the stream. What comes unasked is kept apart until somebody listens. */
function readPage(
  origin: () => string,
  { cookie, isUnasked }: { readonly cookie: () => string; readonly isUnasked: (seq: number) => Promise<boolean> },
) {
  const cards = new Map<string, ShownCard>();
  const unheard: { readonly id: string; readonly activity: WebActivity }[] = [];
  const heardAnswers: string[] = [];
  const files: string[] = [];
  let stream: TestEventStream | undefined;
  let streamOf = '';
  let [seen, answers, ticks] = [0, 0, 0];

  const events = async () => {
    if (stream && streamOf === origin()) return stream;
    streamOf = origin();
    stream = await openEventStream(`${origin()}/web/events?after=${seen}`, { cookie: cookie() });
    return stream;
  };
  const read = async () => {
    const { id = '', data } = await (await events()).next();
    const activity = JSON.parse(data) as WebActivity;
    seen = Number(id);
    if (activity.type === 'messageUpdate') cards.set(String(activity.id), readCard(activity, String(activity.id)));
    else if (activity.from?.role !== 'bot') return;
    else if (await isUnasked(seen)) unheard.push({ id, activity });
    else if (activity.text === TICK) ticks += 1;
    else {
      cards.set(id, readCard(activity, id));
      answers += 1;
    }
  };

  return {
    /** What comes with the answer comes before it: the commit writes it so. */
    async untilAnswered() {
      [answers, ticks] = [0, 0];
      while (answers + ticks === 0) await read();
    },
    async hear() {
      while (unheard.length === 0) await read();
      const [{ id, activity } = { id: '', activity: { type: '' } }] = unheard.splice(0, 1);
      const { answer } = activity.channelData ?? {};
      if (answer !== undefined) heardAnswers.push(answer);
      files.push(...filesOf(activity));
      const card = readCard(activity, id);
      cards.set(id, card);
      return card;
    },
    cards: () => [...cards.values()],
    answers: () => answers,
    ticks: () => ticks,
    heardAnswers: () => heardAnswers,
    files: () => files,
    async close() {
      stream?.close();
    },
  };
}

function filesOf({ attachments }: WebActivity): string[] {
  const all = (attachments ?? []) as readonly { readonly content?: { readonly file?: string } }[];
  return all.flatMap(({ content }) => (content?.file === undefined ? [] : [content.file]));
}
