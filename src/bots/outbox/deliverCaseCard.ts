import { createHash } from 'node:crypto';
import type { CardView } from '../../cards/model.ts';
import { caseCard } from '../../cards/views/desk/caseCard.ts';
import { elsewhereView } from '../../cards/views/desk/elsewhereView.ts';
import { newCaseLine } from '../../cards/views/desk/newCaseLine.ts';
import { threadStart } from '../../cards/views/desk/threadStart.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import type { Case } from '../../helpdesk/cases/case.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeskPlace, DeskPlaces, DeskPost, DeskPosts } from '../../helpdesk/desk/deskPlace.ts';
import type { AtOutboxStep, DeliveryOutcome, LeasedRow, NewOutboxRow } from '../../helpdesk/outbox.ts';
import type { ChannelReader } from '../desk/channelReader.ts';
import type { DeskContexts } from '../desk/deskContexts.ts';
import { belowCard } from './belowCard.ts';
import { losePlace, WITHOUT_A_PLACE } from './losePlace.ts';
import type { PostedRow, Posting } from './posting.ts';
import type { CaseCardPayload } from './rowPayload.ts';
import { type TrailBefore, trailBefore } from './trailBefore.ts';

export interface CaseCardParts {
  readonly cases: Pick<CaseStore, 'get' | 'entries'>;
  readonly places: DeskPlaces;
  readonly posts: DeskPosts;
  readonly posting: Posting;
  /** By the channel of a place. */
  readonly readers: Readonly<Record<string, ChannelReader>>;
  readonly contexts: DeskContexts;
  readonly now: () => Date;
  /** Takes rows for the outbox, and leaves out those that it has. */
  readonly commit: (rows: readonly NewOutboxRow[]) => Promise<void>;
  /**
   * Called when the channel has accepted a case in a place for the first time, or anew. Again where the process ended
   * before the case says so.
   */
  readonly onShown: (current: Case) => Promise<void>;
  /** What happens at the named places; nothing but in a soak run. */
  readonly atStep?: AtOutboxStep | undefined;
}

/** A card in a channel is changed at most once in so many milliseconds: each time, clients jump (Teams). */
const SHORTEST_APART = 1_000;

/** From what age the link on a card is renewed, in milliseconds: it is good for eight hours. */
const OLD_LINK = 4 * 60 * 60_000;

const DELIVERED: DeliveryOutcome = { kind: 'delivered', receipt: '' };

/**
 * Shows a case on the desk as it now is: posts its card, or changes the one that is there, if that shows anything else or
 * its link has grown old.
 */
export async function deliverCaseCard(
  parts: CaseCardParts,
  { case: id, line, from, since, gone, renewals = 0 }: CaseCardPayload,
  leased: Pick<LeasedRow, 'id' | 'mayBeRepeat' | 'since'>,
): Promise<DeliveryOutcome> {
  const current = await parts.cases.get(id);
  const place = await parts.places.get(line);
  // Erased since; or the desk is on its page alone, which looks by itself.
  if (current === null || place === null) return DELIVERED;
  if (place.lost !== null) return { kind: 'not-yet', afterMs: WITHOUT_A_PLACE };
  const known = await parts.posts.get(id, place.key);
  const post = known?.root === gone ? null : known;
  // A case that has gone to another line is only changed where it was.
  if (post === null && current.line !== line) return DELIVERED;
  const drawn = draw(parts, current, line);
  const told = { from, since: since === undefined ? leased.since : new Date(since) };
  const sending = { current, place, post, drawn, told, row: { ...leased, case: id }, renewals };
  const age = post === null ? 0 : parts.now().getTime() - Date.parse(post.shownAt);
  if (post?.shown === drawn.shown && !(drawn.hasLink && age >= OLD_LINK)) {
    // A short card may look the same when there is more that it has no room for.
    const { again } = parts.contexts.of(current, parts.now()).texts.trail;
    const at = { place: place.key, root: post.root, told, renewals, again };
    await parts.commit(belowCard(current, at, drawn.more));
    await tellShown(parts, sending);
    return DELIVERED;
  }
  const wait = post === null ? 0 : SHORTEST_APART - age;
  if (wait > 0 && wait <= SHORTEST_APART) return { kind: 'not-yet', afterMs: wait };
  return send(parts, sending);
}

interface Drawn {
  readonly view: CardView;
  /** What follows in the thread, where the card is a short one that nobody could open. */
  readonly more: readonly string[];
  readonly shown: string;
  /** It leads to the page of the case. */
  readonly hasLink: boolean;
}

