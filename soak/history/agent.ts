import type { Data, Which } from './moves.ts';

/** How something was answered. */
export interface AgentAnswer {
  /** What is wrong with it, null when nothing is. */
  readonly wrong: string | null;
  /** It says that it was done. */
  readonly isDone: boolean;
}

/** Somebody at the desk. */
export interface DeskAgent {
  /** As `Agent.id`. */
  readonly id: string;
  /** Clicks something of a case, under this id. */
  click(id: string, of: { readonly case: string; readonly data: Data }, to: Which): Promise<AgentAnswer>;
  /** Types beside a case, or in its thread. */
  type(id: string, of: { readonly case: string; readonly text: string }, to: Which): Promise<AgentAnswer>;
  /** Sends a file to the person of a case; null where agents can’t. */
  attach(id: string, of: string, to: Which): Promise<AgentAnswer | null>;
  look(of: string, to: Which): Promise<AgentAnswer>;
  /** How many of these deliveries have no answer of their own, so that the case’s card has to have changed. */
  unanswered(ids: readonly string[]): number;
}
