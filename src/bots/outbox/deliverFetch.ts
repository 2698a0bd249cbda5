import type { Texts } from '../../cards/text/en.ts';
import type { CaseStore } from '../../helpdesk/cases/caseStore.ts';
import type { StoredFile } from '../../helpdesk/files/fileStore.ts';
import type { Deliver, Delivery, DeliveryOutcome, LeasedRow } from '../../helpdesk/outbox.ts';
import { type AttachParts, attachFile } from './attachFile.ts';
import type { FetchPayload } from './rowPayload.ts';

/** Why a file wasn't kept; each is said to the person in a sentence. */
export type FileFault = 'type' | 'empty' | 'size' | 'gone';

/** A file that was fetched: kept, not to be kept, or to be fetched again. */
export type Fetched =
  | { readonly kind: 'kept'; readonly file: StoredFile }
  | { readonly kind: 'not-kept'; readonly why: FileFault }
  | { readonly kind: 'later'; readonly outcome: DeliveryOutcome };

export interface FetchParts extends AttachParts {
  /** Fetches it, from where the channel keeps files alone, and stores it. */
  readonly fetch: (payload: FetchPayload, row: Pick<LeasedRow, 'id' | 'attempt'>) => Promise<Fetched>;
  readonly cases: Pick<CaseStore, 'openIn'>;
  /** Posts to the person. */
  readonly post: Deliver;
  readonly texts: Texts;
}

/** Gets a file that a person has sent: it goes with their case, or waits for the one that they send. */
export async function deliverFetch(parts: FetchParts, payload: FetchPayload, row: Delivery): Promise<DeliveryOutcome> {
  const fetched = await parts.fetch(payload, row);
  switch (fetched.kind) {
    case 'kept':
      await attachToLive(parts, payload, fetched.file);
      return { kind: 'delivered', receipt: fetched.file.id };
    case 'not-kept':
      return tell(parts, payload, row, fetched.why);
    case 'later':
      return row.isLast ? tell(parts, payload, row, 'gone') : fetched.outcome;
  }
}

/**
 * What was kept before their case was opened is left to the turn that sent it, and to its row behind this one: they know
 * what was left out. That comes to be here where the process ended after it was kept.
 */
async function attachToLive(parts: FetchParts, { conversation }: FetchPayload, file: StoredFile): Promise<void> {
  const live = await parts.cases.openIn(conversation);
  // Perhaps it is being sent at this moment: then the row that comes with it attaches the file.
  if (live !== null && file.at >= live.openedAt) await attachFile(parts, live.id, file);
}

function tell(
  { post, texts }: FetchParts,
  { message, name }: FetchPayload,
  row: Delivery,
  why: FileFault,
): Promise<DeliveryOutcome> {
  const activity = { type: 'message', textFormat: 'plain', text: texts.handOver.files[why](name) };
  return post({ ...row, payload: { ...message, activity } });
}
