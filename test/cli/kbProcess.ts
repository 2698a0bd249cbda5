import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** How a run of `kb` ended. */
export interface KbRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `kb` as its npm script does, in a process of its own; `flags` are for Node. */
export function startKb(words: readonly string[], flags: readonly string[] = []) {
  return spawn(process.execPath, ['--import', 'tsx', ...flags, 'src/cli/kb.ts', ...words], { cwd: ROOT });
}

/** Runs `kb` to its end. */
export async function kb(words: readonly string[], input = '', flags: readonly string[] = []): Promise<KbRun> {
  const child = startKb(words, flags);
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
