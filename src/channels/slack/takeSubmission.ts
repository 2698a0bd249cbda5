import type { Activity } from 'botbuilder';
import type { SlackAnswer } from './slackAnswer.ts';
import { activityOf, type SlackParts, TAKEN, type Underway } from './slackDeeds.ts';
import { beginForm, formRefusal } from './slackFormAnswer.ts';
import type { SlackSubmissionInput } from './slackInput.ts';
import { type KeptForm, readKeptForm, sentForm, slackModal } from './slackModal.ts';

/**
 * A form that was sent: a turn like that of a click, which is answered with the next form where one follows, and beside
 * the fields where it was refused, so that nothing typed is lost.
 */
export async function takeSubmission(
  parts: SlackParts,
  submission: SlackSubmissionInput,
  { identity, taken }: Underway,
): Promise<SlackAnswer> {
  const kept = readKeptForm(submission.metadata);
  if (kept === null) return TAKEN;
  const sent = sentForm(kept, submission.values);
  if (sent.kind === 'lacking') return errors(sent.errors);
  const { at } = kept;
  const clicked = { value: sent.value, message: at.message, ephemeral: null };
  const { delivery, user } = submission;
  const deed = { delivery, user, clicked, channel: at.channel, where: at.where, thread: at.thread };
  const activity = await activityOf(parts, deed, identity);
  const next = await parts.port.formOf(activity, 'form');
  if (next.kind === 'form') return changed(slackModal(next.form, { ...at, message: null }));
  const refusal = await runForm(parts, activity, taken);
  return refusal === null ? TAKEN : refusedWith(refusal, { parts, kept, values: submission.values });
}

async function runForm({ adapter, port }: SlackParts, activity: Activity, taken: () => void): Promise<string | null> {
  let refusal: string | null = null;
  await adapter.processActivity(activity, async (context) => {
    beginForm(context);
    await port.logic(context, taken);
    refusal = formRefusal(context);
  });
  return refusal;
}

/** Slack shows an error beside a field alone: a form without any becomes the sentence. */
function refusedWith(
  refusal: string,
  { parts, kept, values }: { parts: SlackParts; kept: KeptForm; values: SlackSubmissionInput['values'] },
): SlackAnswer {
  const { notDone } = parts.port.texts;
  const [first] = Object.keys(values);
  if (first !== undefined) return errors({ [first]: refusal });
  const words = { type: 'plain_text', text: refusal, emoji: false } as const;
  const title = { type: 'plain_text', text: notDone.title, emoji: false } as const;
  const close = { type: 'plain_text', text: notDone.close, emoji: false } as const;
  return changed(
    slackModal({ title, close, blocks: [{ type: 'section', text: words }], form: null }, { ...kept.at, message: null }),
  );
}

function errors(each: Readonly<Record<string, string>>): SlackAnswer {
  return { status: 200, body: { response_action: 'errors', errors: each } };
}

function changed(view: object): SlackAnswer {
  return { status: 200, body: { response_action: 'update', view } };
}
