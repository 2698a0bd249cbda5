import type { Activity, ChannelAccount } from 'botbuilder';
import type {
  DeskMember,
  DeskMembers,
  DeskPlace,
  DeskPlaces,
  DeskPost,
  DeskPosts,
} from '../../helpdesk/desk/deskPlace.ts';
import { MEMBERS_SEARCHED } from '../../helpdesk/desk/membersSearched.ts';
import type { DeliveryOutcome, LeasedRow, OutboxStore } from '../../helpdesk/outbox.ts';
import type { ChannelReader } from '../desk/channelReader.ts';
import { isAccountOf } from '../desk/isAccountOf.ts';
import { type CaseCardParts, readerOf } from './deliverCaseCard.ts';
import { isGone, losePlace, WITHOUT_A_PLACE } from './losePlace.ts';
import type { Posted } from './posting.ts';
import type { RowPayload, ThreadPayload } from './rowPayload.ts';

export interface ThreadParts extends CaseCardParts {
  readonly places: DeskPlaces;
  readonly posts: DeskPosts;
  readonly members: DeskMembers;
  readonly outbox: Pick<OutboxStore, 'hasEnded'>;
}

/**
 * Posts in the thread of a case. Where the case isn't there yet, its card goes up first, by a row before this one, then
 * how its thread begins, then this. A thread may be gone and its channel not: then the card goes up again in that way; a
 * place where that is of no help doesn't work. While the desk is nowhere it waits.
 */
export async function deliverInThread(
  parts: ThreadParts,
  payload: ThreadPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const place = await parts.places.get(payload.line);
  const current = await parts.cases.get(payload.case);
  if (place === null || current === null) return NOTHING_TO_DO;
  if (place.lost !== null) return { kind: 'not-yet', afterMs: WITHOUT_A_PLACE };
  const post = await parts.posts.get(payload.case, place.key);
  if (payload.root !== undefined && payload.root !== post?.root) return NOTHING_TO_DO;
  const posted = post === null ? NO_THREAD : await postBelow(parts, payload, { place, post, row });
  // The thread is gone, or all of the place.
  if (posted.kind !== 'refused' || !(post === null || isGone(posted.why))) return posted;
  // A case that has gone to another line is shown there alone.
  if (current.line !== payload.line) return NOTHING_TO_DO;
  const isPut = await putCardFirst(parts, { payload, row, place, gone: post?.root });
  return isPut ? { kind: 'not-yet', afterMs: 0 } : losePlace(parts, place, posted);
}

const NOTHING_TO_DO: DeliveryOutcome = { kind: 'delivered', receipt: '' };

const NO_THREAD: DeliveryOutcome = { kind: 'refused', why: 'no-thread' };

interface WithoutThread {
  readonly payload: ThreadPayload;
  readonly row: LeasedRow;
  readonly place: DeskPlace;
  /** The message whose thread isn't there any more. */
  readonly gone: string | undefined;
}

/** So often in a row a card goes up since the thread of the one before is gone. */
const MOST_RENEWALS = 5;

/** Puts a row for the card of the case before this one; false where as many as may have been through, and were of no help. */
async function putCardFirst(
  { outbox, commit }: ThreadParts,
  { payload, row, place, gone }: WithoutThread,
): Promise<boolean> {
  const { case: id, line, from, since = row.since.toISOString(), renewals: before = 0 } = payload;
  for (let renewals = before + 1; renewals <= MOST_RENEWALS; renewals++) {
    const card = `${row.id} card ${renewals} ${place.key}`;
    if (await outbox.hasEnded(card)) continue;
    const shown: RowPayload = {
      kind: 'case-card',
      case: id,
      line,
      since,
      renewals,
      ...(from && { from }),
      ...(gone && { gone }),
    };
    await commit([{ id: card, queue: row.queue, person: row.person, payload: shown, before: row.id }]);
    return true;
  }
  return false;
}

interface Thread {
  readonly place: DeskPlace;
  readonly post: DeskPost;
  readonly row: LeasedRow;
}

async function postBelow(
  parts: ThreadParts,
  payload: ThreadPayload,
  { place, post, row }: Thread,
): Promise<DeliveryOutcome> {
  const reader = readerOf(parts, place);
  if (reader === undefined) return { kind: 'not-taken', why: 'no-such-channel' };
  const { activity, ifRepeated } = (reader.heard === 'all' ? payload.ifAllHeard : undefined) ?? payload;
  const plain: Posted = { activity, ifRepeated };
  const { withFiles } = payload;
  const to = { channel: place.channel, reference: reader.threadOf(place.reference, post.root) };
  const about = { ...row, case: payload.case };
  const accounts = await accountsOf(parts.members, reader, payload.mentions);
  // To ping is to mention.
  const meant = (each: Partial<Activity>) => (accounts.length === 0 ? each : reader.mentioning(each, accounts));
  const pinging = (each: Posted) => ({
    activity: meant(each.activity),
    ifRepeated: each.ifRepeated && meant(each.ifRepeated),
  });
  // Perhaps a file isn't taken, or somebody is mentioned who isn't there any more: better without than not at all.
  const [first = plain, ...others] = [
    ...(withFiles && reader.takesFiles && row.attempt <= WITH_FILES ? [pinging(withFiles)] : []),
    ...(accounts.length > 0 ? [pinging(plain)] : []),
    plain,
  ];
  return parts.posting.post(to, [first, ...others], about);
}

/** So many attempts are made with files: one that never goes up must not keep all that comes after it in this thread. */
const WITH_FILES = 5;

/** Those of them whom this channel has, by the names that they were seen under at the desk. */
async function accountsOf(
  members: DeskMembers,
  reader: ChannelReader,
  ids: readonly string[],
): Promise<readonly ChannelAccount[]> {
  if (ids.length === 0) return [];
  const known = await members.list(MEMBERS_SEARCHED);
  const accounts = ids.flatMap((id) => {
    const member = known.find((each) => isMember(each, id));
    const own = reader.accountOf(member?.id ?? id);
    return own === null ? [] : [{ ...own, ...member?.account, name: member?.name }];
  });
  return accounts.map((account, index) => ({ ...account, name: account.name ?? `on call ${index + 1}` }));
}

/** Those on call are named by an id that the channel has for them, which may be that of the directory. */
function isMember(member: DeskMember, id: string): boolean {
  return member.id === id || isAccountOf(member.account, { id, aadObjectId: id.replace(/^8:orgid:/, '') });
}
