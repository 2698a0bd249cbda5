import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actorOf } from './actorOf.ts';
import { orNull } from './orNull.ts';
import { slackId } from './slackIds.ts';
import type { SlackInput, SlackSubmissionInput } from './slackInput.ts';

const text = orNull(z.string());

const elementSchema = z.object({
  type: z.string(),
  value: text,
  selected_time: text,
  selected_option: orNull(z.object({ value: z.string() })),
  selected_user: text,
});

const fieldsSchema = z.record(z.string(), z.unknown());

const viewSchema = z.object({
  id: slackId,
  private_metadata: z.string().catch(''),
  state: orNull(z.object({ values: fieldsSchema })),
});

/** Reads `view_submission`; null when it can't be read. */
export function parseSubmission(payload: unknown): SlackInput | null {
  const { data } = z.object({ view: viewSchema }).safeParse(payload);
  const actor = actorOf(payload);
  if (data === undefined || actor === null) return null;
  const { id, private_metadata: metadata, state } = data.view;
  const values = valuesOf(state?.values ?? {});
  return { kind: 'submission', delivery: `${id}:${hashOf(metadata, values)}`, ...actor, metadata, values };
}

/** A field is a block with one element in it. */
function valuesOf(blocks: z.infer<typeof fieldsSchema>): SlackSubmissionInput['values'] {
  const fields = Object.entries(blocks).flatMap(([field, block]): [string, string][] => {
    const [inside] = Object.values(fieldsSchema.safeParse(block).data ?? {});
    const value = filledIn(inside);
    return value === null ? [] : [[field, value]];
  });
  return Object.fromEntries(fields);
}

/** '' where nothing stands in it, null for what is no field of ours. */
function filledIn(element: unknown): string | null {
  const { data } = elementSchema.safeParse(element);
  switch (data?.type) {
    case 'plain_text_input':
    case 'email_text_input':
      return data.value ?? '';
    case 'timepicker':
      return data.selected_time ?? '';
    case 'static_select':
    case 'radio_buttons':
      return data.selected_option?.value ?? '';
    case 'users_select':
      return data.selected_user ?? '';
    default:
      return null;
  }
}

/**
 * A modal may be sent again, after an error or as another form in its place: what is the same to the letter is one
 * delivery. Slack doesn't promise an order of the fields.
 */
function hashOf(metadata: string, values: SlackSubmissionInput['values']): string {
  const fields = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([metadata, fields]))
    .digest('base64url');
}
