import { z } from 'zod';
import { parseClick } from './parseClick.ts';
import { parseShortcut } from './parseShortcut.ts';
import { parseSubmission } from './parseSubmission.ts';
import type { SlackInput } from './slackInput.ts';

const kindSchema = z.looseObject({ type: z.string() });

/** Reads what comes of buttons, forms and shortcuts; null when it can't be read. */
export function parseAction(payload: unknown): SlackInput | null {
  switch (kindSchema.safeParse(payload).data?.type) {
    case undefined:
      return null;
    case 'block_actions':
      return parseClick(payload);
    case 'view_submission':
      return parseSubmission(payload);
    case 'message_action':
      return parseShortcut(payload);
    default:
      return { kind: 'nothing' };
  }
}
