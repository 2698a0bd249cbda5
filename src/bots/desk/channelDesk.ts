import type { Activity, TurnContext } from 'botbuilder';
import { parseCaseClick } from '../../cards/caseActions.ts';
import { closedView } from '../../cards/closedView.ts';
import type { OutgoingCard } from '../../cards/model.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import { typedText } from '../../dialogs/typedText.ts';
import { wholeText } from '../../dialogs/wholeText.ts';
import { asCoded } from '../../errors.ts';
import type { DeskPlace, DeskPlaces, DeskPosts } from '../../helpdesk/desk/deskPlace.ts';
import { everyPlace } from '../../helpdesk/desk/everyPlace.ts';
import type { Log } from '../../log.ts';
import type { Paces } from '../../turn/pace.ts';
import { loggedIds } from '../loggedIds.ts';
import { type InPublic, onceInPublic, type Said } from '../onceInPublic.ts';
import type { Taken } from '../personalTurns.ts';
import { turnKeysOf } from '../turnKeys.ts';
import { agentOf } from './agentOf.ts';
import { channelForm } from './channelForm.ts';
import type { ChannelReader } from './channelReader.ts';
import { type DeskDeed, type DeskReply, doAtDesk } from './deskDeeds.ts';
import { type DeskHereParts, deskHere } from './deskHere.ts';
import type { DeskParts } from './deskParts.ts';
import { deskWords } from './deskWords.ts';
import { meetColleague } from './meetColleague.ts';
import { placeKeyOf } from './placeKeyOf.ts';
import { tellOfFiles } from './tellOfFiles.ts';
import { withoutNames } from './withoutNames.ts';
import { writtenAtDesk } from './writtenAtDesk.ts';

/** The desk in the conversations of one channel. */
export interface ChannelDesk {
  /** Answers what is said where the desk is or was, and `desk here` anywhere; false for everything else. */
  answer(context: TurnContext, taken: Taken): Promise<boolean>;
  /** Refuses `desk here` in a private chat, whoever says it; false for everything else there. */
  refuseInPrivate(context: TurnContext, taken: Taken): Promise<boolean>;
  /** The bot was removed from somewhere: if the desk was there, it has none any more. */
  leave(activity: Activity): Promise<void>;
  /** The form that a click opens, or whose fields it is about; null where there is none for them now. Only reads. */
  form(activity: Activity): Promise<OutgoingCard | null>;
}

export interface ChannelDeskParts extends InPublic, DeskHereParts {
  readonly desk: DeskParts;
  readonly places: DeskPlaces;
  readonly posts: DeskPosts;
  readonly reader: ChannelReader;
  readonly log: Log;
  readonly paces: Paces;
}

/** A desk that works wherever its conversation is: whoever speaks there, in a tenant that is let in, is the desk. */
export function createChannelDesk(parts: ChannelDeskParts): ChannelDesk {
  return {
    async answer(context, taken) {
      const { activity } = context;
      const place = await parts.places.at(placeKeyOf(parts.reader, activity));
      if (!(await isHeard(parts, activity, place))) {
        if (parts.reader.hasFiles(activity)) {
          await onceInPublic(parts, { context, taken }, () => tellOfFiles(parts, context, place));
        } else taken();
        return true;
      }
      const words = deskWords(typedText(activity));
      const isOverheard = parts.reader.saidTo(activity) === 'thread';
      const isDeskHere = !isOverheard && activity.value === undefined && words.kind === 'desk-here';
      if (place === null && !isDeskHere) {
        if (!(await wasDesks(parts, activity))) return false;
        await onceInPublic(parts, { context, taken }, () => refuse(parts, context, parts.desk.texts.desk.elsewhereNow));
        return true;
      }
      await onceInPublic(parts, { context, taken }, async () => {
        if (isDeskHere) return deskHere(parts, context, place);
        if (place === null) return 'done';
        const said = await act(parts, context, await heardFrom(parts, activity, place));
        await tellOfFiles(parts, context, place);
        return said;
      });
      return true;
    },
    async refuseInPrivate(context, taken) {
      const { activity } = context;
      if (activity.value !== undefined || deskWords(typedText(activity)).kind !== 'desk-here') return false;
      await onceInPublic(parts, { context, taken }, async ({ conversation, person }) => {
        // Counted apart, as what is answered in public: too fast, it goes unanswered.
        if (parts.paces.take({ conversation, person: `${person} in public` }) === 'go')
          await deskHere(parts, context, null);
        return 'done';
      });
      return true;
    },
    form: (activity) => channelForm(parts, activity),
    async leave(activity) {
      for (const place of await everyPlace(parts.places)) {
        if (place.channel !== activity.channelId) continue;
        const why = parts.reader.lossOf(activity, place.reference);
        if (why !== null && place.lost === null) await parts.places.markLost(place.key, why, parts.now());
      }
    },
  };
}

/**
 * What isn't said to the bot is heard in the thread of a case alone, on channels that deliver what is said there. Where
 * colleagues are told that it doesn't see what doesn't mention it, so it is, whatever a channel delivers.
 */
