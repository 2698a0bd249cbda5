import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import type { Known } from './known.ts';
import type { Life } from './lives.ts';
import { flawsOfLate, mayBeAgain } from './mayBeAgain.ts';
import type { Roots } from './rootsOf.ts';

/** In milliseconds. Source: docs/reliability.md, `desk`. */
const ON_DESK_WITHIN = 60_000;

const [AGAIN = ''] = en.trail.again('|').split('|');

/** Each case that was sent is on the desk, in time, and twice only where nobody could know better. */
export function judgeRoots({ book, kept, roots, lives }: Known): SoakResult {
  const failures: string[] = [];
  let [worst, longest, again, late] = [0, 0, 0, 0];
  for (const { mark, by, at } of book.of('sent')) {
    const found = kept.cases.find(({ current }) => current.text.includes(mark))?.current.id ?? '';
    const own = roots.get(found) ?? { posts: [], gone: [] };
    const shown = own.posts.filter((post) => post.shown !== '');
    const [first, ...others] = shown;
    again += others.length;
    const repeats = others.map((other, nth) => judgeAgain(own, { before: shown[nth] ?? other, other, lives }));
    failures.push(...repeats.flatMap(({ flaws }) => flaws));
    late += repeats.filter(({ isLate }) => isLate).length;
    if (first === undefined) {
      failures.push(`${found || mark}, sent by ${by}, never came to the desk`);
      continue;
    }
    const waited = longestWait(lives, at, first.at);
    if (waited > ON_DESK_WITHIN) {
      const tried = own.posts.map((post) => `${told(post, lives)}, at ${seconds(post.at - at)}`).join('; ');
      failures.push(`${found} came to the desk ${seconds(waited)} after it was sent, or the bot was back (${tried})`);
    }
    worst = Math.max(worst, waited);
    longest = Math.max(longest, first.at - at);
  }
  return {
    counts: {
      'cases that were posted again': again,
      'longest until a case was on the desk, after it was sent or the bot was back, ms': worst,
      'longest with all the ends in between, ms': longest,
    },
    failures: [...failures, ...flawsOfLate(late, lives, 'cases')],
  };
}

interface Again {
  readonly before: Call;
  readonly other: Call;
  readonly lives: readonly Life[];
}

function judgeAgain({ gone }: Roots, { before, other, lives }: Again) {
  // A message that can’t be changed any more, or whose thread is gone, is posted anew: it is no repeat.
  const isRenewed = gone.some(({ message, at }) => message === before.shown && at <= other.at);
  if (isRenewed) return { isLate: false, flaws: [] };
  const id = other.card.text.split('\n').find((line) => line.includes('UN-')) ?? other.card.title;
  const may = before.fate === 'unclear' ? 'yes' : mayBeAgain(lives, before, other);
  if (may === 'no') {
    const how = `${told(before, lives)}; then ${told(other, lives)}, ${other.at - before.at} ms later`;
    return { isLate: false, flaws: [`“${id}” was posted twice for no reason (${how})`] };
  }
  const flaws = other.line.startsWith(AGAIN) ? [] : [`“${id}” was posted again and doesn’t say so`];
  return { isLate: may === 'late', flaws };
}

/** A post, and how far from the end of its life it was. */
function told({ shown, fate, life, at }: Call, lives: readonly Life[]): string {
  const endedAt = lives[life]?.endedAt ?? null;
  return `${shown || 'a post'}: ${fate} in life ${life}, ${endedAt === null ? 'which goes on' : `${endedAt - at} ms before its end`}`;
}

/** How long any one life had it without its being on the desk, in milliseconds. */
function longestWait(lives: readonly Life[], sentAt: number, onDeskAt: number): number {
  const waits = lives.map(({ upAt, endedAt }) => {
    return upAt === null ? 0 : Math.min(endedAt ?? onDeskAt, onDeskAt) - Math.max(upAt, sentAt);
  });
  return Math.max(0, ...waits);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
