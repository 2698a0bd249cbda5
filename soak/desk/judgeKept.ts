import type { SoakResult } from '../soakRun.ts';
import type { KeptCase } from './kept.ts';
import type { Known } from './known.ts';

/** What was sent is one case, each case is sound and all of it is in the audit, and nothing waits or was given up. */
export function judgeKept({ book, kept: { cases, outbox } }: Known): SoakResult {
  const sent = book.of('sent').map(({ mark, by }) => ({ mark, by, times: casesOf(cases, mark) }));
  const count = (isIt: (times: number) => boolean) => sent.filter(({ times }) => isIt(times)).length;
  return {
    counts: {
      'cases sent': sent.length,
      'cases lost': count((times) => times === 0),
      'cases twice': count((times) => times > 1),
      'lines of trails': cases.reduce((all, { entries }) => all + entries.length, 0),
      'messages given up': outbox.dead,
      'messages that still wait': outbox.waiting,
    },
    failures: [
      ...sent.flatMap(({ mark, by, times }) =>
        times === 1 ? [] : [`${by} sent ${mark}, and ${times} cases came of it`],
      ),
      ...cases.flatMap(flawsOf),
      ...(outbox.waiting > 0 ? [`${outbox.waiting} messages still wait`] : []),
      ...(outbox.dead > 0 ? [`${outbox.dead} messages were given up`] : []),
    ],
  };
}

function casesOf(cases: readonly KeptCase[], mark: string): number {
  return cases.filter(({ current }) => current.text.includes(mark)).length;
}

function flawsOf({ current: { id }, broken, entries, audited }: KeptCase): string[] {
  const lines = new Set(audited);
  const isAudited = audited.length === entries.length && entries.every((entry) => lines.has(entry.id));
  return [
    ...broken.map((what) => `of ${id} it isn’t true that ${what}`),
    ...(isAudited ? [] : [`the trail of ${id} has ${entries.length} lines, and the audit ${audited.length}`]),
  ];
}
