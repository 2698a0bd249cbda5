import { type Activity, type ChannelAccount, TeamsInfo } from 'botbuilder';
import type { ChannelReader } from '../bots/desk/channelReader.ts';
import { sayPlainly } from '../bots/desk/sayPlainly.ts';
import { channelOf } from '../channels/teams/channelOf.ts';
import { deskLossIn } from '../channels/teams/deskLossIn.ts';
import { isLostWith } from '../channels/teams/isLostWith.ts';
import { mentionedIn } from '../channels/teams/mentionedIn.ts';
import { mentionFirst } from '../channels/teams/mentionFirst.ts';
import { rootOf } from '../channels/teams/rootOf.ts';
import { teamsAccountOf } from '../channels/teams/teamsAccountOf.ts';
import { teamsPlaceOf } from '../channels/teams/teamsPlaceOf.ts';
import { threadOf } from '../channels/teams/threadOf.ts';
import { placeReference, threadReference } from './placeReference.ts';

/** What is kept of a place in Teams besides where it is. */
interface Kept {
  readonly conversation?: { readonly id: string };
  /** The team of the channel: what Teams tells of a removal it tells of a team. */
  readonly team?: string | null;
}

function teamOf({ channelData }: Partial<Activity>): string | null {
  const id: unknown = channelData?.team?.id;
  return typeof id === 'string' ? id : null;
}

/** What Teams tells of its conversations. */
export const teamsReader: ChannelReader = {
  conversationOf: ({ conversation }) => channelOf(conversation?.id ?? ''),
  rootOf: ({ conversation }) => rootOf(conversation?.id ?? ''),
  kindOf: teamsPlaceOf,
  saidTo({ value, entities = [], recipient }) {
    const isClick = value !== undefined && value !== null;
    const isToBot = entities.some(({ type, ['mentioned']: who }) => type === 'mention' && who?.id === recipient?.id);
    return isClick || isToBot ? 'bot' : 'others';
  },
  heard: 'mentions',
  isInOwnThread: () => false,
  async refuse(context, said) {
    await sayPlainly(context, said);
    return false;
  },
  referenceOf(activity) {
    const team = teamOf(activity);
    return { ...placeReference(activity, channelOf), ...(team !== null && { team }) };
  },
  takesFiles: false,
  tellsMore: (activity, { team = null }: Kept) => team === null && teamOf(activity) !== null,
  lossOf(activity, reference) {
    const loss = deskLossIn(activity);
    const { conversation, team = null }: Kept = reference;
    const isThere = loss !== null && isLostWith(loss, { channel: channelOf(conversation?.id ?? ''), team });
    return isThere ? loss.why : null;
  },
  mentionsOf: mentionedIn,
  async memberOf(context, named) {
    // Whoever is mentioned by the organisation's id is who that says, also while Teams can't tell more.
    const asNamed = named.aadObjectId && named.name ? named : null;
    try {
      const found: ChannelAccount = await TeamsInfo.getMember(context, named.aadObjectId ?? named.id);
      return found.aadObjectId && found.name ? found : asNamed;
    } catch {
      // Nobody by that id, or Teams won't say just now: whoever was seen at the desk can be chosen all the same.
      return asNamed;
    }
  },
  // A bot is told of none outside of private chats.
  hasFiles: () => false,
  accountOf: teamsAccountOf,
  mentioning: mentionFirst,
  threadOf: (reference, root) => threadReference(reference, (id) => threadOf(id, root)),
};
