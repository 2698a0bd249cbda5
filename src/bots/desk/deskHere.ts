import type { Activity, TurnContext } from 'botbuilder';
import type { Texts } from '../../cards/text/en.ts';
import { deskTestView } from '../../cards/views/desk/deskTestView.ts';
import { cardActivity } from '../../dialogs/cardActivity.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import type { RowPayload } from '../outbox/rowPayload.ts';
import { turnKeysOf } from '../turnKeys.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskContexts } from './deskContexts.ts';
import { placeKeyOf } from './placeKeyOf.ts';

export interface DeskHereParts {
  readonly places: DeskPlaces;
  readonly reader: ChannelReader;
  readonly contexts: DeskContexts;
  readonly cases: Pick<CaseStore, 'open'>;
  readonly store: TurnStore;
  /** Who may say where the desk is, as people are written. */
  readonly admins: ReadonlySet<string>;
  /** The configuration says where the desk is, so nobody else can. */
  readonly isConfigured: boolean;
  readonly texts: Texts;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** How many open cases are posted anew where the desk goes to. */
const MOVED_AT_MOST = 500;

/** Makes this conversation the desk's, if whoever says so may and it can be one. A test card shows that it works. */
export async function deskHere(parts: DeskHereParts, context: TurnContext): Promise<void> {
  const refusal = refusalOf(parts, context.activity);
  if (refusal !== null) {
    await context.sendActivity({ type: 'message', textFormat: 'plain', text: refusal });
    return;
  }
  const key = placeKeyOf(parts.reader, context.activity);
  const { person } = turnKeysOf(context.activity);
  const reference = parts.reader.referenceOf(context.activity);
  const setAt = parts.now().toISOString();
  const channel = context.activity.channelId;
  // The card first: what can't be posted is no desk.
  const view = deskTestView(parts.contexts.any(parts.now()));
  await context.sendActivity(cardActivity({ view, card: 'desk' }));
  await parts.places.set({ line: 'first', key, channel, reference, setBy: person, setAt, lost: null });
  await postOpenCases(parts, key);
}

function refusalOf({ admins, isConfigured, reader, texts }: DeskHereParts, activity: Activity): string | null {
  const { person } = turnKeysOf(activity);
  if (!admins.has(person)) return texts.desk.here.notAdmin(person);
  if (isConfigured) return texts.desk.here.configured;
  const kind = reader.kindOf(activity);
  return kind === 'standard-channel' ? null : texts.desk.here.notHere[kind];
}

async function postOpenCases({ cases, store, newId, now }: DeskHereParts, key: string): Promise<void> {
  const open = await cases.open('first', MOVED_AT_MOST);
  const outbox = open.map(({ id, line, requester }) => ({
    id: newId(),
    queue: `desk:${id}`,
    person: requester.person,
    payload: { kind: 'case-card', case: id, line } satisfies RowPayload,
  }));
  const keys = { conversation: key, delivery: null, person: '' };
  await store.commit({ keys, version: 0, state: null, greeted: false, messages: [], cases: [], outbox, at: now() });
}
