import type { Activity, Entity } from 'botbuilder';
import type { DeskMember, DeskMembers, DeskPlace, DeskPlaces, DeskPosts } from '../../helpdesk/desk/deskPlace.ts';
import { MEMBERS_SEARCHED } from '../../helpdesk/desk/membersSearched.ts';
import type { DeliveryOutcome, LeasedRow } from '../../helpdesk/outbox.ts';
import type { ChannelReader } from '../desk/channelReader.ts';
import { isAccountOf } from '../desk/isAccountOf.ts';
import { type CaseCardParts, deliverCaseCard } from './deliverCaseCard.ts';
import { isGone, WITHOUT_A_PLACE } from './losePlace.ts';
import type { ThreadPayload } from './rowPayload.ts';

export interface ThreadParts extends CaseCardParts {
  readonly places: DeskPlaces;
  readonly posts: DeskPosts;
  readonly members: DeskMembers;
  readonly reader: ChannelReader;
}

/**
 * Posts in the thread of a case; where the case isn't there yet, its card goes up first, then how its thread begins, then
 * this, by a row of its own. A thread may be gone and its channel not: then the card goes up again in that way. While the
 * desk is nowhere it waits.
 */
export async function deliverInThread(
  parts: ThreadParts,
  payload: ThreadPayload,
  row: LeasedRow,
): Promise<DeliveryOutcome> {
  const place = await parts.places.get(payload.line);
  if (place === null || (await parts.cases.get(payload.case)) === null) return NOTHING_TO_DO;
  if (place.lost !== null) return { kind: 'not-yet', afterMs: WITHOUT_A_PLACE };
  const { isAgain, ...meant } =
    row.mayBeRepeat && payload.ifRepeated ? { ...payload, activity: payload.ifRepeated } : payload;
  if ((await parts.posts.get(payload.case, place.key)) === null) return showCase(parts, meant, { row, isGone: false });
  const posted = await postBelow(parts, meant, place);
  // The thread is gone, or all of the place.
  if (posted.kind !== 'refused' || !isGone(posted.why) || isAgain) return posted;
  return showCase(parts, { ...meant, isAgain: true }, { row, isGone: true });
}

const NOTHING_TO_DO: DeliveryOutcome = { kind: 'delivered', receipt: '' };

/** Done twice, it is posted once: the row of its own is known by this one's id. */
function showCase(
  parts: ThreadParts,
  payload: ThreadPayload,
  { row, isGone }: { readonly row: LeasedRow; readonly isGone: boolean },
): Promise<DeliveryOutcome> {
  const { case: id, line, from } = payload;
  const { queue, person } = row;
  const then = [{ id: `${row.id} again`, queue, person, payload }];
  return deliverCaseCard(parts, { kind: 'case-card', case: id, line, ...(from && { from }) }, { ...row, isGone, then });
}

/** A case that went to another line before it was ever shown here has no thread here. */
async function postBelow(parts: ThreadParts, payload: ThreadPayload, place: DeskPlace): Promise<DeliveryOutcome> {
  const post = await parts.posts.get(payload.case, place.key);
  if (post === null || (payload.root ?? post.root) !== post.root) return NOTHING_TO_DO;
  const thread = parts.reader.threadOf(place.reference, post.root);
  const activity = await mentioning(parts.members, payload);
  const posted = await parts.posting.post(place.channel, thread, activity);
  // Perhaps somebody is mentioned who isn't there any more: better without a ping than not at all.
  const isOdd = posted.kind === 'refused' && posted.why === 'status-400' && activity.entities !== undefined;
  return isOdd ? parts.posting.post(place.channel, thread, payload.activity) : posted;
}

/** To ping is to mention: a name in the text, and who is meant by it beside it. */
async function mentioning(members: DeskMembers, { activity, mentions }: ThreadPayload): Promise<Partial<Activity>> {
  if (mentions.length === 0) return activity;
  const known = await members.list(MEMBERS_SEARCHED);
  const entities = mentions.flatMap((id, index): Entity[] => {
    const { name = `on call ${index + 1}`, account = null } = known.find((member) => isMember(member, id)) ?? {};
    const mentioned = account ?? accountOf(id);
    return mentioned ? [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { ...mentioned, name } }] : [];
  });
  if (entities.length === 0) return activity;
  const { text = '', textFormat: _, ...rest }: Partial<Activity> = activity;
  const names = entities.map((entity) => String(entity['text']));
  return { ...rest, text: [...names, escapeMarkup(text)].join(' ').trim(), entities };
}

/** Those on call are named by an id that the channel has for them, which may be that of the directory. */
function isMember(member: DeskMember, id: string): boolean {
  return member.id === id || isAccountOf(member.account, { id, aadObjectId: id.replace(/^8:orgid:/, '') });
}

/** Somebody whom the bot hasn't met: a person as we write them, or an id as the channel has it. None for the page's. */
function accountOf(id: string): { readonly id: string } | null {
  if (id.startsWith('page:')) return null;
  const [, own] = /^(?:teams|slack):[^:]*:(.+)$/.exec(id) ?? [];
  return { id: own ?? id };
}

/** A text with mentions is read as markup, so what stands in it must not look like any. */
function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&');
}
