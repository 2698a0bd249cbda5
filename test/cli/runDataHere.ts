import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openData } from '../../src/cli/data/openData.ts';
import { runData } from '../../src/cli/data/runData.ts';
import { readConfig } from '../../src/config/env.ts';

/** How a run of `data` ended. */
export interface DataRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `data` in this process, with streams of its own, on the data that these variables name. */
export async function runDataHere(words: string, env: Readonly<Record<string, string>>): Promise<DataRun> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);

  const code = await runData(
    words.split(' ').filter((word) => word !== ''),
    { stdout, stderr, open: async () => openData(readConfig(env)), now: () => new Date('2026-06-01T12:00:00.000Z') },
  );

  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}
