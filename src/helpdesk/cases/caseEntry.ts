import type { Outcome } from '../../knowledge/index.ts';
import type { Agent, Ending, Urgency } from './case.ts';

/** Who did something to a case. */
export type Actor =
  | { readonly kind: 'person' }
  | { readonly kind: 'agent'; readonly agent: Agent }
  /** Nobody: time has passed, or a channel has told something. */
  | { readonly kind: 'system' };

/** A file that goes with a case. */
export interface CaseFile {
  readonly id: string;
  readonly name: string;
  /** By its content. */
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'application/pdf';
  /** In bytes. */
  readonly size: number;
}

/** What happened. Only `reply`, `question` and `file-out` carry something to the person. */
export type CaseEvent =
  | { readonly kind: 'opened' }
  /** What the person typed while nobody had it, or while the bot heard them. */
  | { readonly kind: 'added'; readonly text: string }
  /** What the person said to the agent. */
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'file-in'; readonly file: CaseFile }
  | { readonly kind: 'step'; readonly step: string; readonly outcome: Outcome }
  | { readonly kind: 'way-in'; readonly outcome: 'got-in' | 'no-luck' }
  | { readonly kind: 'answers-changed' }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'assigned'; readonly to: Agent }
  | { readonly kind: 'released' }
  /** Back to the queue, since nothing was heard of its holder. */
  | { readonly kind: 'expired'; readonly from: Agent }
  /** Its holder is asked whether they are still on it. */
  | { readonly kind: 'asked-still'; readonly until: string }
  | { readonly kind: 'still-on-it' }
  | { readonly kind: 'reply'; readonly text: string }
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'file-out'; readonly file: CaseFile }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'calling' }
  | { readonly kind: 'diagnosed' }
  | { readonly kind: 'solved'; readonly cause: string }
  /** `person`: *No*, or reopened by them. */
  | { readonly kind: 'reopened' }
  /** `mail`: it is only on its way there. */
  | { readonly kind: 'escalated'; readonly to: 'desk' | 'mail' }
  /** The mail to the next line was not accepted; `why` is a code. */
  | { readonly kind: 'not-handed-over'; readonly why: string }
  | { readonly kind: 'closed'; readonly how: Ending }
  | { readonly kind: 'stuck' }
  /** To the queue's desk again, since nobody has taken it. */
  | { readonly kind: 'repeated'; readonly minutes: number }
  /** Its meeting is nearer, or over: the desk's card says something else of it. */
  | { readonly kind: 'urgency'; readonly step: Urgency }
  | { readonly kind: 'talks-to'; readonly who: 'bot' | 'agent' }
  | { readonly kind: 'on-screen' }
  | { readonly kind: 'delivered'; readonly entry: string }
  | { readonly kind: 'not-delivered'; readonly entry: string; readonly why: string }
  | { readonly kind: 'read'; readonly entry: string }
  /** It wasn't read in time: a mail is to tell them of it. */
  | { readonly kind: 'mailing'; readonly entry: string }
  /** That mail was accepted. */
  | { readonly kind: 'mailed'; readonly entry: string }
  /** It was not; `why` is a code. */
  | { readonly kind: 'not-mailed'; readonly entry: string; readonly why: string }
  /** No server has taken it, and what it was to tell them of needs no reading any more. Another may go out one day. */
  | { readonly kind: 'mail-called-off'; readonly entry: string }
  | { readonly kind: 'unreachable' };

/** One line of a case's trail. */
export interface CaseEntry {
  /** Random. */
  readonly id: string;
  readonly case: string;
  readonly at: string;
  readonly by: Actor;
  readonly event: CaseEvent;
}
