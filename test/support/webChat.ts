import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Chat } from './chat.ts';
import { openEventStream, type TestEventStream } from './eventStream.ts';
import { type Visitor, visitorOf } from './httpWeb.ts';
import { readCard, type ShownCard } from './readCard.ts';

interface WebActivity {
  readonly type: string;
  readonly id?: string;
  readonly from?: { readonly role: string };
  readonly [key: string]: unknown;
}

/** A chat on the page, which is kept under the id of its session. */
export interface WebChat extends Chat {
  /** Empty before the page was opened. */
  session(): string;
}

/** A person on the web page of a running bot. `origin` may change when the bot is started again elsewhere. */
export function webChat(origin: () => string): WebChat {
  const cards = new Map<string, ShownCard>();
  const visitors = new Map<string, Visitor>();
  let cookie = '';
  let stream: TestEventStream | undefined;
  let streamOf = '';
  let seen = 0;
  let answers = 0;

  const visitor = () => {
    const known = visitors.get(origin()) ?? visitorOf(origin(), cookie);
    visitors.set(origin(), known);
    return known;
  };
  const events = async () => {
    if (stream && streamOf === origin()) return stream;
    streamOf = origin();
    stream = await openEventStream(`${origin()}/web/events?after=${seen}`, { cookie });
    return stream;
  };
  /** Reads until the bot has answered. What comes with the answer comes before it: the commit writes it so. */
  const untilAnswered = async () => {
    answers = 0;
    while (answers === 0) {
      const { id = '', data } = await (await events()).next();
      const activity = JSON.parse(data) as WebActivity;
      seen = Number(id);
      if (activity.type === 'messageUpdate') cards.set(String(activity.id), readCard(activity, String(activity.id)));
      else if (activity.from?.role === 'bot') {
        cards.set(id, readCard(activity, id));
        answers += 1;
      }
    }
  };
  const send = async (body: object) => {
    const response = await visitor().send({ id: randomUUID(), ...body });
    expect(response.status).to.equal(204);
    await untilAnswered();
  };

  return {
    session: () => cookie.split('=')[1] ?? '',
    async arrive() {
      await visitor().open();
      cookie = visitor().cookie();
      await untilAnswered();
    },
    say: (text) => send({ text }),
    paste: (link) => send({ text: link }),
    click: (data, message) => send({ value: data, replyTo: message }),
    cards: () => [...cards.values()],
    answers: () => answers,
    async leave() {
      stream?.close();
    },
  };
}
