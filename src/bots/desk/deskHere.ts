import type { Activity, TurnContext } from 'botbuilder';
import type { Texts } from '../../cards/text/en.ts';
import { deskTestView } from '../../cards/views/desk/deskTestView.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import type { DeskPlace } from '../../helpdesk/desk/deskPlace.ts';
import { turnKeysOf } from '../turnKeys.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskContexts } from './deskContexts.ts';
import { type MoveDeskParts, moveDesk } from './moveDesk.ts';
import { placeKeyOf } from './placeKeyOf.ts';
import { sayPlainly } from './sayPlainly.ts';

export interface DeskHereParts extends MoveDeskParts {
  readonly reader: ChannelReader;
  readonly contexts: DeskContexts;
  readonly now: () => Date;
  /** Called once there is something in the outbox. */
  readonly wakeOutbox: () => void;
  /** Who may say where the desk is, as people are written. */
  readonly admins: ReadonlySet<string>;
  /** The configuration says where the desk is, so nobody else can. */
  readonly isConfigured: boolean;
  /** The conversation in which the next line works by the configuration; null where that says none. */
  readonly nextLine: string | null;
  readonly texts: Texts;
}

/**
 * Makes this conversation the desk's, if whoever says so may and it can be one. A test card shows that it works.
 * `place`: what it is already.
 */
export async function deskHere(parts: DeskHereParts, context: TurnContext, place: DeskPlace | null): Promise<'done'> {
  const refusal = refusalOf(parts, context.activity, place);
  if (refusal !== null) {
    await sayPlainly(context, refusal);
    return 'done';
  }
  const key = placeKeyOf(parts.reader, context.activity);
  const { person } = turnKeysOf(context.activity);
  const reference = parts.reader.referenceOf(context.activity);
  const at = parts.now();
  const channel = context.activity.channelId;
  // The card first: what can't be posted is no desk.
  const view = deskTestView(parts.contexts.any(parts.now()));
  await context.sendActivity(cardActivity({ view, card: 'desk' }));
  const found = { line: 'first', key, channel, reference, setBy: person, setAt: at.toISOString(), lost: null } as const;
  await moveDesk(parts, found, { by: person, at });
  parts.wakeOutbox();
  return 'done';
}

function refusalOf(
  { admins, isConfigured, nextLine, reader, texts }: DeskHereParts,
  activity: Activity,
  place: DeskPlace | null,
): string | null {
  const { person } = turnKeysOf(activity);
  if (!admins.has(person)) return texts.desk.here.notAdmin(person);
  if (reader.conversationOf(activity) === nextLine) return texts.desk.here.nextLine;
  if (isConfigured && place?.line !== 'first') return texts.desk.here.configured;
  const kind = reader.kindOf(activity);
  return kind === 'standard-channel' ? null : texts.desk.here.notHere[kind];
}
