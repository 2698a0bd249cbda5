import type { Activity } from 'botbuilder';
import { asCoded } from '../../errors.ts';
import { showHomeAnew } from './showHome.ts';
import { type SlackDeed, slackActivity } from './slackActivity.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import type { SlackPersonShown } from './slackApi.ts';
import { SlackCallError } from './slackCallError.ts';
import { activityOf, runTurn, type SlackParts, TAKEN, type Underway } from './slackDeeds.ts';
import type { SlackClickInput } from './slackInput.ts';
import { slackModal } from './slackModal.ts';
import { targetOf } from './slackPlace.ts';
import type { SlackFormFound, SlackWords } from './slackPort.ts';

/** A modal has to be opened within 3 s of the tap. Source: docs.slack.dev, "Modals", trigger ids. In milliseconds. */
const OPEN_WITHIN = 2_000;

/** What the name of a button begins with that opens a form; the form's first field may follow. */
const OPEN = 'open:';

/** A tap on a button: opens a form where there is one behind it, before anything else; else it is a turn. */
export async function takeClick(parts: SlackParts, click: SlackClickInput, underway: Underway): Promise<SlackAnswer> {
  const { identity, taken } = underway;
  const deed = await deedOf(parts, click);
  const run = async (change: (activity: Activity) => Activity = (activity) => activity) =>
    runTurn(parts, change(await activityOf(parts, deed, identity)), taken);
  if (!click.actionId.startsWith(OPEN)) {
    const answer = await run();
    if (click.where === 'home') await showHomeAnew(parts, click, identity);
    return answer;
  }
  // Whose name it is doesn't matter to a form, and asking for it takes time.
  const nameless = slackActivity(deed, identity, NAMELESS);
  const found = await openForm(parts, click, nameless);
  switch (found.kind) {
    case 'opened':
      return TAKEN;
    case 'ask':
      taken();
      await say(parts, nameless, found.text);
      return TAKEN;
    case 'click':
      return run();
    case 'stale':
      return run(withoutAction);
  }
}

const NAMELESS: SlackPersonShown = { name: '', timeZone: null };

type Opening = { readonly kind: 'opened' | 'click' | 'stale' } | { readonly kind: 'ask'; readonly text: string };

async function openForm(
  { api, port, log, wait }: SlackParts,
  click: SlackClickInput,
  activity: Activity,
): Promise<Opening> {
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
    // It has been opened by an earlier delivery of the same tap.
    if (error instanceof SlackCallError && error.slackCode === 'exchanged_trigger_id') return { kind: 'opened' };
    log.warn({ channel: 'slack', code: asCoded(error).code }, 'a form could not be opened');
  }
  return insteadOf(found, click, port.texts);
}

/** The same is asked for in the chat, by the name of the button where nobody has read yet what its form is. */
function insteadOf(found: SlackFormFound | null, { actionId, where }: SlackClickInput, texts: SlackWords): Opening {
  // At the desk a click asks for the same by itself.
  if (where === 'channel' || (found?.kind === 'form' && found.ask === null)) return { kind: 'click' };
  const asked = found?.kind === 'form' ? found.ask : texts.labelOf(actionId.slice(OPEN.length));
  return { kind: 'ask', text: texts.formNotOpened(asked) };
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
  const beginsThread = where === 'channel' && thread === null;
  return { ...common, channel: click.channel, where, thread: beginsThread ? message : thread, beginsThread };
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
function withoutAction(activity: Activity): Activity {
  const { card }: { readonly card?: unknown } = { ...Object(activity.value) };
  return { ...activity, value: { card } };
}

function say({ adapter }: SlackParts, activity: Activity, text: string): Promise<void> {
  return adapter.processActivity(activity, async (context) => {
    await context.sendActivity({ type: 'message', text });
  });
}
