import type { Kysely } from 'kysely';
import type { Schema } from '../../src/storage/schema.ts';
import { SAMPLES } from '../../test/support/httpFiles.ts';
import { readCard, type ShownCard } from '../../test/support/readCard.ts';
import type { Line } from './line.ts';
import type { Side } from './side.ts';

/** What a page needs. */
export interface WebSideParts {
  readonly origins: readonly [string, string];
  readonly db: Kysely<Schema>;
  readonly line: Line;
}

/** Somebody new on the web page. What they see is read from where the page’s stream reads it. */
export async function openWebSide({ origins, db, line }: WebSideParts): Promise<Side> {
  const { cookie } = await line.post(`${origins[0]}/web/open`, {});
  const session = cookie.split('=')[1] ?? '';
  const cards: ShownCard[] = [];
  let seen = 0;
  let answers = 0;
  const look = async (): Promise<void> => {
    const rows = await db
      .selectFrom('web_messages')
      .select(['seq', 'activity', 'key'])
      .where('session', '=', session)
      .where('seq', '>', seen)
      .orderBy('seq')
      .execute();
    for (const { seq, activity: text, key } of rows) {
      seen = seq;
      const activity = JSON.parse(text);
      if (activity.type !== 'message' || activity.from?.role !== 'bot') continue;
      cards.push(readCard(activity, String(seq)));
      // What comes through the outbox has a key, and is news rather than an answer.
      if (key === null) answers++;
    }
  };

  return {
    person: `web:${session}`,
    canBlock: false,
    async deliver(message, id, to) {
      const body = 'text' in message ? { id, text: message.text } : { id, value: message.value, replyTo: message.on };
      return (await line.post(`${origins[to]}/web/messages`, body, { cookie })).status;
    },
    read: async (entry, to) => (await line.post(`${origins[to]}/web/read`, { entry }, { cookie })).status,
    async attach(id, to) {
      const url = `${origins[to]}/web/file?name=screen.png&id=${id}`;
      return (await line.upload(url, SAMPLES.png, { cookie })).status;
    },
    async cards() {
      await look();
      return cards;
    },
    async unanswered(ids) {
      await look();
      const left = Math.max(0, ids.length - answers);
      answers = 0;
      return left;
    },
  };
}
