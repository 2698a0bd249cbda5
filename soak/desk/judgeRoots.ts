import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import type { Known } from './known.ts';
import { type Life, lifeAt } from './lives.ts';
import { mayBeAgain } from './mayBeAgain.ts';
import { type Roots, rootsOf } from './rootsOf.ts';

/** In milliseconds. Source: docs/reliability.md, `desk`. */
const ON_DESK_WITHIN = 60_000;

const [AGAIN = ''] = en.trail.again('|').split('|');

/** Each case that was sent is on the desk, in time, and twice only where nobody could know better. */
export function judgeRoots({ book, kept, calls, channel, lives }: Known): SoakResult {
  const roots = rootsOf(calls, channel);
  const failures: string[] = [];
  let [worst, longest, again] = [0, 0, 0];
  for (const { mark, by, at } of book.of('sent')) {
    const found = kept.cases.find(({ current }) => current.text.includes(mark))?.current.id ?? '';
    const own = roots.get(found) ?? { posts: [], updates: [] };
    const shown = own.posts.filter((post) => post.shown !== '');
    const [first, ...others] = shown;
    again += others.length;
    failures.push(...others.flatMap((other, nth) => flawsOfAgain(own, { before: shown[nth], other, lives })));
    if (first === undefined) {
      failures.push(`${found || mark}, sent by ${by}, never came to the desk`);
      continue;
    }
    const since = Math.max(at, lifeAt(lives, first.at)?.upAt ?? at);
    if (first.at - since > ON_DESK_WITHIN) {
      failures.push(`${found} came to the desk ${seconds(first.at - since)} after it was sent, or the bot was back`);
    }
    worst = Math.max(worst, first.at - since);
    longest = Math.max(longest, first.at - at);
  }
  return {
    counts: {
      'cases that were posted again': again,
      'longest until a case was on the desk, after it was sent or the bot was back, ms': worst,
      'longest with all the ends in between, ms': longest,
    },
    failures,
  };
}

interface Again {
  readonly before: Call | undefined;
  readonly other: Call;
  readonly lives: readonly Life[];
}

function flawsOfAgain({ updates }: Roots, { before, other, lives }: Again): string[] {
  if (before === undefined) return [];
  // A message that can’t be changed any more is posted anew: it is no repeat.
  const isRenewed = updates.some(({ fate, at }) => fate === 'gone' && at >= before.at && at <= other.at);
  if (isRenewed) return [];
  const id = other.card.text.split('\n').find((line) => line.includes('UN-')) ?? other.card.title;
  if (before.fate !== 'unclear' && !mayBeAgain(lives, before, other)) return [`“${id}” was posted twice for no reason`];
  return other.line.startsWith(AGAIN) ? [] : [`“${id}” was posted again and doesn’t say so`];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