/** The hash leaves out the link and the time, which are others each time, but for how near the meeting is by it. */
function draw({ contexts, now }: CaseCardParts, current: Case, line: Case['line']): Drawn {
  const context = contexts.of(current, now());
  const { view, rest } = caseCard(context, current);
  const plain = { ...context, caseLink: null, clock: { ...context.clock, now: new Date(0) } };
  const shown = createHash('sha256')
    .update(JSON.stringify([line === current.line, caseCard(plain, current).view]))
    .digest('base64url');
  if (line !== current.line) return { view: elsewhereView(context, view), more: [], shown, hasLink: false };
  const { caseLink } = context;
  return { view, more: rest, shown, hasLink: caseLink !== null && JSON.stringify(view).includes(caseLink) };
}

interface Sending {
  readonly current: Case;
  readonly place: DeskPlace;
  readonly post: DeskPost | null;
  readonly drawn: Drawn;
  readonly told: TrailBefore;
  readonly row: PostedRow;
  readonly renewals: number;
}

async function send(parts: CaseCardParts, sending: Sending): Promise<DeliveryOutcome> {
  const { current, place, post, drawn, row } = sending;
  if (post !== null) {
    const updated = await update(parts, sending, post.root);
    // A message that can't be changed any more, for whatever reason, is posted anew.
    if (updated.kind !== 'refused') return noted(parts, sending, updated);
  }
  const message = (mayBeRepeat: boolean) => ({
    ...cardActivity({ view: drawn.view, card: current.id }),
    textFormat: 'plain',
    text: newCaseLine(parts.contexts.of(current, parts.now()), current, mayBeRepeat),
  });
  const posted = await parts.posting.post(place, [{ activity: message(false), ifRepeated: message(true) }], row);
  if (posted.kind === 'refused') return losePlace(parts, place, posted);
  if (posted.kind === 'delivered') parts.atStep?.('case-card-posted');
  // An earlier attempt has drawn the case as it was by then.
  const isOld = posted.kind === 'delivered' && posted.isEarlier;
  const shown = isOld ? await update(parts, sending, posted.receipt) : posted;
  // It is there, but can't be changed: what it shows is out of date, and the next change posts it anew.
  const isStuck = isOld && shown.kind === 'refused';
  const meant = isStuck ? { ...sending, drawn: { ...drawn, shown: '' } } : sending;
  return noted(parts, { ...meant, post: null }, isStuck ? posted : shown);
}

function update(
  { posting }: CaseCardParts,
  { current, place, drawn }: Sending,
  root: string,
): Promise<DeliveryOutcome> {
  return posting.update(place, { ...cardActivity({ view: drawn.view, card: current.id }), id: root });
}

async function noted(parts: CaseCardParts, sending: Sending, outcome: DeliveryOutcome): Promise<DeliveryOutcome> {
  if (outcome.kind !== 'delivered') return outcome;
  const { current, place, post, drawn } = sending;
  const root = outcome.receipt === '' ? (post?.root ?? '') : outcome.receipt;
  const shownAt = parts.now().toISOString();
  const note = { case: current.id, place: place.key, root, shown: drawn.shown, shownAt };
  // With it: before, they would find no thread, and after that nobody looks whether all of it is there.
  await parts.posts.save(note, await rowsBelow(parts, sending, root));
  await tellShown(parts, sending);
  return outcome;
}

/**
 * How a thread begins where the case has been elsewhere, before all that waits for that thread already, and what its card
 * had no room for.
 */
async function rowsBelow(
  parts: CaseCardParts,
  { current, place, post, drawn, told, row, renewals }: Sending,
  root: string,
): Promise<NewOutboxRow[]> {
  const before = post === null ? trailBefore(await parts.cases.entries(current.id), told) : [];
  const heard = readerOf(parts, place)?.heard ?? 'mentions';
  const context = parts.contexts.of(current, parts.now());
  const start = before.length === 0 ? [] : threadStart(context, current, { before, heard });
  const { again } = context.texts.trail;
  const below = belowCard(current, { place: place.key, root, told, renewals, again }, [...start, ...drawn.more]);
  // Of a new case the first post is among those that wait.
  return start.length === 0 ? below : below.map((each) => ({ ...each, before: row.id }));
}

/** What the channel of a place tells of it; undefined where that channel isn't switched on. */
export function readerOf(
  { readers }: Pick<CaseCardParts, 'readers'>,
  { channel }: Pick<DeskPlace, 'channel'>,
): ChannelReader | undefined {
  return Object.hasOwn(readers, channel) ? readers[channel] : undefined;
}

/** A process that ends between noting the message and this leaves a case that is there and doesn't say so. */
async function tellShown({ onShown }: CaseCardParts, { current, place, post }: Sending): Promise<void> {
  const isUntold = !current.isOnScreen && current.status !== 'closed' && current.line === place.line;
  if (post === null || isUntold) await onShown(current);
}
