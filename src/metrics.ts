import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { DeskRefusal } from './channels/desk/refuseAtDesk.ts';
import type { SlackRefusal } from './channels/slack/slackAdmission.ts';
import type { Refusal as TeamsRefusal } from './channels/teams/admission.ts';
import type { WebRefusal } from './channels/web/refuse.ts';
import type { OutboxFigures, OutboxWatch } from './helpdesk/outbox.ts';
import type { Swept } from './storage/retention.ts';
import type { TurnResult } from './turn/runTurn.ts';

/** How a turn ended. */
export type TurnOutcome = TurnResult<unknown>['outcome'] | 'failed';

/** Where figures are that are looked up when they are asked for. */
export interface MetricSources {
  readonly outbox?: () => Promise<OutboxFigures>;
  /** Web pages that are connected. */
  readonly pages?: () => number;
  /** Lines that the log has held back so far. */
  readonly suppressedLines?: () => number;
}

/** What is counted, one method each. Nothing of it says anything about anybody: labels are from fixed sets. */
export interface Metrics {
  /** An HTTP request was answered: by the path of its route, or `none`. */
  request(route: string, status: number): void;
  refusal(channel: 'teams', code: TeamsRefusal): void;
  refusal(channel: 'slack', code: SlackRefusal): void;
  refusal(channel: 'web', code: WebRefusal): void;
  refusal(channel: 'desk', code: DeskRefusal): void;
  turn(outcome: TurnOutcome, durationMs: number): void;
  readonly outbox: OutboxWatch;
  /** Old rows were removed, by their kind. */
  removed(swept: Swept): void;
  /** From now on these are asked too. */
  watch(sources: MetricSources): void;
  /** All figures in the format of Prometheus, with its content type. Never rejects. */
  text(): Promise<{ readonly type: string; readonly text: string }>;
}

/** In seconds: from a turn on a quiet machine to one that its channel has given up on. */
const TURN_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The figures of this process, besides those that prom-client knows of every one: memory, time, event-loop lag. */
export function createMetrics(now: () => Date): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = createCounters(registry);
  const refresh = createGauges(registry, now);
  let sources: MetricSources = {};
  return {
    ...counters,
    watch: (more) => {
      sources = { ...sources, ...more };
    },
    async text() {
      await refresh(sources);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

function createCounters(registry: Registry): Omit<Metrics, 'watch' | 'text'> {
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name: `unstuck_${name}_total`, help, labelNames, registers: [registry] });
  const requests = counter('http_requests', 'HTTP requests answered.', 'route', 'status');
  const refusals = counter('refusals', 'Requests refused by a channel.', 'channel', 'code');
  const attempts = counter('outbox_attempts', 'Deliveries from the outbox that were tried.', 'outcome');
  const deaths = counter('outbox_died', 'Rows of the outbox that were given up.', 'why');
  const removals = counter('retention_removed', 'Old rows that were removed.', 'kind');
  const turns = new Histogram({
    name: 'unstuck_turn_seconds',
    help: 'Turns, by how they ended and how long they took, waiting included.',
    labelNames: ['outcome'],
    buckets: TURN_BUCKETS,
    registers: [registry],
  });
  // What an alert looks at is there before the first of it.
  for (const why of ['refused', 'given-up'] as const) deaths.inc({ why }, 0);
  attempts.inc({ outcome: 'delivered' }, 0);
  turns.zero({ outcome: 'failed' });
  return {
    request: (route, status) => requests.inc({ route, status }),
    refusal: (channel, code) => refusals.inc({ channel, code }),
    turn: (outcome, durationMs) => turns.observe({ outcome }, durationMs / 1000),
    outbox: {
      attempted: (outcome) => attempts.inc({ outcome }),
      died: (why) => deaths.inc({ why }),
    },
    removed: (swept) => {
      for (const [kind, rows] of Object.entries(swept)) removals.inc({ kind }, rows);
    },
  };
}

/** Gauges, and what brings them up to date. What can't be found out at the moment is not a number. */
function createGauges(registry: Registry, now: () => Date): (sources: MetricSources) => Promise<void> {
  const gauge = (name: string, help: string) => new Gauge({ name: `unstuck_${name}`, help, registers: [registry] });
  const waiting = gauge('outbox_waiting', 'Rows of the outbox still to be delivered, by any process.');
  const oldest = gauge('outbox_oldest_seconds', 'How long the oldest of them has waited.');
  const dead = gauge('outbox_dead', 'Rows that were given up and are still kept.');
  const pages = gauge('web_pages', 'Web pages that are connected.');
  const suppressed = gauge('log_lines_suppressed', 'Log lines held back since the start: too many of the same.');
  return async (sources) => {
    pages.set(sources.pages?.() ?? 0);
    suppressed.set(sources.suppressedLines?.() ?? 0);
    const figures = await figuresOf(sources);
    waiting.set(figures.waiting);
    dead.set(figures.dead);
    oldest.set(figures.oldest === null ? 0 : (now().getTime() - figures.oldest.getTime()) / 1000);
  };
}

async function figuresOf({ outbox }: MetricSources): Promise<OutboxFigures> {
  const unknown = { waiting: Number.NaN, oldest: new Date(Number.NaN), dead: Number.NaN };
  // The database's fault is logged where it is used; here it only leaves a gap.
  return outbox === undefined ? { waiting: 0, oldest: null, dead: 0 } : outbox().catch(() => unknown);
}
