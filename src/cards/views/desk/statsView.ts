import type { CaseFigures } from '../../../helpdesk/cases/caseStore.ts';
import type { Block, CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { causeLabel } from './causeLabel.ts';

/** Where the cases are, what they were, and how long they took: as bars with their numbers. `days`: of how long. */
export function statsView(context: CaseContext, figures: CaseFigures, days: number): CardView {
  const { stats, actions } = context.texts.desk;
  return {
    title: stats.title(days),
    blocks: [
      ...stateBars(context, figures),
      ...causeBars(context, figures),
      ...timeBars(context, figures),
      ...selfSolvedBar(context, figures),
    ],
    actions: [caseButton(actions.openCases, { verb: 'desk-cases', which: 'open' })],
    standing: [],
    more: [],
  };
}

function stateBars({ texts }: CaseContext, { counts }: CaseFigures): Block[] {
  const { stats } = texts.desk;
  const states = ['waiting', 'claimed', 'solved', 'closed'] as const;
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const bars = states.map((state) => bar(texts, stats.states[state], { count: counts[state], of: all }));
  return [heading(stats.cases), { kind: 'bars', bars }];
}

function causeBars({ pack, texts }: CaseContext, { causes }: CaseFigures): Block[] {
  const { stats } = texts.desk;
  if (causes.length === 0) return [heading(stats.causes), { kind: 'text', text: plain(stats.noCauses) }];
  const all = causes.reduce((sum, { count }) => sum + count, 0);
  const bars = causes.map(({ cause, count }) => bar(texts, causeLabel({ pack, texts }, cause), { count, of: all }));
  return [heading(stats.causes), { kind: 'bars', bars }];
}

/** Beside the longer of the two. */
function timeBars({ texts }: CaseContext, { minutesToClaim, minutesToSolve }: CaseFigures): Block[] {
  const { stats } = texts.desk;
  const longest = Math.max(minutesToClaim ?? 0, minutesToSolve ?? 0);
  const timeBar = (label: string, minutes: number | null) => ({
    label,
    value: minutes === null ? stats.none : stats.minutes(minutes),
    share: shareOf(minutes ?? 0, longest),
  });
  const bars = [timeBar(stats.toClaim, minutesToClaim), timeBar(stats.toSolve, minutesToSolve)];
  return [heading(stats.times), { kind: 'bars', bars }];
}

function selfSolvedBar({ texts }: CaseContext, { selfSolvedShare: share }: CaseFigures): Block[] {
  const { stats } = texts.desk;
  const value = share === null ? stats.none : stats.share(share);
  return [heading(stats.endings), { kind: 'bars', bars: [{ label: stats.selfSolved, value, share: share ?? 0 }] }];
}

function bar({ desk }: CaseContext['texts'], label: string, { count, of }: { count: number; of: number }) {
  return { label, value: desk.stats.count(count), share: shareOf(count, of) };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function heading(text: string): Block {
  return { kind: 'text', text: [{ text, style: 'strong' }] };
}
