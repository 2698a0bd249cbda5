import type { CaseFigures } from '../../../helpdesk/cases/caseStore.ts';
import type { Block, CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { caseButton } from '../requests/caseButton.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { causeLabel } from './causeLabel.ts';

/** Where the cases are, what they were, and how long they took: as bars with their numbers, and a few facts. `days`: of how long. */
export function statsView(context: CaseContext, figures: CaseFigures, days: number): CardView {
  const { stats, actions } = context.texts.desk;
  const minutes = (amount: number | null) => (amount === null ? stats.none : stats.minutes(amount));
  return {
    title: stats.title(days),
    blocks: [
      ...stateBars(context, figures),
      ...causeBars(context, figures),
      {
        kind: 'facts',
        facts: [
          { label: stats.toClaim, value: minutes(figures.minutesToClaim) },
          { label: stats.toSolve, value: minutes(figures.minutesToSolve) },
          {
            label: stats.selfSolved,
            value: figures.selfSolvedShare === null ? stats.none : stats.share(figures.selfSolvedShare),
          },
        ],
      },
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

function bar({ desk }: CaseContext['texts'], label: string, { count, of }: { count: number; of: number }) {
  return { label, value: desk.stats.count(count), share: of === 0 ? 0 : count / of };
}

function heading(text: string): Block {
  return { kind: 'text', text: [{ text, style: 'strong' }] };
}