async function isHeard(
  { posts, reader, desk }: ChannelDeskParts,
  activity: Activity,
  place: DeskPlace | null,
): Promise<boolean> {
  switch (reader.saidTo(activity)) {
    case 'bot':
      return true;
    case 'others':
      return place === null;
    case 'thread': {
      const root = reader.rootOf(activity);
      const about = root === null ? null : await posts.caseOf(placeKeyOf(reader, activity), root);
      // To mention somebody is to call them, and nothing to be kept.
      if (withoutNames(wholeText(activity), reader.mentionsOf(activity)) === '') return false;
      // An earlier card of a case, which is no longer known: nobody is to think that the case has it.
      if (about === null) return place !== null && reader.isInOwnThread(activity);
      // Where it isn't any more, they may go on talking. Who answers the person is told that it wasn't sent.
      const isHere = place !== null && (await desk.cases.get(about))?.line === place.line;
      return isHere || deskWords(typedText(activity)).kind === 'reply';
    }
  }
}

/** Whether something was meant for a desk that isn't there any more: done to a card of its, or in the thread of one. */
async function wasDesks({ posts, reader }: ChannelDeskParts, activity: Activity): Promise<boolean> {
  if (reader.saidTo(activity) === 'others') return false;
  if (parseCaseClick(activity.value)?.verb.startsWith('desk-')) return true;
  const root = reader.rootOf(activity);
  return root !== null && (await posts.caseOf(placeKeyOf(reader, activity), root)) !== null;
}

/** Where somebody mentions the bot, it is: what was lost there has been mended, and what the configuration can't say is learnt. */
async function heardFrom(
  { places, reader, now }: ChannelDeskParts,
  activity: Activity,
  place: DeskPlace,
): Promise<DeskPlace> {
  if (place.lost === null && !reader.tellsMore(activity, place.reference)) return place;
  const found = { ...place, reference: reader.referenceOf(activity), lost: null };
  await places.set(found, { by: turnKeysOf(activity).person, at: now() });
  return found;
}

async function act(parts: ChannelDeskParts, context: TurnContext, place: DeskPlace): Promise<Said> {
  const deed = await deedOf(parts, context, place);
  if (deed === null) return refuse(parts, context, parts.desk.texts.desk.oldCard);
  return tell(parts, { context, deed }, await doAtDesk(parts.desk, deed));
}

/** Beside the fields of a form, which can be sent again as it is; else in words. */
async function refuse({ reader }: Pick<ChannelDeskParts, 'reader'>, context: TurnContext, said: string): Promise<Said> {
  return (await reader.refuse(context, said)) ? 'undone' : 'done';
}

async function deedOf(parts: ChannelDeskParts, context: TurnContext, place: DeskPlace): Promise<DeskDeed | null> {
  const { posts, reader } = parts;
  const { activity } = context;
  const { person, delivery } = turnKeysOf(activity);
  const root = reader.rootOf(activity);
  const common = {
    agent: await agentOf(parts.desk, activity, person),
    account: activity.from,
    ...{ person, delivery, line: place.line, only: null },
    beside: root === null ? null : await posts.caseOf(place.key, root),
  };
  if (activity.value === undefined || activity.value === null) {
    return { ...common, what: await writtenAtDesk(parts, context) };
  }
  const action = parseCaseClick(activity.value);
  if (action === null) return null;
  // The picker offers everybody in the conversation.
  if (action.verb === 'desk-assign') await meetColleague(parts, context, { id: action.who, name: '' });
  return { ...common, what: { kind: 'click', action } };
}

/** What is sent by a small card of its own, which then has nothing left to do. */
const SENT_BY_FORM: ReadonlySet<string> = new Set([
  'desk-reply',
  'desk-note',
  'desk-ask',
  'desk-assign',
  'desk-solve',
  'desk-diagnose',
  'desk-escalate',
]);

async function tell(
  parts: Pick<ChannelDeskParts, 'log' | 'reader'>,
  { context, deed: { what } }: { readonly context: TurnContext; readonly deed: DeskDeed },
  reply: DeskReply,
): Promise<Said> {
  if (reply.kind !== 'refused' && what.kind === 'click' && SENT_BY_FORM.has(what.action.verb)) {
    await closeForm(parts, context, reply.kind === 'view' ? reply.view.title : reply.said);
  }
  switch (reply.kind) {
    case 'view':
      await context.sendActivity(cardActivity({ view: reply.view, card: reply.card }));
      return 'done';
    case 'refused':
      return refuse(parts, context, reply.said);
    // The thread says of a note that it is one, and so does the card that it was written on.
    case 'noted':
    case 'done':
      return 'done';
  }
}

/** It was done: that its card can’t be changed just now must not look as if it wasn’t, so that is only logged. */
async function closeForm({ log }: Pick<ChannelDeskParts, 'log'>, context: TurnContext, said: string): Promise<void> {
  const id = context.activity.replyToId;
  const view = { ...closedView({ title: said, blocks: [], actions: [], standing: [], more: [] }, said), blocks: [] };
  try {
    if (id) await context.updateActivity({ ...cardActivity({ view, card: null }), id });
  } catch (error) {
    log.warn({ ...loggedIds(context.activity), code: asCoded(error).code }, 'a card of the desk could not be closed');
  }
}
