import { PACKS_FOLDER } from '../readPack.ts';
import { runKb } from './kb/runKb.ts';

// A reader that has seen enough (`kb diagnose | head -1`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runKb(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  packs: PACKS_FOLDER,
});
