import type { ChannelAccount, TurnContext } from 'botbuilder';
import { MEMBERS_SEARCHED } from '../../helpdesk/desk/membersSearched.ts';
import { plainName } from '../plainName.ts';
import { turnKeysOf } from '../turnKeys.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskParts } from './deskParts.ts';
import { isAccountOf } from './isAccountOf.ts';

/**
 * Somebody whom a mention or the channel's picker names is known at the desk from now on, though they have never done
 * anything there. Gives their id, as people are written; null where the channel doesn't say who they are.
 */
export async function meetColleague(
  { reader, desk }: { readonly reader: ChannelReader; readonly desk: Pick<DeskParts, 'members' | 'now'> },
  context: TurnContext,
  named: ChannelAccount,
): Promise<string | null> {
  const known = (await desk.members.list(MEMBERS_SEARCHED)).find(({ account }) => isAccountOf(account, named));
  if (known) return known.id;
  const account = await reader.memberOf(context, named);
  if (account === null) return null;
  const { conversation, channelId } = context.activity;
  const { person } = turnKeysOf({ channelId, conversation, from: account });
  await desk.members.see({ id: person, name: plainName(account.name), account }, desk.now());
  return person;
}
