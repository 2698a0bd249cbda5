import { en } from '../../src/cards/text/en.ts';
import { isWithin } from '../desk/isWithin.ts';
import type { CallToSlack } from './slackCalls.ts';

/**
 * How long after a call that failed somebody may be told so, in milliseconds: the call’s own time, the one more that
 * follows a 429, and the wait for a turn in the channel. Source: src/channels/slack/createSlackApi.ts and paceLane.ts.
 */
const TOLD_WITHIN = 5_000 + 10_000 + 10_000;

/** Calls that are told with a flaw. */
const TOLD = 6;

/**
 * That something went wrong is told only where Slack had not taken what was to be said there, once for each time.
 * Several turns of a person post at the same time: what failed need not be the last call before. Who taps on a card of a
 * channel is told of it in the channel, and answered in the card’s thread.
 */
export function judgeFaults(calls: readonly CallToSlack[]): readonly string[] {
  const excused = new Set<CallToSlack>();
  return calls.flatMap((told, index) => {
    if (!isFaultTold(told)) return [];
    const before = calls.slice(0, index).filter(({ conversation }) => isWithin(conversation, told.conversation));
    const failed = before.find((call) => !excused.has(call) && canExcuse(call, told));
    if (failed === undefined)
      return [`${told.conversation} was told that something went wrong, ${saidOf(before, told)}`];
    excused.add(failed);
    return [];
  });
}

/** Whether somebody sees by this call that something went wrong. */
export function isFaultTold({ card, shown }: CallToSlack): boolean {
  return card.title === en.faults.title && shown !== '';
}

function canExcuse({ operation, fate, card, at, life }: CallToSlack, told: CallToSlack): boolean {
  const isAnswer = operation === 'reply' && card.title !== en.faults.title;
  return isAnswer && fate !== 'taken' && life === told.life && told.at - at <= TOLD_WITHIN;
}

function saidOf(before: readonly CallToSlack[], told: CallToSlack): string {
  const last = before.slice(-TOLD).map(({ method, operation, fate, at, card, line }) => {
    return `${method} (${operation}, ${fate}, ${told.at - at} ms before, “${card.title || line}”)`;
  });
  return `after ${last.join(', ') || 'nothing'}`;
}
