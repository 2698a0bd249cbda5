import type { SoakResult } from '../soakRun.ts';
import type { Asker, Seen } from './asker.ts';
import type { Written } from './book.ts';
import { howItWent } from './howItWent.ts';
import type { Known } from './known.ts';
import type { Life } from './lives.ts';
import { flawsOfLate, mayBeAgain } from './mayBeAgain.ts';
import { refusalOf } from './refusalOf.ts';
import { saysAgain } from './saysAgain.ts';

interface Fate {
  readonly told: number;
  readonly lost: number;
  readonly again: number;
  readonly late: number;
  readonly flaws: readonly string[];
}

/** Of all that is answered, how much may be refused: a fifth, and of a few answers so many. */
const MOST_REFUSED = 0.2;
const FEW_REFUSED = 3;

const NOTHING: Fate = { told: 0, lost: 0, again: 0, late: 0, flaws: [] };

/** What was answered goes out, once on the page; or whoever wrote it is told why it didn’t, and it is so. */
export function judgeReplies(known: Known): SoakResult {
  const replies = known.book.of('reply');
  const fates = replies.map((reply) => fateOf(known, reply));
  const sum = (count: (fate: Fate) => number) => fates.reduce((all, each) => all + count(each), 0);
  const refused = sum(({ told }) => told);
  const isTooMany = refused > Math.max(FEW_REFUSED, replies.length * MOST_REFUSED);
  return {
    counts: {
      'replies answered': replies.length,
      'replies refused, and said so': refused,
      'replies lost': sum(({ lost }) => lost),
      'replies that came again, not on the page': sum(({ again }) => again),
    },
    failures: [
      ...fates.flatMap(({ flaws }) => flaws),
      ...flawsOfLate(
        sum(({ late }) => late),
        known.lives,
        'replies',
      ),
      ...(isTooMany ? [`${refused} of ${replies.length} replies were refused`] : []),
    ],
  };
}

function fateOf(known: Known, reply: Written): Fate {
  const { mark, by } = reply;
  const found = known.kept.cases.find(({ current }) => current.id === reply.case);
  const times = (found?.entries ?? []).filter(
    ({ event }) => event.kind === 'reply' && event.text.includes(mark),
  ).length;
  if (found === undefined || times !== 1) {
    if (times === 0 && refusalOf(known, reply) !== null) return { ...NOTHING, told: 1 };
    const flaw = `${mark} by ${by} was answered, and is ${times} times in its case (${howItWent(known, reply)})`;
    return { ...NOTHING, lost: 1, flaws: [flaw] };
  }
  return arrival(known, reply, found.current.requester.conversation);
}

/** How often it came, and whether it may have. */
function arrival({ askers, lives }: Known, { mark, by }: Written, to: string): Fate {
  const asker = askers.find(({ name }) => name === to);
  const shown = (asker?.seen() ?? []).filter(({ marks, isChange }) => marks.includes(mark) && !isChange);
  if (shown.length === 0) return { ...NOTHING, lost: 1, flaws: [`${mark} by ${by} never came to ${to}`] };
  const repeats = shown.slice(1).map((each, at) => {
    return mayComeAgain(asker?.kind ?? 'web', lives, [shown[at] ?? each, each]);
  });
  const late = repeats.filter((may) => may === 'late').length;
  const twice = repeats.filter((may) => may === 'no');
  const flaws = twice.map(() => `${mark} by ${by} came again to ${to}, for no reason`);
  return { ...NOTHING, again: repeats.length, late, flaws };
}

/** The page shows nothing twice. In Slack a message says that it may be a repeat; `judgeRepeats` looks for its reason. */
function mayComeAgain(kind: Asker['kind'], lives: readonly Life[], [before, again]: readonly [Seen, Seen]) {
  switch (kind) {
    case 'web':
      return 'no';
    case 'teams':
      return mayBeAgain(lives, before, again);
    case 'slack':
      return saysAgain(again.card.text) ? 'yes' : 'no';
  }
}
