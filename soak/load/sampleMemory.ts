import { promises as files } from 'node:fs';

/** What a process took, in MB. */
export interface Memory {
  readonly highest: number;
  /** The slope of a line through what was measured after this part of the time, in MB a minute. */
  slopeAfter(part: number): number;
}

const EVERY_MS = 1_000;

/** Measures the resident memory of a process each second, from now until it is stopped. Linux only. */
export function sampleMemory(pid: number): { stop(): Memory } {
  const samples: { readonly minute: number; readonly mb: number }[] = [];
  const startedAt = performance.now();
  const measure = async (): Promise<void> => {
    const mb = await residentMb(pid);
    if (mb !== null) samples.push({ minute: (performance.now() - startedAt) / 60_000, mb });
  };
  const timer = setInterval(() => void measure(), EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return {
        highest: Math.max(0, ...samples.map(({ mb }) => mb)),
        slopeAfter: (part) => slope(samples.slice(Math.floor(samples.length * part))),
      };
    },
  };
}

/** Null when the process has just gone. */
async function residentMb(pid: number): Promise<number | null> {
  const status = await files.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kb = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kb === undefined ? null : Number(kb) / 1024;
}

/** By least squares. */
function slope(samples: readonly { readonly minute: number; readonly mb: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const minute = mean(samples.map((each) => each.minute));
  const mb = mean(samples.map((each) => each.mb));
  const across = samples.reduce((sum, each) => sum + (each.minute - minute) ** 2, 0);
  const along = samples.reduce((sum, each) => sum + (each.minute - minute) * (each.mb - mb), 0);
  return across === 0 ? 0 : along / across;
}
