import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Written } from './book.ts';
import type { Known } from './known.ts';
import { mayBeAgain } from './mayBeAgain.ts';
import { toldOf } from './toldOf.ts';

interface Fate {
  readonly told: number;
  readonly lost: number;
  readonly again: number;
  readonly flaws: readonly string[];
}

/** What was answered goes out, once on the page; or whoever wrote it is told that it didn’t. */
export function judgeReplies(known: Known): SoakResult {
  const replies = known.book.of('reply');
  const fates = replies.map((reply) => fateOf(known, reply));
  const sum = (count: (fate: Fate) => number) => fates.reduce((all, each) => all + count(each), 0);
  return {
    counts: {
      'replies answered': replies.length,
      'replies refused, and said so': sum(({ told }) => told),
      'replies lost': sum(({ lost }) => lost),
      'replies that came again in Teams': sum(({ again }) => again),
    },
    failures: fates.flatMap(({ flaws }) => flaws),
  };
}

function fateOf(known: Known, reply: Written): Fate {
  const { mark, by } = reply;
  const found = known.kept.cases.find(({ current }) => current.id === reply.case);
  const times = (found?.entries ?? []).filter(
    ({ event }) => event.kind === 'reply' && event.text.includes(mark),
  ).length;
  const told = toldOf(known, reply);
  if (found === undefined || times !== 1) {
    if (times === 0 && told.length > 0) return { told: 1, lost: 0, again: 0, flaws: [] };
    return { told: 0, lost: 1, again: 0, flaws: [`${mark} by ${by} was answered, and is ${times} times in its case`] };
  }
  const wrong = told.includes(en.faults.title) ? [`${by} was told that ${mark} went wrong, and it was sent`] : [];
  const { again, flaws } = arrival(known, reply, found.current.requester.conversation);
  return { told: 0, lost: again === null ? 1 : 0, again: again ?? 0, flaws: [...wrong, ...flaws] };
}

/** `again`: how often it came once more; null when it never came. */
function arrival({ askers, lives }: Known, { mark, by }: Written, to: string) {
  const asker = askers.find(({ name }) => name === to);
  const shown = (asker?.seen() ?? []).filter(({ marks, isChange }) => marks.includes(mark) && !isChange);
  if (shown.length === 0) return { again: null, flaws: [`${mark} by ${by} never came to ${to}`] };
  const twice = shown.slice(1).filter((each, at) => {
    const before = shown[at];
    return asker?.kind === 'web' || before === undefined || !mayBeAgain(lives, before, each);
  });
  return { again: shown.length - 1, flaws: twice.map(() => `${mark} by ${by} came again to ${to}, for no reason`) };
}
