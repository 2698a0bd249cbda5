import type { ChannelReader } from '../bots/desk/channelReader.ts';
import { sayPlainly } from '../bots/desk/sayPlainly.ts';
import type { SlackApi } from '../channels/slack/slackApi.ts';
import { slackFilesIn } from '../channels/slack/slackFiles.ts';
import { refuseForm } from '../channels/slack/slackFormAnswer.ts';
import { mentionedIn, mentionFirst, slackAccountOf } from '../channels/slack/slackMentions.ts';
import { channelOf, rootOf, threadOf } from '../channels/slack/slackPlace.ts';
import { slackTurnOf } from '../channels/slack/slackTurn.ts';
import { placeReference, threadReference } from './placeReference.ts';

/** What Slack tells of its conversations. `person`: who somebody is, asked of Slack. */
export function createSlackReader(person: SlackApi['person']): ChannelReader {
  return {
    conversationOf: ({ conversation }) => channelOf(conversation?.id ?? ''),
    rootOf: ({ conversation }) => rootOf(conversation?.id ?? ''),
    kindOf(activity) {
      if (activity.conversation?.conversationType !== 'channel') return 'personal';
      // To an app a private channel is one like any other; it has to be invited into either.
      return slackTurnOf(activity).isShared ? 'shared-channel' : 'standard-channel';
    },
    saidTo(activity) {
      const isClick = activity.value !== undefined && activity.value !== null;
      return isClick || slackTurnOf(activity).isMention ? 'bot' : 'thread';
    },
    isInOwnThread: (activity) => slackTurnOf(activity).isInOwnThread,
    heard: 'all',
    async refuse(context, said) {
      if (refuseForm(context, said)) return true;
      await sayPlainly(context, said);
      return false;
    },
    referenceOf: (activity) => placeReference(activity, channelOf),
    tellsMore: () => false,
    takesFiles: true,
    hasFiles(activity) {
      const { files, left } = slackFilesIn(activity);
      return files.length + left.length > 0;
    },
    // Slack tells of it where something is posted.
    lossOf: () => null,
    mentionsOf: mentionedIn,
    async memberOf({ activity }, { id }) {
      const { name, teams } = await person(id);
      // Slack’s list of people has apps in it, and people of other organisations.
      const isColleague = teams.includes(activity.conversation.tenantId ?? '');
      return isColleague && name !== '' ? { id, name } : null;
    },
    accountOf: slackAccountOf,
    mentioning: mentionFirst,
    threadOf: (reference, root) => threadReference(reference, (id) => threadOf(id, root)),
  };
}
