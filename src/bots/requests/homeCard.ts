import type { Activity } from 'botbuilder';
import type { CardView } from '../../cards/model.ts';
import { homeView } from '../../cards/views/requests/homeView.ts';
import type { TurnStore } from '../../turn/turnStore.ts';
import { turnKeysOf } from '../turnKeys.ts';
import type { PersonalDesk } from './personalDesk.ts';
import { requesterOf } from './requesterOf.ts';

/** How many of a person's cases are looked through for those that are open. */
const LOOKED_THROUGH = 50;

/** What the tab of the bot shows somebody, as they stand. Only reads. */
export async function homeCard(
  {
    desk,
    store,
    now,
  }: { readonly desk: PersonalDesk; readonly store: Pick<TurnStore, 'load'>; readonly now: () => Date },
  activity: Activity,
): Promise<CardView> {
  const { person, timeZone } = requesterOf(activity);
  const { state } = await store.load(turnKeysOf(activity));
  const context = desk.contexts.person(timeZone, now());
  const cases = desk.isThere() ? await desk.cases.ofPerson(person, LOOKED_THROUGH) : null;
  return homeView(context, { isUnderWay: state?.draft.started === true, cases });
}
