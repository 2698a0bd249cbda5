import type { SoakResult } from '../soakRun.ts';
import { judgeHands } from './judgeHands.ts';
import { judgeKept } from './judgeKept.ts';
import { judgePeople } from './judgePeople.ts';
import { judgeReplies } from './judgeReplies.ts';
import { judgeRoots } from './judgeRoots.ts';
import { judgeTexts } from './judgeTexts.ts';
import { judgeThreads } from './judgeThreads.ts';
import { type Evidence, knownOf } from './known.ts';

/** Named one by one up to here, of each kind. */
const NAMED = 6;

/** What a run has come to. */
export function judge(evidence: Evidence): SoakResult {
  const known = knownOf(evidence);
  const judges = [judgeKept, judgeRoots, judgeThreads, judgeReplies, judgeTexts, judgePeople, judgeHands];
  const parts = judges.map((each) => each(known));
  return {
    counts: Object.assign({}, ...parts.map(({ counts }) => counts)),
    failures: parts.flatMap(({ failures }) => few([...new Set(failures)])),
  };
}

function few(failures: readonly string[]): readonly string[] {
  const others = failures.length - NAMED;
  return others > 0 ? [...failures.slice(0, NAMED), `and ${others} more such`] : failures;
}
