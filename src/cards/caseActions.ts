import { z } from 'zod';

/** Longest id that a click may carry, in characters. */
const ID_LIMIT = 120;

const id = z.string().min(1).max(ID_LIMIT);
/** Cut and cleaned by whoever reads it; longer than `FIELD_LIMIT` is given back. */
const text = z.string();

const of = { case: id };

const caseActionSchema = z.discriminatedUnion('verb', [
  // Whoever asked for help, of their own cases.
  z.strictObject({ verb: z.literal('my-requests') }),
  z.strictObject({ verb: z.literal('my-request'), ...of }),
  z.strictObject({ verb: z.literal('my-withdraw'), ...of }),
  z.strictObject({ verb: z.literal('my-reopen'), ...of }),
  z.strictObject({ verb: z.literal('my-stuck'), ...of }),
  /** *It's solved*: they are in, whoever did it. */
  z.strictObject({ verb: z.literal('my-solved'), ...of }),
  /** *Back to the bot*, *Talk to Ana*. */
  z.strictObject({ verb: z.literal('my-listener'), ...of, who: z.enum(['bot', 'agent']) }),
  /** The answer to "Are you in?". */
  z.strictObject({ verb: z.literal('my-in'), ...of, in: z.enum(['yes', 'no']) }),
  /** Shows where the fix is. */
  z.strictObject({ verb: z.literal('my-go-on') }),

  // The desk.
  z.strictObject({ verb: z.literal('desk-claim'), ...of }),
  z.strictObject({ verb: z.literal('desk-release'), ...of }),
  z.strictObject({ verb: z.literal('desk-calling'), ...of }),
  z.strictObject({ verb: z.literal('desk-still'), ...of }),
  z.strictObject({ verb: z.literal('desk-reopen'), ...of }),
  z.strictObject({ verb: z.literal('desk-escalate'), ...of }),
  /** Posts the small card for it. */
  z.strictObject({
    verb: z.literal('desk-form'),
    ...of,
    form: z.enum(['more', 'reply', 'note', 'ask', 'assign', 'diagnose', 'solve', 'escalate']),
  }),
  z.strictObject({ verb: z.literal('desk-reply'), ...of, text }),
  z.strictObject({ verb: z.literal('desk-note'), ...of, text }),
  /**
   * A ready-made question of the pack, word for word, so that an old card never sends another one than it shows. A
   * number is what cards carried before; it stands for no question any more.
   */
  z.strictObject({ verb: z.literal('desk-ask'), ...of, question: z.union([z.string(), z.number()]) }),
  /** Whom: the id of a member of the desk, or of a person as the channel's people picker gives it. */
  z.strictObject({ verb: z.literal('desk-assign'), ...of, who: z.string().max(500) }),
  z.strictObject({ verb: z.literal('desk-solve'), ...of, cause: id }),
  /** Each answer in a field named `q-<question>`, the symptom in `q-symptom`. */
  z.object({ verb: z.literal('desk-diagnose'), ...of }).catchall(z.string().max(ID_LIMIT)),
  z.strictObject({ verb: z.literal('desk-show'), ...of }),
  z.strictObject({ verb: z.literal('desk-cases'), which: z.enum(['open', 'closed']) }),
  z.strictObject({ verb: z.literal('desk-stats') }),
]);

/** What is done to a case by a click: by the person whose it is (`my-…`) or by the desk (`desk-…`). */
export type CaseAction = z.infer<typeof caseActionSchema>;

/** Of those, the person's and the desk's. */
export type PersonClick = Extract<CaseAction, { readonly verb: `my-${string}` }>;
export type DeskClick = Extract<CaseAction, { readonly verb: `desk-${string}` }>;

/** Whether it is for the person whose case it is; else it is for the desk. */
export function isPersonClick(action: CaseAction): action is PersonClick {
  return action.verb.startsWith('my-');
}

/** Whether something that a card offers is about a case, rather than an answer to the bot. */
export function isCaseAction(action: { readonly verb: string }): action is CaseAction {
  return /^(?:my|desk)-/.test(action.verb);
}

/** Reads such a click; null when it isn't exactly one. It never says who did it or what they may do. */
export function parseCaseClick(value: unknown): CaseAction | null {
  const outer = z.looseObject({ card: id }).safeParse(value);
  if (!outer.success) return null;
  const { card: _, ...rest } = outer.data;
  return caseActionSchema.safeParse(rest).data ?? null;
}
