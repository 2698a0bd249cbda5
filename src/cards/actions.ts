import { z } from 'zod';

/** Longest id that a click may carry, in characters; pack ids and random ids are far shorter. */
const ID_LIMIT = 120;

/** Longest text of a field, in characters; longer is given back. Source: docs/architecture.md, "A turn". */
export const FIELD_LIMIT = 4000;

const id = z.string().min(1).max(ID_LIMIT);

const actionSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('start') }),
  z.strictObject({ verb: z.literal('answer'), question: id, option: id }),
  z.strictObject({ verb: z.literal('symptom'), symptom: id }),
  /** Without a question: show all answers, with a button each. */
  z.strictObject({ verb: z.literal('change'), question: id.optional() }),
  z.strictObject({ verb: z.literal('back') }),
  /** `step` names one step of a list; without it the step, list or way in that is shown is meant. */
  z.strictObject({
    verb: z.literal('step'),
    outcome: z.enum(['fixed', 'still-broken', 'cannot', 'left']),
    step: id.optional(),
  }),
  z.strictObject({ verb: z.literal('branch'), option: id }),
  z.strictObject({ verb: z.literal('workaround') }),
  /** A pasted join link, or whatever was pasted in its place. */
  z.strictObject({ verb: z.literal('link'), link: z.string() }),
  z.strictObject({ verb: z.literal('audience'), audience: z.enum(['user', 'admin', 'helper']) }),
  z.strictObject({ verb: z.literal('platform'), platform: z.enum(['windows', 'other']) }),
  z.strictObject({ verb: z.literal('all-steps') }),
  z.strictObject({ verb: z.literal('escalate') }),
  z.strictObject({ verb: z.literal('confirm') }),
  z.strictObject({ verb: z.literal('restart') }),
  z.strictObject({ verb: z.literal('cancel') }),
  z.strictObject({ verb: z.literal('help') }),
]);

/** What a person can do, clicked or typed. */
export type Action = z.infer<typeof actionSchema>;

/** A click: what was done, and on which card. It never says who did it or what they may do. */
export interface Click {
  readonly card: string;
  readonly action: Action;
}

const clickSchema = z.looseObject({ card: id });

/** Reads a click as it came from a channel; null when it isn't exactly one. */
export function parseClick(value: unknown): Click | null {
  const outer = clickSchema.safeParse(value);
  if (!outer.success) return null;
  const { card, ...rest } = outer.data;
  const action = actionSchema.safeParse(rest);
  return action.success ? { card, action: action.data } : null;
}

/** Whether two actions are the same; what a person typed into a field doesn't count. */
export function isSameAction(one: Action, other: Action): boolean {
  if (one.verb === 'link') return other.verb === 'link';
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Action>;
  return [...keys].every((key) => one[key] === other[key]);
}
