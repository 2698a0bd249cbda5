import { asCoded } from '../../errors.ts';
import { isRefusedForGood, isRefusedToPerson } from './refusedForGood.ts';
import { showHome } from './showHome.ts';
import type { SlackAnswer } from './slackAnswer.ts';
import { SlackCallError } from './slackCallError.ts';
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
import { takeLeft } from './takeLeft.ts';
import { takeSubmission } from './takeSubmission.ts';

/** Does what was delivered. Throws what a turn throws: then it should come again. */
export async function takeInput(parts: SlackParts, input: SlackInput, underway: Underway): Promise<SlackAnswer> {
  switch (input.kind) {
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
      return takeShortcut(parts, input, underway);
    case 'home':
      return takeHome(parts, input, underway);
    case 'left':
      await takeLeft(parts, input.team);
      return TAKEN;
  }
}

async function takeMessage(parts: SlackParts, input: SlackMessageInput, { identity, taken }: Underway) {
  const { text, files, isMention, isShared, isInOwnThread, where, ts } = input;
  const beginsThread = where === 'channel' && input.thread === null;
  const thread = beginsThread ? ts : input.thread;
  const said = { text, files, isMention, isShared, isInOwnThread };
  const { delivery, user, channel } = input;
  const activity = await activityOf(parts, { delivery, user, channel, where, thread, beginsThread, said }, identity);
  return runTurn(parts, activity, taken);
}

/**
 * The answer to a command is seen by whoever gave it alone. One that comes late is told all the same: until then Slack
 * says that the command has failed.
 */
async function takeCommand(parts: SlackParts, input: SlackCommandInput, underway: Underway): Promise<SlackAnswer> {
  const said = await takeInDirect(parts, input, underway);
  return underway.isLate() ? tellAlone(parts, input, said) : { status: 200, body: said };
}

/** A shortcut can't be answered with words. */
async function takeShortcut(parts: SlackParts, input: SlackShortcutInput, underway: Underway): Promise<SlackAnswer> {
  return tellAlone(parts, input, await takeInDirect(parts, input, underway));
}

/** Tells whoever did something, where they did it, by the address that came with it, as well as that goes. */
async function tellAlone(
  { api, log }: SlackParts,
  { kind, responseUrl }: SlackCommandInput | SlackShortcutInput,
  said: string,
): Promise<SlackAnswer> {
  if (responseUrl === null) return TAKEN;
  try {
    await api.tellAlone(responseUrl, said);
  } catch (error) {
    log.warn({ channel: 'slack', code: asCoded(error).code }, `where the answer to a ${kind} is could not be told`);
  }
  return TAKEN;
}

/**
 * Said by a command or on somebody's message, it is as if it had been said in the direct message. Gives what to tell them
 * where they did it: that the answer is there, or how they get to it. Slack delivers neither a second time.
 */
async function takeInDirect(
  parts: SlackParts,
  { delivery, user, text }: SlackCommandInput | SlackShortcutInput,
  { identity, taken }: Underway,
): Promise<string> {
  const { wroteToYou, answerLost, couldNotWrite, tryLater } = parts.port.texts;
  const done =
    text.trim() === ''
      ? { clicked: { value: GO_ON, message: null, ephemeral: null } }
      : { said: { text, files: [], isMention: false, isShared: false, isInOwnThread: false } };
  let isTaken = false;
  try {
    const channel = await parts.api.openDirect(user);
    const deed = { delivery, user, channel, where: 'direct', thread: null, ...done } as const;
    await runTurn(parts, await activityOf(parts, deed, identity), () => {
      isTaken = true;
      taken();
    });
    return wroteToYou;
  } catch (error) {
    if (isTaken && !isRefusedToPerson(error)) return answerLost;
    if (!(error instanceof SlackCallError)) throw error;
    parts.log.warn({ channel: 'slack', code: asCoded(error).code, err: error }, 'somebody could not be written to');
    return isRefusedToPerson(error) ? couldNotWrite : tryLater;
  }
}

/** Slack brings back what isn't answered three times at most: that is for what passes. */
async function takeHome(parts: SlackParts, input: SlackHomeInput, { identity }: Underway): Promise<SlackAnswer> {
  try {
    await showHome(parts, input, identity);
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    parts.log.warn({ channel: 'slack', code: asCoded(error).code, err: error }, 'a tab could not be drawn');
  }
  return TAKEN;
}
