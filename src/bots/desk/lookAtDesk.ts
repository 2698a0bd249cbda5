import type { CardView } from '../../cards/model.ts';
import { plain } from '../../cards/richText.ts';
import { caseCard } from '../../cards/views/desk/caseCard.ts';
import { casesView } from '../../cards/views/desk/casesView.ts';
import { deskHelpView } from '../../cards/views/desk/deskHelpView.ts';
import { statsView } from '../../cards/views/desk/statsView.ts';
import { withNotice } from '../../cards/views/withNotice.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import { urgencyOf } from '../../helpdesk/cases/urgency.ts';
import type { DeskDeed, DeskReply } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import type { DeskWords } from './deskWords.ts';
import { mayTouch } from './mayTouch.ts';

/** How many cases a list has at most. */
const LISTED = 500;

/** How many of them fit a card. */
const ON_A_CARD = 20;

/** What the figures are about, in days. */
const FIGURES_OF = 30;
const DAY = 24 * 60 * 60 * 1000;

type Look = Extract<DeskWords, { kind: 'cases' | 'case' | 'stats' | 'help' }>;

/** Lists, one case, figures: cards that change nothing. */
export async function lookAtDesk(parts: DeskParts, deed: DeskDeed, look: Look): Promise<DeskReply> {
  const { texts, contexts } = parts;
  const at = parts.now();
  if (look.kind === 'case') {
    const found = await parts.cases.get(look.id);
    if (found === null || !mayTouch(deed, found)) return { kind: 'refused', said: texts.desk.noSuchCase };
    const { view } = caseCard(contexts.of(found, at), found);
    return { kind: 'view', view, card: found.id, show: found.id };
  }
  // A link opens one case, and no list.
  if (deed.only !== null) return { kind: 'refused', said: texts.desk.onlyThisCase };
  const card = (view: Extract<DeskReply, { kind: 'view' }>['view']): DeskReply => ({
    kind: 'view',
    view,
    card: 'desk',
    show: null,
  });
  switch (look.kind) {
    case 'cases':
      return card(await casesCard(parts, deed, look.which));
    case 'stats':
      return card(statsView(contexts.any(at), await figuresAt(parts, at), FIGURES_OF));
    case 'help':
      return card(deskHelpView(contexts.any(at)));
  }
}

function figuresAt({ cases }: DeskParts, at: Date) {
  return cases.figures(new Date(at.getTime() - FIGURES_OF * DAY));
}

async function casesCard(parts: DeskParts, deed: DeskDeed, which: 'open' | 'closed'): Promise<CardView> {
  const cases = await listCases(parts, deed, which);
  const view = casesView(parts.contexts.any(parts.now()), cases.slice(0, ON_A_CARD), which);
  const more = cases.length - ON_A_CARD;
  return more > 0 ? withNotice(view, plain(parts.texts.desk.cases.more[which](ON_A_CARD, more))) : view;
}

/** The urgent ones first, then those that nobody has, then by age; closed ones newest first. */
export async function listCases(
  { cases, now }: Pick<DeskParts, 'cases' | 'now'>,
  { line, only }: Pick<DeskDeed, 'line' | 'only'>,
  which: 'open' | 'closed',
): Promise<readonly Case[]> {
  const lines = (['first', 'next'] as const).filter((each) => line === null || each === line);
  const read = which === 'open' ? cases.open : cases.closed;
  const found = (await Promise.all(lines.map((each) => read(each, LISTED)))).flat();
  const seen = found.filter((each) => mayTouch({ line, only }, each));
  if (which === 'closed') {
    return seen.sort((a, b) => (b.closed?.at ?? '').localeCompare(a.closed?.at ?? '')).slice(0, LISTED);
  }
  const rank = (each: Case) => URGENCY[urgencyOf(each, now())] * 2 + (each.status === 'waiting' ? 0 : 1);
  return seen.sort((a, b) => rank(a) - rank(b) || a.queuedAt.localeCompare(b.queuedAt)).slice(0, LISTED);
}

const URGENCY = { running: 0, now: 0, soon: 1, none: 2 } as const;
