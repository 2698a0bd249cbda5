import type { Case } from '../../helpdesk/cases/case.ts';
import type { Decision } from '../../helpdesk/cases/caseAction.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import { createCaseWork } from '../../helpdesk/cases/caseWork.ts';
import type { DeskRules } from '../../helpdesk/cases/deskRules.ts';
import type { TurnResult, Turns, WorkResult } from '../../turn/runTurn.ts';
import type { LoadedTurn, TurnKeys } from '../../turn/turnStore.ts';
import type { CaseEffects } from './caseEffects.ts';

/** Who acts on which case, and by which delivery. */
export interface CaseTurn {
  readonly case: string;
  /** A person as people are written; whose pace it is. */
  readonly person: string;
  /** What the same deed always has, however often it is delivered; null where nothing else can bring it again. */
  readonly delivery: string | null;
  /** Ids of stored files that go with it. */
  readonly files?: readonly string[];
}

/**
 * How it ended. `repeat`: the delivery was dealt with before; `current` is the case as it is. `gone`: there is no such
 * case. `too-fast`: nothing was done.
 */
export type CaseTurnResult =
  | { readonly kind: 'decided'; readonly decision: Decision; readonly current: Case }
  | { readonly kind: 'repeat'; readonly current: Case }
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-fast' };

/** Called again, with the case as it is by then, where another was faster: whatever else it goes by, it reads itself. */
export type Decide = (current: Case) => Decision | Promise<Decision>;

/** Decides something about a case and commits it, with all that follows from it, as one turn. Throws as turns do. */
export interface CaseTurns {
  /** What somebody does: it counts for their pace. */
  run(turn: CaseTurn, decide: Decide): Promise<CaseTurnResult>;
  /** What nobody does, such as time: never too fast. */
  runUnasked(turn: Omit<CaseTurn, 'person'>, decide: Decide): Promise<CaseTurnResult>;
}

export interface CaseTurnParts {
  readonly turns: Turns;
  readonly cases: Pick<CaseStore, 'get'>;
  readonly rules: DeskRules;
  readonly effects: CaseEffects;
  readonly now: () => Date;
}

/** Case turns over the turns of everything else: one at a time for each case, and again where another was faster. */
export function createCaseTurns(parts: CaseTurnParts): CaseTurns {
  const { turns } = parts;
  return {
    run: (turn, decide) => runCaseTurn(parts, { turn, run: turns.run }, decide),
    runUnasked: (turn, decide) => runCaseTurn(parts, { turn: { ...turn, person: '' }, run: turns.runUnasked }, decide),
  };
}

async function runCaseTurn(
  { cases, rules, effects, now }: CaseTurnParts,
  { turn, run }: { readonly turn: CaseTurn; readonly run: Turns['run'] },
  decide: Decide,
): Promise<CaseTurnResult> {
  const work = async (_: LoadedTurn): Promise<WorkResult<CaseTurnResult>> => {
    const before = await cases.get(turn.case);
    if (before === null) return { ...NOTHING, reply: { kind: 'gone' } };
    const caseWork = createCaseWork(before);
    const decision = caseWork.take(await decide(before));
    if (decision.kind === 'done') for (const id of turn.files ?? []) caseWork.keepFile(id);
    const writes = caseWork.writes(rules);
    const reply: CaseTurnResult = { kind: 'decided', decision, current: caseWork.current ?? before };
    const isUndone = decision.kind === 'refused';
    return { ...NOTHING, cases: writes, outbox: effects(writes, now()), reply, isUndone };
  };
  const result = await run(keysOf(turn), work, async () => undefined);
  return outcomeOf(result, await stillThere(result, () => cases.get(turn.case)));
}

const NOTHING = { state: null, greeted: false, messages: [], outbox: [], cases: [] } as const;

function keysOf({ case: id, person, delivery }: CaseTurn): TurnKeys {
  const conversation = `case:${id}`;
  return { conversation, person, delivery: delivery === null ? null : `${conversation}:${delivery}` };
}

function stillThere(
  { outcome }: TurnResult<CaseTurnResult>,
  read: () => Promise<Case | null>,
): Promise<Case | null> | null {
  return outcome === 'repeat' ? read() : null;
}

function outcomeOf(result: TurnResult<CaseTurnResult>, current: Case | null): CaseTurnResult {
  switch (result.outcome) {
    case 'committed':
      return result.reply;
    case 'repeat':
      return current === null ? { kind: 'gone' } : { kind: 'repeat', current };
    case 'too-fast':
      return { kind: 'too-fast' };
  }
}
