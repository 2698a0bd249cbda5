import type { Life } from '../desk/lives.ts';
import { saysAgain } from '../desk/saysAgain.ts';
import type { SoakResult } from '../soakRun.ts';
import { isFaultTold, judgeFaults } from './judgeFaults.ts';
import type { CallToSlack } from './slackCalls.ts';

/** What a run in Slack has left, besides what every desk leaves. */
export interface SlackEvidence {
  readonly calls: readonly CallToSlack[];
  readonly lives: readonly Life[];
  /** Those whose newest message is no card that can be tapped, after all is over. */
  readonly withoutCard: readonly string[];
  /** What real Slack would have refused. */
  readonly faults: readonly string[];
  /** Deliveries answered with a 5xx while nothing failed. */
  readonly failedAtLast: number;
}

/** How long a call may be under way, in milliseconds. Source: src/channels/slack/createSlackApi.ts. */
const LONGEST_CALL = 5_000;

/** Nothing comes twice but where it was looked for in vain, and says so; nobody is left without a card. */
export function judgeSlack({ calls, lives, withoutCard, faults, failedAtLast }: SlackEvidence): SoakResult {
  const repeats = repeatsOf(calls);
  const looks = calls.filter(isLook);
  return {
    counts: {
      'calls to Slack': calls.length,
      'calls that failed': calls.filter(({ fate }) => fate !== 'taken').length,
      'calls under way at an end': calls.filter((call) => isUnderWay(call, lives)).length,
      'times it was looked whether a message is there': looks.length,
      'messages that came twice, and say so': repeats.length,
      'times people were told that something went wrong': calls.filter(isFaultTold).length,
    },
    failures: [
      ...repeats.flatMap((repeat) => flawsOf(repeat, looks)),
      ...judgeFaults(calls),
      ...withoutCard.map((name) => `the newest message of ${name} is no card that can be tapped`),
      ...new Set(faults),
      ...(failedAtLast > 0 ? [`${failedAtLast} deliveries were answered with a 5xx while nothing failed`] : []),
    ],
  };
}

interface Repeat {
  readonly before: CallToSlack;
  readonly again: CallToSlack;
}

/** Messages of one row of the outbox, one after another. */
function repeatsOf(calls: readonly CallToSlack[]): readonly Repeat[] {
  const last = new Map<string, CallToSlack>();
  return calls.flatMap((again) => {
    const { row, operation, shown } = again;
    if (row === null || operation !== 'send' || shown === '') return [];
    const before = last.get(row);
    last.set(row, again);
    return before === undefined ? [] : [{ before, again }];
  });
}

function flawsOf({ before, again }: Repeat, looks: readonly CallToSlack[]): string[] {
  const what = `“${again.card.title || again.line}” in ${again.conversation}`;
  const isInVain = looks.some(
    ({ at, fate, conversation }) =>
      fate !== 'taken' && at >= before.at && at <= again.at && conversation === again.conversation,
  );
  return [
    ...([again.line, again.card.text].some(saysAgain) ? [] : [`${what} came twice, and doesn’t say so`]),
    ...(isInVain ? [] : [`${what} came twice, and could have been found`]),
  ];
}

function isLook({ method }: CallToSlack): boolean {
  return method === 'conversations.history' || method === 'conversations.replies';
}

function isUnderWay({ fate, at, life }: CallToSlack, lives: readonly Life[]): boolean {
  const endedAt = lives[life]?.endedAt ?? null;
  return fate === 'unclear' && endedAt !== null && endedAt >= at && endedAt - at < LONGEST_CALL;
}
