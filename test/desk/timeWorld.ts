import { expect } from 'chai';
import type { CaseEvent } from '../../src/helpdesk/cases/caseEntry.ts';
import { type Chat, hears, play, says } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { deskClock } from './deskClock.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

/** In milliseconds. */
export const MINUTE = 60_000;
/** In minutes. */
export const DAY = 24 * 60;

export const MONDAY = '2026-01-05T09:00:00Z';

/** How long somebody is signed in at the page, in minutes. */
const SESSION = 8 * 60;

/** What has happened to a case by time alone after so many minutes each, counted from the one before. */
export type Course = readonly (readonly [minutes: number, happened: readonly string[]])[];

/** A desk whose time passes by hand: open on weekdays from 9 to 17. */
export interface TimeWorld extends DeskWorld {
  /** Somebody new with a case that nobody has. */
  waiting(): Promise<{ readonly chat: Chat; readonly id: string }>;
  /** The same, and Ana has it. */
  claimed(): Promise<{ readonly chat: Chat; readonly id: string }>;
  /** Ana, or Bea, does something to a case at the page: what she is told. */
  does(id: string, data: object, who?: 'Ana' | 'Bea'): Promise<string | null>;
  /**
   * Lets so many minutes pass. Whatever is due by then has happened when this is over, by the process that was running
   * or by the one after it: it is stopped and started again.
   */
  passes(minutes: number): Promise<void>;
  /** Lets time pass by a course, and looks at what has happened. */
  follow(id: string, course: Course): Promise<void>;
  /** What time alone has done to a case, in its order. */
  happened(id: string): Promise<readonly string[]>;
}

const BY_TIME = new Set(['repeated', 'asked-still', 'expired', 'closed']);

/** Starts it at that time, UTC. */
export async function startTimeWorld(
  begin: string,
  { env = {}, isInChannel = false }: { env?: Readonly<Record<string, string>>; isInChannel?: boolean } = {},
): Promise<TimeWorld> {
  const hours = { HELPDESK_HOURS: 'Mo-Fr 09:00-17:00', HELPDESK_TIME_ZONE: 'UTC' };
  // So little passes by itself that a minute more or less is a matter of the test alone.
  const clock = deskClock(10, Date.parse(begin));
  const world = await startDeskWorld({ clock, isInChannel, env: { ...hours, ...env } });
  const signIn = async () => ({ Ana: await world.agent('Ana'), Bea: await world.agent('Bea') });
  let agents: Readonly<Record<'Ana' | 'Bea', DeskAgent>> = await signIn();
  const does: TimeWorld['does'] = async (id, data, who = 'Ana') => {
    clock.pass(1_000);
    return (await agents[who].click({ card: id, case: id, ...data }, id)).said;
  };
  const spare = world.teams();
  const other = await arriveWithCase(spare);
  await play(spare, [says('withdraw')]);
  const waiting = async () => {
    const chat = world.teams();
    return { chat, id: await arriveWithCase(chat) };
  };
  const passes: TimeWorld['passes'] = async (minutes) => {
    clock.pass(minutes * MINUTE);
    // Nobody stays signed in for longer.
    if (minutes >= SESSION / 2) agents = await signIn();
    // A process looks at once when somebody does something, and ends what it has begun before it stops.
    expect(await does(other, { verb: 'desk-note', text: 'Time goes by' })).to.include('Kept as a note');
    await world.bot.restart();
    await world.rows.quiet();
  };
  const happened: TimeWorld['happened'] = async (id) => {
    const entries = await world.rows.entries(id);
    return entries.flatMap(({ by, event }) => (by.kind === 'system' && BY_TIME.has(event.kind) ? [wordOf(event)] : []));
  };
  return {
    ...world,
    ...{ does, waiting, passes, happened },
    async claimed() {
      const { chat, id } = await waiting();
      await does(id, { verb: 'desk-claim' });
      await play(chat, [hears('Ana took')]);
      return { chat, id };
    },
    async follow(id, course) {
      for (const [minutes, expected] of course) {
        await passes(minutes);
        expect(await happened(id), `after ${minutes} more minutes`).to.deep.equal(expected);
      }
    },
  };
}

function wordOf(event: CaseEvent): string {
  return event.kind === 'repeated' ? `repeated ${event.minutes}` : event.kind;
}
