import type { Case } from '../../helpdesk/cases/case.ts';
import type { DeskPlace } from '../../helpdesk/desk/deskPlace.ts';
import type { DeliveryPayload } from '../deliveryPayload.ts';

/** The card of a case on the desk of a line: drawn when it is delivered, from the case as it then is. */
export interface CaseCardPayload {
  readonly kind: 'case-card';
  readonly case: string;
  readonly line: Case['line'];
  /** The first entry that the thread is told of by rows behind this one; all until then, where nothing is. */
  readonly from?: string;
  /** Until when, where it isn't since this row was written: UTC, ISO 8601. */
  readonly since?: string;
  /** The id of its message that isn't there any more: while no other one is known, it goes up anew. */
  readonly gone?: string;
  /** It goes up for so manyth time in a row for what found no thread. */
  readonly renewals?: number;
}

/** The open cases of a line, for where that works now; `left`: where it worked before, and doesn't any more. */
export interface OpenCasesPayload {
  readonly kind: 'open-cases';
  readonly line: Case['line'];
  readonly left: DeskPlace | null;
}

/** The card of a case where its line doesn't work any more. */
export interface OldCardPayload {
  readonly kind: 'old-card';
  readonly case: string;
  readonly left: DeskPlace;
}

/** Something for the thread of a case on the desk. */
export interface ThreadPayload {
  readonly kind: 'thread';
  readonly case: string;
  readonly line: Case['line'];
  /** An activity without an address. */
  readonly activity: object;
  /** What to post instead once it may have been posted before. */
  readonly ifRepeated?: object;
  /** Both, for a channel on which the bot sees all that is said in the thread, where that makes a difference. */
  readonly ifAllHeard?: { readonly activity: object; readonly ifRepeated: object };
  /** Both where files can be put into a thread, as on channels on which it does: with the files that it tells of. */
  readonly withFiles?: { readonly activity: object; readonly ifRepeated: object };
  /** Who is to be told of it: persons, as `Agent.id`, or ids as the channel has them. */
  readonly mentions: readonly string[];
  /** The entry that it tells of; of how a thread begins, the first that it doesn't tell of. */
  readonly from?: string;
  /** Of how a thread begins: what happened after that is told by others. UTC, ISO 8601. */
  readonly since?: string;
  /** The message in whose thread alone it belongs: another one has all of this anew. */
  readonly root?: string;
  /** Of how a thread begins: for so manyth time in a row its card went up. */
  readonly renewals?: number;
}

/** A message for whoever asked for help. */
export interface PersonPayload extends DeliveryPayload {
  readonly kind: 'person';
  readonly case: string;
  /** The entry of the case that it carries: what becomes of it is noted there. Null for what only tells news. */
  readonly entry: string | null;
}

/** The mail to a web guest whose answer wasn't read: its link is made when it is sent. */
export interface AnswerMailPayload {
  readonly kind: 'answer-mail';
  readonly case: string;
  readonly to: string;
  /** The entry of the answer: what becomes of the mail is noted of that. */
  readonly entry: string;
}

/** A case for the next line, by mail. */
export interface EscalationMailPayload {
  readonly kind: 'escalation-mail';
  readonly case: string;
  /** The entry of the case by which it is handed over: what becomes of the mail is noted of that. */
  readonly entry: string;
}

/** A file that a person has sent on a channel that only tells where it is. */
export interface FetchPayload {
  readonly kind: 'fetch-file';
  /** Each is fetched in another way; the first two from Teams. */
  readonly how: 'attached' | 'pasted' | 'slack';
  readonly url: string;
  readonly name: string;
  /** The verified address of the channel's service. */
  readonly serviceUrl: string;
  readonly person: string;
  /** The key of their conversation. */
  readonly conversation: string;
  /** Where to tell them what has become of it. */
  readonly message: DeliveryPayload;
}

/** The files that came while a case was being sent, and that it doesn't have therefore. */
export interface LooseFilesPayload {
  readonly kind: 'loose-files';
  readonly case: string;
  /** Those that aren't to be on it, as the person said; a row of an earlier version has none. */
  readonly leftOut?: readonly string[];
}

/** What a row of the outbox carries, by its kind. */
export type RowPayload =
  | CaseCardPayload
  | OpenCasesPayload
  | OldCardPayload
  | ThreadPayload
  | PersonPayload
  | AnswerMailPayload
  | EscalationMailPayload
  | FetchPayload
  | LooseFilesPayload;

/** The kind of a row; null for a message that only has to be posted. */
export function kindOf(payload: object): string | null {
  return 'kind' in payload && typeof payload.kind === 'string' ? payload.kind : null;
}

/** What a row of that kind carries: rows are written by this program alone, with the kind by which they are told apart. */
export function payloadOf<Kind extends RowPayload['kind']>(
  { payload }: { readonly payload: object },
  _kind: Kind,
): Extract<RowPayload, { readonly kind: Kind }> {
  // The door: what was stored as that kind is that kind.
  return payload as Extract<RowPayload, { readonly kind: Kind }>;
}
