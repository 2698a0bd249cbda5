import { z } from 'zod';

/** Longest id that a click may carry, in characters; pack ids and random ids are far shorter. */
const ID_LIMIT = 120;

/** Longest text of a field, in characters; longer is given back. Source: docs/architecture.md, "A turn". */
export const FIELD_LIMIT = 4000;

const id = z.string().min(1).max(ID_LIMIT);

/**
 * What stands in the fields of the card that hands the case over. Every button that leaves the card takes them along, so
 * that nothing typed is lost; left out where the card has no such field, or nothing was clicked on it.
 */
const handOverFields = {
  text: z.string().optional(),
  name: z.string().optional(),
  /** `HH:MM`, or ''. */
  startsAt: z.string().optional(),
  email: z.string().optional(),
};

const actionSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('start') }),
  z.strictObject({ verb: z.literal('answer'), question: id, option: id }),
  z.strictObject({ verb: z.literal('symptom'), symptom: id }),
  /** Without a question: show all answers, with a button each. */
  z.strictObject({ verb: z.literal('change'), question: id.optional() }),
  z.strictObject({ verb: z.literal('back'), ...handOverFields }),
  /** `step` names one step of a list; without it the step, list or way in that is shown is meant. */
  z.strictObject({
    verb: z.literal('step'),
    outcome: z.enum(['fixed', 'still-broken', 'cannot', 'left']),
    step: id.optional(),
  }),
  z.strictObject({ verb: z.literal('branch'), option: id }),
  z.strictObject({ verb: z.literal('workaround'), ...handOverFields }),
  /** A pasted join link, or whatever was pasted in its place. */
  z.strictObject({ verb: z.literal('link'), link: z.string() }),
  z.strictObject({ verb: z.literal('audience'), audience: z.enum(['user', 'admin', 'helper']) }),
  z.strictObject({ verb: z.literal('platform'), platform: z.enum(['windows', 'other']) }),
  z.strictObject({ verb: z.literal('all-steps') }),
  z.strictObject({ verb: z.literal('escalate') }),
  /** Sends the case to the helpdesk, with what stands in the card's fields. */
  z.strictObject({ verb: z.literal('send'), ...handOverFields }),
  /** Gives back what was masked in what they wrote. */
  z.strictObject({ verb: z.literal('unmask'), ...handOverFields }),
  /** Lists what goes along, a row each; `from` is the place of the first row's part, 0 where it is left out. */
  z.strictObject({ verb: z.literal('choose'), from: z.int().nonnegative().optional(), ...handOverFields }),
  /** One of these stays here, or goes along after all: named as in `HandOver`'s `leftOut`. */
  z.strictObject({ verb: z.literal('leave-out'), what: id, ...handOverFields }),
  z.strictObject({ verb: z.literal('put-back'), what: id, ...handOverFields }),
  z.strictObject({ verb: z.literal('confirm') }),
  z.strictObject({ verb: z.literal('restart') }),
  z.strictObject({ verb: z.literal('cancel') }),
  z.strictObject({ verb: z.literal('help'), ...handOverFields }),
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

/** The same for what was said rather than clicked: without what stands in the fields of the card that hands over. */
export function withoutHandOver(action: Action): Action {
  if (!isOfHandOver(action)) return action;
  const { text: _, name: __, startsAt: ___, email: ____, ...said } = action;
  return said;
}

/** What stands in the fields of the card that hands over. */
export type HandOverFields = Omit<Extract<Action, { readonly verb: 'send' }>, 'verb'>;

/** What stood in those fields when an action was clicked; nothing for an action that takes none along. */
export function handOverFieldsOf(action: Action): HandOverFields {
  if (!isOfHandOver(action)) return {};
  const { text, name, startsAt, email } = action;
  return { text, name, startsAt, email };
}

const OF_HAND_OVER = ['back', 'workaround', 'send', 'unmask', 'choose', 'leave-out', 'put-back', 'help'] as const;

type OfHandOver = Extract<Action, { readonly verb: (typeof OF_HAND_OVER)[number] }>;

function isOfHandOver(action: Action): action is OfHandOver {
  return OF_HAND_OVER.some((verb) => verb === action.verb);
}

/** What stands in the fields of an open card while something is typed beside it. */
export interface Begun {
  readonly card: string;
  readonly fields: HandOverFields;
}

const begunSchema = z.object({ card: id, fields: z.object(handOverFields) });

/** Reads it as our page sends it along; null where there is nothing of the kind. Other fields are passed over. */
export function parseBegun(value: unknown): Begun | null {
  return begunSchema.safeParse(value).data ?? null;
}
