import type { Case } from '../../../helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../helpdesk/cases/caseEntry.ts';
import { cleanText } from '../../cleanText.ts';
import { assertNever } from '../../model.ts';
import { agentName, inOneLine } from '../requests/agentName.ts';
import type { CaseContext } from '../requests/caseContext.ts';
import { causeLabel } from './causeLabel.ts';
import { newCaseLine } from './newCaseLine.ts';
import { personName } from './personName.ts';

/** What happened to a case, in words for the desk: plain text, with the words of people as they wrote them. */
export function entryWords(context: CaseContext, current: Case, { at, by, event }: CaseEntry): string {
  const { texts, clock } = context;
  const { trail } = texts;
  const person = personName(texts, current);
  const agent = by.kind === 'agent' ? inOneLine(by.agent.name) : agentName(texts, current);
  const when = () => texts.times.stamp(new Date(at), clock);
  switch (event.kind) {
    case 'opened':
      return trail.opened(person);
    case 'added':
      return trail.added(person, quote(event.text));
    case 'message':
      return trail.said(person, quote(event.text));
    case 'file-in':
      return trail.fileIn(person, inOneLine(event.file.name));
    case 'file-out':
      return trail.fileOut(agent, person, inOneLine(event.file.name));
    case 'step':
      return trail.step(person, stepTitle(context, event.step), texts.summary.outcomes[event.outcome]);
    case 'way-in':
      return trail.wayIn(texts.summary.wayIn[event.outcome]);
    case 'answers-changed':
      return trail.answersChanged(person);
    case 'claimed':
      return trail.claimed(agent);
    case 'assigned':
      return trail.assigned(agent, inOneLine(event.to.name));
    case 'released':
      return trail.released(agent);
    case 'expired':
      return trail.expired(inOneLine(event.from.name));
    case 'asked-still':
      return trail.askedStill.trail(agent);
    case 'still-on-it':
      return trail.stillOnIt(agent);
    case 'reply':
      return trail.reply(agent, person, quote(event.text));
    case 'question':
      return trail.question(agent, person, quote(event.text));
    case 'note':
      return trail.note(agent, quote(event.text));
    case 'calling':
      return trail.calling(agent, person);
    case 'diagnosed':
      return trail.diagnosed(agent);
    case 'solved':
      return solvedWords(context, current, { agent, cause: causeLabel(context, event.cause) });
    case 'reopened':
      return by.kind === 'agent' ? trail.reopened(agent) : trail.isNotOver(person);
    case 'escalated':
      return trail.escalated[event.to](agent);
    case 'not-handed-over':
      return trail.notHandedOver(texts.desk.whyNoMail(event.why));
    case 'closed':
      return trail.closed[event.how](person);
    case 'stuck':
      return trail.stuck(person);
    case 'repeated':
      return trail.repeated(newCaseLine(context, current));
    case 'urgency':
      return trail.urgency[event.step];
    case 'talks-to':
      return trail.talksTo[event.who](person);
    case 'on-screen':
      return trail.onScreen;
    case 'delivered':
      return trail.delivered(person, when());
    case 'not-delivered':
      return trail.notDelivered(texts.desk.why(event.why));
    case 'read':
      return trail.read(person, when());
    case 'mailing':
      return trail.mailing(person);
    case 'not-mailed':
      return trail.notMailed(person, texts.desk.whyNoMail(event.why));
    case 'mail-called-off':
      return trail.mailCalledOff(person);
    case 'mailed':
      return trail.mailed(person, when());
    case 'unreachable':
      return trail.unreachable(person);
    default:
      return assertNever(event);
  }
}

/** Nobody is asked who can't be reached. */
function solvedWords(
  { texts }: CaseContext,
  current: Case,
  { agent, cause }: { readonly agent: string; readonly cause: string },
): string {
  const { trail } = texts;
  if (current.isUnreachable) return trail.solvedUnasked(agent, cause);
  return trail.solved(agent, personName(texts, current), cause);
}

/** Several lines stand below the name, each marked, so that none can pass for a line of ours. */
function quote(text: string): string {
  const lines = cleanText(text).trim().split('\n');
  return lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `\n> ${line}`).join('');
}

function stepTitle({ pack }: CaseContext, key: string): string {
  const [guide, step] = key.split('/');
  const found = pack.guides.find(({ id }) => id === guide)?.steps.find(({ id }) => id === step);
  return found?.title ?? inOneLine(key);
}
