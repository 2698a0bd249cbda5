import { CASE_LIMITS } from '../helpdesk/cases/caseLimits.ts';
import { type RetentionJob, startRetentionJob } from '../retentionJob.ts';
import { sweepOldData } from '../storage/retention.ts';
import { waitFor } from '../waitFor.ts';
import type { Built } from './built.ts';

/** Starts to remove what is too old. */
export function startRetention({ config, log, now, storage, metrics }: Built): RetentionJob {
  return startRetentionJob({
    async sweep(goOn) {
      const { caseRetentionDays } = config;
      const { reopenMs } = CASE_LIMITS;
      const swept = await sweepOldData(storage.db, { now: now(), caseRetentionDays, reopenMs, goOn });
      metrics.removed(swept);
      return swept;
    },
    wait: waitFor,
    random: Math.random,
    log,
  });
}
