import type { Activity } from 'botbuilder';
import { asCoded } from '../../errors.ts';
import { type SlackDeed, slackActivity } from './slackActivity.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import { activityOf, runTurn, type SlackParts, TAKEN, type Underway } from './slackDeeds.ts';
import type { SlackClickInput } from './slackInput.ts';
import { slackModal } from './slackModal.ts';
import { targetOf } from './slackPlace.ts';
import type { SlackFormFound } from './slackPort.ts';

/** A modal has to be opened within 3 s of the tap. Source: docs.slack.dev, "Modals", trigger ids. In milliseconds. */
const OPEN_WITHIN = 2_000;

/** A tap on a button: opens a form where there is one behind it, before anything else; else it is a turn. */
export async function takeClick(parts: SlackParts, click: SlackClickInput, underway: Underway): Promise<SlackAnswer> {
  const { identity, taken } = underway;
  const deed = await deedOf(parts, click);
  if (!click.actionId.startsWith('open:')) return runTurn(parts, await activityOf(parts, deed, identity), taken);
  // Whose name it is doesn't matter to a form, and asking for it takes time.
  const nameless = slackActivity(deed, identity, { name: '', timeZone: null });
  const found = await openForm(parts, click, nameless);
  if (found.kind === 'opened') return TAKEN;
  if (found.kind === 'ask') {
    await parts.api.post(targetOf(nameless), { text: found.text, blocks: [] });
    return TAKEN;
  }
  const activity = await activityOf(parts, deed, identity);
  return runTurn(
    parts,
    found.kind === 'stale' ? { ...activity, value: withoutAction(activity.value) } : activity,
    taken,
  );
}

type Opening = { readonly kind: 'opened' | 'click' | 'stale' } | { readonly kind: 'ask'; readonly text: string };

async function openForm(parts: SlackParts, click: SlackClickInput, activity: Activity): Promise<Opening> {
  const { api, port, log, wait } = parts;
  let found: SlackFormFound | null = null;
  const opening = async (): Promise<Opening> => {
    found = await port.formOf(activity, 'button');
    if (found.kind !== 'form') return found;
    await api.openModal(click.trigger, slackModal(found.form, placeOf(click, activity, found.closes)));
    return { kind: 'opened' };
  };
  try {
    const opened = await Promise.race([opening(), wait(OPEN_WITHIN).then(() => null)]);
    if (opened !== null) return opened;
    log.warn({ channel: 'slack', code: 'late' }, 'a form could not be opened in time');
  } catch (error) {
    log.warn({ channel: 'slack', code: asCoded(error).code }, 'a form could not be opened');
  }
  return insteadOf(found, port.texts.formNotOpened);
}

/** The same is asked for in the chat. */
function insteadOf(found: SlackFormFound | null, formNotOpened: (field: string | null) => string): Opening {
  if (found?.kind === 'form' && found.ask === null) return { kind: 'click' };
  return { kind: 'ask', text: formNotOpened(found?.kind === 'form' ? found.ask : null) };
}

function placeOf({ message, where }: SlackClickInput, activity: Activity, closes: boolean) {
  const { channel, thread } = targetOf(activity);
  return {
    channel,
    thread,
    where: where === 'channel' ? where : ('direct' as const),
    message: closes ? message : null,
  };
}

/** On the App Home tab something is done in the direct message. */
async function deedOf({ api }: SlackParts, click: SlackClickInput): Promise<SlackDeed> {
  const { delivery, user, where, thread, message } = click;
  const clicked = { value: readValue(click.value), message, ephemeral: click.isEphemeral ? click.responseUrl : null };
  const common = { delivery, user, clicked };
  if (where === 'home' || click.channel === null) {
    return { ...common, channel: await api.openDirect(user), where: 'direct', thread: null };
  }
  // In a channel whatever is done to a message is done in its thread.
  return { ...common, channel: click.channel, where, thread: thread ?? (where === 'channel' ? message : null) };
}

/** What isn't one of ours the bot refuses by itself. */
function readValue(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return {};
  }
}

/** A click that means nothing: the bot shows where the person is. */
function withoutAction(value: unknown): object {
  const { card }: { readonly card?: unknown } = { ...Object(value) };
  return { card };
}
