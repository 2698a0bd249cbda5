import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { startFakeConnector } from '../../test/support/fakeConnector.ts';
import { visitorOf } from '../../test/support/httpWeb.ts';
import { postActivity } from '../../test/support/postActivity.ts';
import { person, teamsActivities } from '../../test/support/teamsActivity.ts';
import { startTestBot } from '../../test/support/testBot.ts';
import { FULL, LONGEST, repeated, shown } from './stopwatch.ts';

/** Longest text that the page's door takes, in characters. */
const WEB_TEXT = 20_000;

/** How finely delays are measured, in milliseconds. */
const RESOLUTION = 5;

/** How often one is sent at most. */
const TRIES = 5;

/** What came of sending. */
export interface Sent {
  readonly requests: number;
  /** The longest delay of the event loop, in milliseconds, client and fake connector included. */
  readonly slowest: number;
  readonly failures: readonly string[];
}

/** Sends one request and says how it was answered. */
type Send = (text: string) => Promise<number>;

/**
 * Sends texts made of each piece to the whole bot, by all the ways that a text can come, and watches the event loop. A
 * request that held it up is sent four times more, and the fastest counts, since other programs can hold this one up.
 */
export async function sendTexts(pieces: readonly string[]): Promise<Sent> {
  const connector = await startFakeConnector();
  const bot = await startTestBot({ WEB_CHAT: 'on' });
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION });
  monitor.enable();
  const failures: string[] = [];
  let requests = 0;
  let slowest = 0;
  try {
    const ways = { ...(await webWays(bot.origin())), ...teamsWays(bot.origin(), connector.serviceUrl) };
    for (const piece of pieces) {
      for (const [way, send] of Object.entries(ways)) {
        let best = Number.POSITIVE_INFINITY;
        for (let tries = 0; tries < TRIES && best > LONGEST; tries += 1) {
          monitor.reset();
          // Its first round only notes the time.
          await delay(3 * RESOLUTION);
          const status = await send(piece);
          // The monitor's own timer comes round once more, and so notices what has just ended.
          await delay(2 * RESOLUTION);
          best = Math.min(best, monitor.max / 1e6);
          requests += 1;
          if (status >= 500) failures.push(`${way} of ${shown(piece)} was answered with ${status}`);
        }
        slowest = Math.max(slowest, best);
        if (best > LONGEST) failures.push(`${way} of ${shown(piece)} held the event loop up ${best.toFixed(0)} ms`);
      }
      connector.clear();
    }
  } finally {
    monitor.disable();
    await bot.stop();
    await connector.close();
  }
  return { requests, slowest, failures };
}

async function webWays(origin: string): Promise<Record<string, Send>> {
  const visitor = visitorOf(origin);
  await visitor.open();
  const send = async (body: object) => (await visitor.send({ id: randomUUID(), ...body })).status;
  return {
    'a text on the page': (piece) => send({ text: repeated(piece, WEB_TEXT).slice(0, WEB_TEXT) }),
    'a text too long for the page': (piece) => send({ text: repeated(piece, FULL) }),
    'a field on the page': (piece) => send({ value: { verb: 'link', link: repeated(piece, FULL), card: 'c' } }),
  };
}

function teamsWays(origin: string, serviceUrl: string): Record<string, Send> {
  const ada = teamsActivities(serviceUrl, person('block', 'Ada Park'));
  const send = (activity: object): Promise<number> => postActivity(origin, activity);
  const half = (piece: string) => repeated(piece, FULL / 2);
  return {
    'a text in Teams': (piece) => send({ ...ada.says('x'), text: repeated(piece, FULL) }),
    'HTML in Teams': (piece) =>
      send({ ...ada.says('x'), attachments: [{ contentType: 'text/html', content: repeated(piece, FULL) }] }),
    'mentions in Teams': (piece) => send({ ...ada.says('x'), text: half(piece), entities: mentionsOf(half(piece)) }),
    'a field in Teams': (piece) => send(ada.clicks({ verb: 'link', link: repeated(piece, FULL), card: 'c' }, 'm')),
    'a name in Teams': (piece) => {
      const joins = ada.joins('groupChat');
      return send({ ...joins, recipient: { ...(joins['recipient'] as object), name: repeated(piece, FULL) } });
    },
  };
}

/** Hundreds that end differently than the text does. */
function mentionsOf(text: string): object[] {
  return Array.from({ length: 200 }, (_, at) => ({ type: 'mention', text: `${text.slice(0, at)}\u0002` }));
}
