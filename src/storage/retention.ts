import { type Kysely, sql } from 'kysely';
import { deleteInBatches } from './retentionBatches.ts';
import { sweepCases } from './retentionCases.ts';
import { sweepFiles } from './retentionFiles.ts';
import { sweepKeys } from './retentionKeys.ts';
import { sweepPeople } from './retentionPeople.ts';
import type { RetentionRun } from './retentionRun.ts';
import { sweepSessions } from './retentionSessions.ts';
import { sweepStrays } from './retentionStrays.ts';
import type { Schema } from './schema.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** In days: how long what is kept of a person stays after they were last heard of. */
const IDLE_DAYS = 30;
/** In days: no channel delivers again after more than a day, and somebody may want to look at last week. */
const HANDLED_DAYS = 7;
/** In days: who was not seen at the desk for so long works somewhere else. */
const MEMBER_DAYS = 365;

/** How many rows of each kind were removed. */
export interface Swept {
  readonly deliveries: number;
  readonly conversations: number;
  readonly sessions: number;
  readonly strayMessages: number;
  readonly people: number;
  readonly deliveredRows: number;
  readonly deadRows: number;
  readonly auditLines: number;
  readonly personKeys: number;
  readonly cases: number;
  readonly files: number;
  readonly deskSessions: number;
  readonly deskMembers: number;
}

/** What a run goes by. */
export interface SweepRequest {
  readonly now: Date;
  /** How long closed cases, given-up deliveries and the audit are kept. */
  readonly caseRetentionDays: number;
  /** How long a closed case can be reopened, and its link leads back to it, in milliseconds. */
  readonly reopenMs: number;
  /** Called between two batches: pauses, so that turns get through, and says whether to go on. */
  readonly goOn: () => Promise<boolean>;
}

/**
 * Removes what is too old, in small batches of their own, so that several processes may do so at once and a run that is
 * stopped has lost nothing. Throws `storage-failed`; what was removed until then stays so.
 */
export async function sweepOldData(
  db: Kysely<Schema>,
  { now, caseRetentionDays, reopenMs, goOn }: SweepRequest,
): Promise<Swept> {
  const run: RetentionRun = { db, goOn };
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const [handled, idle, closed] = [ago(HANDLED_DAYS * DAY), ago(IDLE_DAYS * DAY), ago(caseRetentionDays * DAY)];
  return {
    // Before the conversations: one that goes then has none left, since its last turn is as old as it.
    deliveries: await deleteInBatches(run, { ...DELIVERIES, where: sql`committed_at <= ${handled}` }),
    conversations: await deleteInBatches(run, { ...CONVERSATIONS, where: sql`updated_at <= ${idle} and ${hasNoCase}` }),
    sessions: await sweepSessions(run, { idle, closed: ago(reopenMs) }),
    strayMessages: await sweepStrays(run),
    people: await sweepPeople(run, idle),
    deliveredRows: await deleteInBatches(run, {
      ...OUTBOX,
      where: sql`state = 'delivered' and ended_at <= ${handled}`,
    }),
    deadRows: await deleteInBatches(run, { ...OUTBOX, where: sql`state = 'dead' and ended_at <= ${closed}` }),
    cases: await sweepCases(run, closed),
    // After the cases, which leave theirs to be removed.
    files: await sweepFiles(run, { partial: ago(HOUR), loose: ago(DAY) }),
    deskSessions: await deleteInBatches(run, { ...DESK_SESSIONS, where: sql`expires_at <= ${now.toISOString()}` }),
    deskMembers: await deleteInBatches(run, { ...DESK_MEMBERS, where: sql`seen_at <= ${ago(MEMBER_DAYS * DAY)}` }),
    auditLines: await deleteInBatches(run, { ...AUDIT, where: sql`at <= ${closed}` }),
    personKeys: await sweepKeys(run, closed),
  };
}

/** Somebody at the desk may be about to answer in it. */
const hasNoCase = sql`not exists (select 1 from cases
  where cases.conversation = conversations.${sql.ref('key')} and cases.status <> 'closed')`;

const DELIVERIES = { table: 'deliveries', key: 'key' } as const;
const CONVERSATIONS = { table: 'conversations', key: 'key' } as const;
const OUTBOX = { table: 'outbox', key: 'id' } as const;
const AUDIT = { table: 'audit', key: 'id' } as const;
const DESK_SESSIONS = { table: 'desk_sessions', key: 'hash' } as const;
const DESK_MEMBERS = { table: 'desk_members', key: 'id' } as const;
