import { en } from '../../src/cards/text/en.ts';
import { firstThreadLine } from '../../src/cards/views/desk/firstThreadLine.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Call } from './call.ts';
import type { KeptCase } from './kept.ts';
import type { Known } from './known.ts';
import type { Life } from './lives.ts';
import { marksIn } from './marks.ts';
import { flawsOfLate, mayBeAgain } from './mayBeAgain.ts';

/** A text by which a post is found. */
interface Wanted {
  readonly what: string;
  readonly isIn: (post: Call) => boolean;
}

function rulesOf({ heard = 'mentions' }: Pick<Known, 'heard'>): Wanted {
  const said = firstThreadLine(en, en.desk.botName, heard);
  return { what: 'what the rules are', isIn: ({ line }) => line.includes(said) };
}

interface Found {
  readonly posts: number;
  readonly again: number;
  /** The lives that had ended later than they should need to note what they had posted. */
  readonly late: readonly number[];
  readonly flaws: readonly string[];
}

/**
 * The thread of a case’s card begins with the rules, and has nothing twice but where nobody could know better; the newest
 * has all that the trail has.
 */
export function judgeThreads(known: Known): SoakResult {
  const { kept, calls, roots, channel, lives } = known;
  const rules = rulesOf(known);
  const posts = postsOf(calls);
  const found = kept.cases.flatMap((one) => {
    const shown = (roots.get(one.current.id)?.posts ?? []).filter((post) => post.shown !== '');
    return shown.map(({ shown: root }, at) => {
      const name = `the thread of ${one.current.id} under ${root}`;
      const own = posts.get(`${channel};messageid=${root}`) ?? [];
      return judgeThread({ name, posts: own, rules, wanted: wantedOf(one), isNewest: at === shown.length - 1 }, lives);
    });
  });
  const sum = (count: (each: Found) => number) => found.reduce((all, each) => all + count(each), 0);
  // A busy machine holds up all that was posted then.
  const late = new Set(found.flatMap((each) => each.late)).size;
  return {
    counts: {
      'posts in threads': sum((each) => each.posts),
      'posts in threads that came again': sum(({ again }) => again),
    },
    failures: [...found.flatMap(({ flaws }) => flaws), ...flawsOfLate(late, lives, 'times posts in threads')],
  };
}

/** What was shown in each conversation without anybody’s having asked for it, in its order. */
function postsOf(calls: readonly Call[]): ReadonlyMap<string, readonly Call[]> {
  const posts = new Map<string, Call[]>();
  for (const call of calls) {
    if (call.operation !== 'send' || call.shown === '') continue;
    const known = posts.get(call.conversation) ?? [];
    posts.set(call.conversation, known);
    known.push(call);
  }
  return posts;
}

/** Each marked text of the trail. */
function wantedOf({ entries }: KeptCase): readonly Wanted[] {
  const marks = new Set(entries.flatMap(({ event }) => ('text' in event ? marksIn(event.text) : [])));
  return [...marks].map((mark): Wanted => ({ what: mark, isIn: (post) => post.marks.includes(mark) }));
}

interface Thread {
  readonly name: string;
  readonly posts: readonly Call[];
  readonly rules: Wanted;
  /** What it has to say besides. */
  readonly wanted: readonly Wanted[];
  readonly isNewest: boolean;
}

function judgeThread({ name, posts, rules, wanted: others, isNewest }: Thread, lives: readonly Life[]): Found {
  const [first] = posts;
  const wanted = [rules, ...others];
  const missing = isNewest ? wanted.filter(({ isIn }) => !posts.some(isIn)) : [];
  const repeats = wanted.flatMap(({ what, isIn }) => {
    const [before, ...again] = posts.filter(isIn);
    return again.map((other, at) => {
      const last = again[at - 1] ?? before ?? other;
      return { what, life: last.life, may: mayCome(lives, last, other) };
    });
  });
  return {
    posts: posts.length,
    again: repeats.length,
    late: repeats.filter(({ may }) => may === 'late').map(({ life }) => life),
    flaws: [
      ...(first !== undefined && !rules.isIn(first) ? [`${name} doesn’t begin with the rules`] : []),
      ...missing.map(({ what }) => `${name} doesn’t say ${what}`),
      ...repeats.filter(({ may }) => may === 'no').map(({ what }) => `${name} says ${what} twice for no reason`),
    ],
  };
}

/** Whether the one may have come after the other, which said the same. */
function mayCome(lives: readonly Life[], before: Call, again: Call): ReturnType<typeof mayBeAgain> {
  return before.fate === 'unclear' ? 'yes' : mayBeAgain(lives, before, again);
}
