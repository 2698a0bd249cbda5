import { LIMITS } from '../../src/helpdesk/dispatcherLimits.ts';
import { slackEnv } from '../../test/support/slackEnv.ts';
import { slackPerson, WORKSPACE } from '../../test/support/slackWorkspace.ts';
import { createBook } from '../desk/book.ts';
import { createLives } from '../desk/lives.ts';
import { createMarks } from '../desk/marks.ts';
import type { Scene, SceneParts } from '../desk/scene.ts';
import { createScreen } from '../desk/screen.ts';
import { createFlaws } from '../people/flaws.ts';
import { courierParts, newCounts } from '../people/people.ts';
import { randomFrom } from '../random.ts';
import { askerInSlack } from './askerInSlack.ts';
import { handInSlack } from './handInSlack.ts';
import { judgeClaims } from './judgeClaims.ts';
import { judgeSlack } from './judgeSlack.ts';
import { startSlackCalls } from './slackCalls.ts';
import { createSlackWeather } from './slackWeather.ts';

/** How many there are of each. */
export interface SlackSize {
  readonly people: number;
  readonly hands: number;
}

const DESK = 'C0HELPDESK1';

/** Between two lives, by their clocks: what the one before had leased can be taken again. In milliseconds. */
const APART_MS = LIMITS.leaseMs + 1_000;

/** Their numbers begin after those of everybody who asks. */
const FIRST_HAND = 50;

/** In milliseconds. */
const PATIENCE = 5 * 60_000;

/** A channel takes one message a second, and people here do more than that. In milliseconds. */
const ARRIVE_WITHIN = 5 * 60_000;

const MOST_COPIES = 4;
/** Slack repeats itself within so many milliseconds. */
const SPREAD = 3_000;

/**
 * Between two tries, in milliseconds. What was answered 503 Slack delivers again at once, after a minute and after five
 * (docs.slack.dev, "Events API"): each try runs a turn that may post, and a channel takes one message a second.
 */
const pauseMs = (status: number) => (status === 503 ? 4_000 : 150);

/** A desk in a channel of Slack and people who may ask it in direct messages. The weather is fair. */
export async function openSlackScene(parts: Omit<SceneParts, 'size'> & { readonly size: SlackSize }): Promise<Scene> {
  const { built, seed, size } = parts;
  const flaws = createFlaws();
  let [isFair, isOver, isLast, failedAtLast] = [true, false, false, 0];
  let life = () => 0;
  const now = () => new Date(Date.now() + life() * APART_MS);
  const calls = await startSlackCalls({
    ...{ now, life: () => life() },
    weather: createSlackWeather(randomFrom(seed + 1), () => isFair),
  });
  const env = { ...parts.env, ...slackEnv(calls.slack), ...ofDesk() };
  const lives = createLives({ built, env, apartMs: APART_MS, onFlaw: flaws.add });
  life = () => Math.max(0, lives.current());
  const screen = createScreen(DESK);
  calls.onCall(screen.show);
  const counts = newCounts();
  const common = (number: number) => {
    const random = randomFrom(seed * 1_000 + number);
    const onAnswer = (status: number) => void (isLast && status >= 500 && failedAtLast++);
    const courier = { ...courierParts({ counts, onAnswer }, random), patienceMs: PATIENCE, pauseMs };
    const copies = () => ({ count: 1 + Math.floor(random() * MOST_COPIES), spread: SPREAD, renamed: false });
    return { slack: calls.slack, origin: lives.origin, now, courier, copies, random };
  };
  const askers = numbers(size.people).map((number) => {
    const own = common(number);
    return askerInSlack({ ...own, who: named('p', number), calls, byCommand: number % 2 === 0 });
  });
  const claimed = new Set<string>();
  const hands = numbers(size.hands).map((number) => {
    const own = { ...common(FIRST_HAND + number), who: named('h', number), onClaim: (id: string) => claimed.add(id) };
    return handInSlack({ ...own, channel: DESK, screen });
  });
  // Whoever has a case is named so that they are notified.
  calls.slack.allowMention(...numbers(size.hands).map((number) => `<@${named('h', number).id}>`));
  const withoutCard: string[] = [];
  return {
    ...{ lives, channel: calls, desk: DESK, heard: 'all' as const, flaws, arriveWithin: ARRIVE_WITHIN },
    cast: {
      ...{ askers, hands },
      openDesk: async () => hands[0]?.desksHere(),
      settled: async () => void (await Promise.all([...askers, ...hands].map((each) => each.settled()))),
    },
    stage: {
      ...{ screen, hands, marks: createMarks(), book: createBook(), random: randomFrom(seed + 2) },
      isOver: () => isOver,
      counts: { solved: 0, saidNo: 0, claimedAtOnce: 0 },
    },
    // Where Slack fails before a turn has begun, it is asked to deliver again.
    get counts() {
      return { ...counts, answersOf5xx: 0 };
    },
    setFair(fair) {
      isFair = fair;
    },
    // What is left is soon done.
    setOver() {
      [isOver, isFair] = [true, true];
    },
    async finish() {
      isLast = true;
      const said = await Promise.all(askers.map(async (each) => ({ each, canTap: await each.asksAtLast() })));
      withoutCard.push(...said.flatMap(({ each, canTap }) => (canTap ? [] : [each.name])));
      await Promise.all(askers.map((each) => each.settled()));
    },
    judge({ cases }) {
      const { faults } = calls.slack;
      const inSlack = judgeSlack({ calls: calls.calls, lives: lives.all, withoutCard, faults, failedAtLast });
      const claims = judgeClaims(claimed, cases);
      return {
        counts: { ...claims.counts, ...inSlack.counts, 'deliveries answered with a 5xx': counts.answersOf5xx },
        failures: [...claims.failures, ...inSlack.failures],
      };
    },
    close: () => calls.slack.close(),
  };
}

function named(kind: 'p' | 'h', number: number) {
  return slackPerson(`${kind}${String(number).padStart(2, '0')}`, `${kind === 'p' ? 'Person' : 'Hand'} ${number}`);
}

function ofDesk(): Readonly<Record<string, string>> {
  const admins = `slack:${WORKSPACE.team}:${named('h', 0).id}`;
  return { PORT: '0', LOG_LEVEL: 'error', HELPDESK_HOURS: 'always', ADMIN_IDS: admins };
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number);
}
