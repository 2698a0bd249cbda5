import type { Case, Ending } from '../../../helpdesk/cases/case.ts';
import type { Actor, CaseEntry } from '../../../helpdesk/cases/caseEntry.ts';
import { assertNever, type Block, type CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { agentName, inOneLine } from './agentName.ts';
import type { CaseContext } from './caseContext.ts';
import { requestActions } from './requestActions.ts';
import { requestView } from './requestView.ts';
import { whoHears } from './whoHears.ts';

/**
 * What the person is told of something that happened to their case; null where that is nothing. Only `reply`,
 * `question` and `file-out` carry anything from the desk, word for word; a note never does.
 */
export function newsView(context: CaseContext, current: Case, { by, event }: CaseEntry): CardView | null {
  const { happened } = context.texts.requests;
  const agent = nameOf(context, current, by);
  switch (event.kind) {
    case 'claimed':
      return told(context, current, happened.took(agent));
    case 'assigned':
      return told(context, current, happened.took(inOneLine(event.to.name)));
    case 'reply':
      return told(context, current, happened.replied(agent), event.text);
    case 'question':
      return told(context, current, happened.asked(agent), event.text);
    case 'file-out':
      return told(context, current, happened.sentFile(agent), event.file.name);
    case 'calling':
      return told(context, current, happened.calling(agent), happened.callingText);
    case 'released':
      return told(context, current, happened.waitsAgain, happened.released(agent));
    case 'expired':
      return told(context, current, happened.waitsAgain, happened.expired(inOneLine(event.from.name)));
    case 'solved':
      return requestView(context, current);
    case 'reopened':
      return by.kind === 'agent' ? told(context, current, happened.reopened, happened.reopenedText(agent)) : null;
    case 'escalated':
      return event.to === 'desk' ? told(context, current, happened.escalated, happened.escalatedText.desk) : null;
    case 'on-screen':
      return told(context, current, happened.onScreen);
    case 'closed':
      return closed(context, current, event.how);
    // What the person did themselves is answered where they did it; the rest is the desk's own business.
    case 'opened':
    case 'added':
    case 'message':
    case 'file-in':
    case 'step':
    case 'way-in':
    case 'answers-changed':
    case 'asked-still':
    case 'still-on-it':
    case 'not-handed-over':
    case 'note':
    case 'diagnosed':
    case 'stuck':
    case 'repeated':
    case 'urgency':
    case 'talks-to':
    case 'delivered':
    case 'not-delivered':
    case 'read':
    case 'mailing':
    case 'mailed':
    case 'not-mailed':
    case 'mail-called-off':
    case 'unreachable':
      return null;
    default:
      return assertNever(event);
  }
}

/** Everything else that closes a case was done by the person, who was answered then. */
function closed(context: CaseContext, current: Case, how: Ending): CardView | null {
  const { happened } = context.texts.requests;
  switch (how) {
    case 'silence':
      return requestView(context, current);
    case 'handed-over':
      return told(context, current, happened.escalated, happened.escalatedText.mail);
    case 'confirmed':
    case 'withdrawn':
    case 'self-solved':
      return null;
  }
}

function nameOf({ texts }: CaseContext, current: Case, by: Actor): string {
  return by.kind === 'agent' ? inOneLine(by.agent.name) : agentName(texts, current);
}

/** The text is somebody's own words or one of ours: plain either way. */
function told(context: CaseContext, current: Case, title: string, text?: string): CardView {
  const said: Block[] = text === undefined ? [] : [{ kind: 'text', text: plain(text) }];
  return { ...requestActions(context, current), title, blocks: [...said, whoHears(context.texts, current)] };
}
