import { isRefusedToPerson } from './isRefusedToPerson.ts';
import { slackActivity } from './slackActivity.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import { activityOf, runTurn, type SlackParts, TAKEN, type Underway } from './slackDeeds.ts';
import type {
  SlackCommandInput,
  SlackHomeInput,
  SlackInput,
  SlackMessageInput,
  SlackShortcutInput,
} from './slackInput.ts';
import { GO_ON } from './slackPort.ts';
import { takeClick } from './takeClick.ts';
import { takeSubmission } from './takeSubmission.ts';

/** Does what was delivered. Throws what a turn throws: then it should come again. */
export async function takeInput(parts: SlackParts, input: SlackInput, underway: Underway): Promise<SlackAnswer> {
  switch (input.kind) {
    case 'challenge':
      return { status: 200, body: input.challenge };
    case 'nothing':
      return TAKEN;
    case 'message':
      return takeMessage(parts, input, underway);
    case 'click':
      return takeClick(parts, input, underway);
    case 'submission':
      return takeSubmission(parts, input, underway);
    case 'command':
      return takeCommand(parts, input, underway);
    case 'shortcut':
      await takeInDirect(parts, input, underway);
      return TAKEN;
    case 'home':
      return showHome(parts, input, underway);
    case 'left':
      await parts.port.onLeft(input.team);
      return TAKEN;
  }
}

async function takeMessage(parts: SlackParts, input: SlackMessageInput, { identity, taken }: Underway) {
  const { text, files, isMention, where, ts } = input;
  const thread = input.thread ?? (where === 'channel' ? ts : null);
  const said = { text, files, isMention };
  const { delivery, user, channel } = input;
  const activity = await activityOf(parts, { delivery, user, channel, where, thread, said }, identity);
  return runTurn(parts, activity, taken);
}

/** Said by a command or on somebody's message, it is as if it had been said in the direct message. */
async function takeInDirect(
  parts: SlackParts,
  { delivery, user, text }: SlackCommandInput | SlackShortcutInput,
  { identity, taken }: Underway,
): Promise<void> {
  const channel = await parts.api.openDirect(user);
  const done =
    text.trim() === ''
      ? { clicked: { value: GO_ON, message: null, ephemeral: null } }
      : { said: { text, files: [], isMention: false } };
  const deed = { delivery, user, channel, where: 'direct', thread: null, ...done } as const;
  await runTurn(parts, await activityOf(parts, deed, identity), taken);
}

async function takeCommand(parts: SlackParts, input: SlackCommandInput, underway: Underway): Promise<SlackAnswer> {
  const { wroteToYou, couldNotWrite } = parts.port.texts;
  try {
    await takeInDirect(parts, input, underway);
  } catch (error) {
    if (!isRefusedToPerson(error)) throw error;
    return { status: 200, body: couldNotWrite };
  }
  return { status: 200, body: wroteToYou };
}

async function showHome({ api, port }: SlackParts, { delivery, user }: SlackHomeInput, { identity }: Underway) {
  const channel = await api.openDirect(user);
  const deed = { delivery, user, channel, where: 'direct', thread: null } as const;
  const blocks = await port.homeOf(slackActivity(deed, identity, await api.person(user)));
  await api.publishHome(user, { type: 'home', blocks: [...blocks] });
  return TAKEN;
}
