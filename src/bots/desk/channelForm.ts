import type { Activity } from 'botbuilder';
import { type DeskClick, parseCaseClick } from '../../cards/caseActions.ts';
import type { OutgoingCard } from '../../cards/model.ts';
import type { DeskPlaces } from '../../helpdesk/desk/deskPlace.ts';
import type { ChannelReader } from './channelReader.ts';
import type { DeskParts } from './deskParts.ts';
import { openForm } from './openForm.ts';
import { placeKeyOf } from './placeKeyOf.ts';

/** The forms by what their fields are sent with: a button of such a card opens the form itself. */
const FORMS: Readonly<Record<string, Extract<DeskClick, { verb: 'desk-form' }>['form']>> = {
  'desk-reply': 'reply',
  'desk-note': 'note',
  'desk-assign': 'assign',
  'desk-diagnose': 'diagnose',
};

/** The form that a click in a channel opens, or whose fields it is about; null where there is none for them now. Only reads. */
export async function channelForm(
  parts: {
    readonly desk: DeskParts;
    readonly places: Pick<DeskPlaces, 'at'>;
    readonly reader: ChannelReader;
  },
  activity: Activity,
): Promise<OutgoingCard | null> {
  const action = parseCaseClick(activity.value);
  const place = await parts.places.at(placeKeyOf(parts.reader, activity));
  if (place === null || action === null || !('case' in action)) return null;
  const form = action.verb === 'desk-form' ? action.form : FORMS[action.verb];
  if (form === undefined) return null;
  // What a window of their own shows, nobody else sees.
  const who = { agent: null, line: place.line, only: null };
  const found = await openForm(parts.desk, who, { verb: 'desk-form', case: action.case, form });
  return found.kind === 'view' ? { view: found.view, card: found.card } : null;
}
