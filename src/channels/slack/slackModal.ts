import type { View } from '@slack/web-api';
import { z } from 'zod';
import type { SlackForm, SlackFormMeaning } from './slackPort.ts';

/** Where a form was opened, and with that where what comes of it is done. */
export interface FormPlace {
  readonly channel: string;
  readonly where: 'direct' | 'channel';
  readonly thread: string | null;
  /** The message with the fields' button, which is to be closed once they are sent; null where it stays. */
  readonly message: string | null;
}

/** What a modal keeps for us, read again. */
export interface KeptForm extends SlackFormMeaning {
  readonly at: FormPlace;
}

/** The field of a form that is a choice. */
const CHOICE = 'choice';

/** A modal with a form; it keeps where it was opened and what sending it means. */
export function slackModal({ form, blocks, title, close, submit }: SlackForm, at: FormPlace): View {
  return {
    type: 'modal',
    title,
    close,
    blocks: [...blocks],
    ...(submit && { submit }),
    ...(form && { private_metadata: JSON.stringify({ at, ...form } satisfies KeptForm) }),
  };
}

const keptForm = z.object({
  at: z.object({
    channel: z.string(),
    where: z.enum(['direct', 'channel']),
    thread: z.string().nullable(),
    message: z.string().nullable(),
  }),
  send: z.record(z.string(), z.unknown()).nullable(),
  choices: z.array(z.record(z.string(), z.unknown())).optional(),
  required: z.record(z.string(), z.string()).optional(),
});

/**
 * Reads what a modal has kept; null where it isn't one of ours. That a form was opened there may be believed: we have
 * written it, nobody else can change it, and it comes back in a request that Slack has signed, or by our own socket. It
 * says no more than where and what, though: who sent it Slack says each time, and whether they may do that there is asked
 * anew, as of any click.
 */
export function readKeptForm(metadata: string): KeptForm | null {
  try {
    return keptForm.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
}

/** What a sent form means: a click, or what to say beside the fields that lack something. */
export type SentForm =
  | { readonly kind: 'click'; readonly value: object }
  | { readonly kind: 'lacking'; readonly errors: Readonly<Record<string, string>> };

/** Puts what stands in the fields into the click of the form. White space alone is as good as nothing. */
export function sentForm({ send, choices, required = {} }: SlackFormMeaning, values: Values): SentForm {
  const lacking = Object.entries(required).filter(([field]) => (values[field] ?? '').trim() === '');
  if (lacking.length > 0) return { kind: 'lacking', errors: Object.fromEntries(lacking) };
  if (choices === undefined) return { kind: 'click', value: { ...send, ...values } };
  return { kind: 'click', value: choices[Number(values[CHOICE])] ?? {} };
}

type Values = Readonly<Record<string, string>>;
