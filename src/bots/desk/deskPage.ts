import { parseCaseClick } from '../../cards/caseActions.ts';
import { renderAdaptiveCard, renderWholeCard } from '../../cards/renderAdaptiveCard.ts';
import { caseCardView } from '../../cards/views/desk/caseCardView.ts';
import { type CaseLine, caseLine } from '../../cards/views/desk/caseLine.ts';
import { type TrailLine, trailLine } from '../../cards/views/desk/trailLine.ts';
import { withStill } from '../../cards/views/desk/withStill.ts';
import type { Agent, Case } from '../../helpdesk/cases/case.ts';
import type { CaseFile } from '../../helpdesk/cases/caseEntry.ts';
import { decideForAgent } from '../../helpdesk/cases/decideForAgent.ts';
import { pageAgentId } from '../../pageAgentId.ts';
import { type DeskDeed, type DeskReply, doAtDesk } from './deskDeeds.ts';
import type { DeskParts } from './deskParts.ts';
import { listCases } from './lookAtDesk.ts';
import { markSeen } from './markSeen.ts';
import { mayTouch } from './mayTouch.ts';

/** Who acts on the page. */
interface Actor {
  readonly name: string;
  readonly via: 'page' | 'link';
  readonly only: string | null;
  /** The line of the desk that their link was signed for; left out for the whole desk. */
  readonly line?: string;
}

/** What somebody did there. */
interface PageDeed {
  readonly actor: Actor;
  readonly delivery: string;
  readonly case: string | null;
  readonly value?: object;
  readonly text?: string;
}

interface PageAnswer {
  readonly cards: readonly object[];
  readonly said: string | null;
  readonly show: string | null;
  /** Nothing was done, so that what was written for it is still needed. */
  readonly refused?: true;
}

/** The desk as its page sees it; the channel of the page calls it. All throw `storage-failed`. */
export interface DeskPage {
  list(actor: Actor, which: 'open' | 'closed'): Promise<readonly CaseLine[]>;
  show(
    actor: Actor,
    id: string,
  ): Promise<{ id: string; revision: number; card: object; trail: readonly TrailLine[] } | null>;
  act(deed: PageDeed): Promise<PageAnswer>;
  maySee(actor: Actor, id: string): Promise<boolean>;
  sendFile(deed: Omit<PageDeed, 'value' | 'text'> & { readonly file: CaseFile }): Promise<PageAnswer>;
  changedSince(at: Date): Promise<readonly { readonly case: string; readonly revision: number }[]>;
}

/** How many changes an open page is told of at once. */
const CHANGES = 200;

/** A page over the same deeds as any channel's desk. It shows every line's cases. */
export function createDeskPage(parts: DeskParts): DeskPage {
  return {
    async list(actor, which) {
      const cases = await listCases(parts, reachOf(actor), which);
      return cases.map((each) => caseLine(parts.contexts.any(parts.now()), each));
    },
    show: (actor, id) => show(parts, actor, id),
    act: async (deed) => answerOf(await doOnPage(parts, deed)),
    maySee: async (actor, id) => (await caseOf(parts, actor, id)) !== null,
    sendFile: (deed) => sendFile(parts, deed),
    changedSince: (at) => parts.cases.changedSince(at, CHANGES),
  };
}

async function caseOf({ cases }: DeskParts, actor: Actor, id: string): Promise<Case | null> {
  const found = await cases.get(id);
  return found !== null && mayTouch(reachOf(actor), found) ? found : null;
}

/** A link is for one case of one line: handed on to another, the case isn't theirs any more. */
function reachOf({ only, line }: Actor): Pick<DeskDeed, 'only' | 'line'> {
  return { only, line: line ?? null };
}

async function show(parts: DeskParts, actor: Actor, id: string) {
  const found = await caseOf(parts, actor, id);
  if (found === null) return null;
  await markSeen(parts, found);
  const context = parts.contexts.of(found, parts.now());
  const trail = await parts.cases.entries(id);
  const view = caseCardView(context, found);
  const isHolder = found.claim?.by.id === agentOf(actor).id;
  return {
    id,
    revision: found.revision,
    card: renderWholeCard(isHolder ? withStill(context, { current: found, trail }, view) : view, id),
    trail: trail.flatMap((entry) => trailLine(context, found, entry) ?? []),
  };
}

function agentOf({ name, via }: Actor): Agent {
  return { id: pageAgentId(name), name, via };
}

async function doOnPage(parts: DeskParts, deed: PageDeed): Promise<DeskReply> {
  const what = whatOf(deed);
  if (what === null) return { kind: 'refused', said: parts.texts.desk.oldCard };
  const agent = agentOf(deed.actor);
  const { delivery } = deed;
  const beside = deed.actor.only ?? deed.case;
  return doAtDesk(parts, {
    ...{ agent, account: null, person: agent.id, delivery },
    ...{ ...reachOf(deed.actor), beside, what },
  });
}

function whatOf({ value, text }: PageDeed): DeskDeed['what'] | null {
  if (value === undefined)
    return text === undefined ? null : { kind: 'text', text, mentioned: null, isOverheard: false };
  const action = parseCaseClick(value);
  return action === null ? null : { kind: 'click', action };
}

function answerOf(reply: DeskReply): PageAnswer {
  switch (reply.kind) {
    case 'view':
      // The page shows a case itself; any other card is put beside it.
      return reply.show === null
        ? { cards: [renderAdaptiveCard(reply.view, reply.card)], said: null, show: null }
        : { cards: [], said: null, show: reply.show };
    case 'done':
      return { cards: [], said: reply.said, show: reply.show };
    case 'noted':
      return { cards: [], said: reply.said, show: null };
    case 'refused':
      return { cards: [], said: reply.said, show: null, refused: true };
  }
}

async function sendFile(
  parts: DeskParts,
  { actor, delivery, case: id, file }: Parameters<DeskPage['sendFile']>[0],
): Promise<PageAnswer> {
  const found = id === null ? null : await caseOf(parts, actor, id);
  if (found === null) return { cards: [], said: parts.texts.desk.noSuchCase, show: null, refused: true };
  if (found.requester.channel === 'teams' && !parts.canShareFiles) {
    return { cards: [], said: parts.texts.desk.noFileHere, show: null, refused: true };
  }
  const agent = agentOf(actor);
  const setting = { at: parts.now(), newId: parts.newId, rules: parts.rules };
  const result = await parts.turns.run({ case: found.id, person: agent.id, delivery, files: [file.id] }, (current) =>
    decideForAgent(current, { do: 'send-file', file }, agent, setting),
  );
  const isSent = result.kind === 'repeat' || (result.kind === 'decided' && result.decision.kind === 'done');
  return isSent
    ? { cards: [], said: parts.texts.desk.done['send-file'], show: null }
    : { cards: [], said: parts.texts.desk.notSent, show: null, refused: true };
}
