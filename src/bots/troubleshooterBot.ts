import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { asCoded } from '../errors.ts';
import type { Log } from '../log.ts';
import { answerInPublic, type PublicAnswer } from './answerInPublic.ts';
import type { ChannelDesk } from './desk/channelDesk.ts';
import { loggedIds } from './loggedIds.ts';
import { onceInPublic } from './onceInPublic.ts';
import type { PersonalTurns, Taken } from './personalTurns.ts';
import { plainName } from './plainName.ts';
import type { FaultTexts } from './tellFault.ts';
import { tellFault } from './tellFault.ts';

export interface TroubleshooterSettings extends PublicAnswer, FaultTexts {
  /** The desk in this channel's conversations; null where it can be in none. */
  readonly desk: ChannelDesk | null;
  readonly personal: PersonalTurns;
  /** Whether a person is greeted when the app is installed, or only once they write. */
  readonly greet: 'install' | 'first-message';
  readonly log: Log;
}

/**
 * The bot for people who can't join a meeting. A fault is logged and told to the person; it throws what could not be
 * told, and `too-fast` on a channel that can keep a message and send it again.
 */
export function createTroubleshooterBot(
  settings: TroubleshooterSettings,
): (context: TurnContext, taken: Taken) => Promise<void> {
  return async (context, taken) => {
    try {
      await answer(settings, context, taken);
    } catch (error) {
      if (asCoded(error).code === 'too-fast') throw error;
      const ids = loggedIds(context.activity);
      settings.log.error({ ...ids, code: asCoded(error).code, err: error }, 'a turn failed');
      await tellFault(settings, context, { error, isAlone: settings.answersOneAlone && isPublic(context.activity) });
    }
  };
}

async function answer(settings: TroubleshooterSettings, context: TurnContext, taken: Taken): Promise<void> {
  const { activity } = context;
  switch (activity.type) {
    case ActivityTypes.Message:
      return isPublic(activity) ? hear(settings, context, taken) : goOn(settings, context, taken);
    case ActivityTypes.InstallationUpdate:
      await settings.desk?.leave(activity);
      // An upgrade comes as `add-upgrade` and greets nobody.
      return activity.action === 'add' && !isPublic(activity) ? greet(settings, context, taken) : undefined;
    case ActivityTypes.ConversationUpdate:
      await settings.desk?.leave(activity);
      return welcome(settings, context, taken);
    default:
      return undefined;
  }
}

/** Where others read along: the desk works there, and everybody else is answered in private. */
async function hear(settings: TroubleshooterSettings, context: TurnContext, taken: Taken): Promise<void> {
  const isDesks = (await settings.desk?.answer(context, taken)) ?? false;
  if (!isDesks) await answerInPublic(settings, context, taken);
}

/** Whoever says there where the desk is would wonder for long why it isn't. */
async function goOn({ desk, personal }: TroubleshooterSettings, context: TurnContext, taken: Taken): Promise<void> {
  const isRefused = (await desk?.refuseInPrivate(context, taken)) ?? false;
  if (!isRefused) await personal.goOn(context, taken);
}

/** Teams tells of an installation twice, in either order; greeting is once per person, so both may ask for it. */
async function welcome(settings: TroubleshooterSettings, context: TurnContext, taken: Taken): Promise<void> {
  const { activity } = context;
  const added = (activity.membersAdded ?? []).map(({ id }) => id);
  if (added.length === 0) return;
  if (!isPublic(activity)) return greet(settings, context, taken);
  // The SDK's type is wrong: who is spoken to need not be said.
  const bot: Activity['recipient'] | undefined = activity.recipient;
  if (bot === undefined || !added.includes(bot.id)) return;
  await onceInPublic(settings, { context, taken }, async () => {
    const text = settings.texts.groups.added(plainName(bot.name || 'Unstuck'));
    // Teams reads the text of a message as Markdown unless it is told not to, and the name isn’t ours.
    await context.sendActivity({ type: ActivityTypes.Message, textFormat: 'plain', text });
    return 'done';
  });
}

async function greet(
  { greet: when, personal }: TroubleshooterSettings,
  context: TurnContext,
  taken: Taken,
): Promise<void> {
  if (when === 'install') await personal.greet(context, taken);
}

/** Whether others read along: a channel of a team or a group chat. */
function isPublic({ conversation }: Partial<Activity>): boolean {
  return conversation?.conversationType === 'channel' || conversation?.conversationType === 'groupChat';
}
