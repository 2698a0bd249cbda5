import { type Position, positionOf } from '../../knowledge/index.ts';
import { assertNever, type CardView } from '../model.ts';
import { adminStepView } from './adminStepView.ts';
import { branchView } from './branchView.ts';
import { cancelledView } from './cancelledView.ts';
import { changeView } from './changeView.ts';
import { contradictionView } from './contradictionView.ts';
import { diagnosisView } from './diagnosisView.ts';
import { fixedView } from './fixedView.ts';
import { helloView } from './helloView.ts';
import { helpView } from './helpView.ts';
import { listView } from './listView.ts';
import { personView } from './personView.ts';
import { questionView } from './questionView.ts';
import { besideRequest } from './requests/besideRequest.ts';
import { handOverView } from './requests/handOverView.ts';
import { requestView } from './requests/requestView.ts';
import { stepView } from './stepView.ts';
import { symptomView } from './symptomView.ts';
import type { ViewContext } from './viewContext.ts';
import { warningView } from './warningView.ts';
import { wayInView } from './wayInView.ts';

/** The card for the place where the person is; while a case is with the helpdesk, with who hears them. */
export function viewAt(context: ViewContext, position: Position = positionOf(context.pack, context.draft)): CardView {
  return position.at === 'person' ? wayToPerson(context, position) : besideRequest(context, viewOf(context, position));
}

/** Where there is no helpdesk behind the bot, everything is put into the person's own hands. */
function wayToPerson(context: ViewContext, position: { readonly asked: boolean }): CardView {
  const { pack, texts, contact, desk } = context;
  if (desk === null) return personView(context, position);
  const { live, clock, promise, rulings } = desk;
  return live === null
    ? handOverView({ ...context, desk }, position)
    : requestView({ pack, texts, contact, clock, promise, rulings }, live);
}

function viewOf(context: ViewContext, position: Exclude<Position, { readonly at: 'person' }>): CardView {
  switch (position.at) {
    case 'hello':
      return helloView(context);
    case 'cancelled':
      return cancelledView(context);
    case 'question':
      return questionView(context, position);
    case 'contradiction':
      return contradictionView(context, position.contradiction);
    case 'symptom':
      return symptomView(context, position);
    case 'diagnosis':
      return diagnosisView(context, position.diagnosis);
    case 'change':
      return changeView(context);
    case 'warning':
      return warningView(context, position);
    case 'branch':
      return branchView(context, position);
    case 'admin-step':
      return adminStepView(context, position);
    case 'step':
      return stepView(context, position);
    case 'list':
      return listView(context, position);
    case 'way-in':
      return wayInView(context, position);
    case 'fixed':
      return fixedView(context, position);
    case 'help':
      return helpView(context);
    default:
      return assertNever(position);
  }
}
