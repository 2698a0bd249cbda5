import { readConfig } from '../config/env.ts';
import { loadEnv } from '../config/loadEnv.ts';
import { openData } from './data/openData.ts';
import { runData } from './data/runData.ts';

process.exitCode = await runData(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  open: async () => openData(readConfig(loadEnv())),
  now: () => new Date(),
});
