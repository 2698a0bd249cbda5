import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The bot of this tree as plain JavaScript, so that it starts as fast and takes as much memory as in earnest. */
export interface BuiltBot {
  readonly entry: string;
  /** The other entries that it was built with, in their order. */
  readonly more: readonly string[];
  /** What `npm start` tells Node. */
  readonly flags: readonly string[];
  /** Processes that run it. */
  readonly running: Set<ChildProcess>;
  /** Ends what still runs it, as after a fault of a run, and removes it. */
  remove(): Promise<void>;
}

/**
 * Builds `child.ts`, or the entries of a run, and once all of the product that they need into a folder of its own, laid
 * out as the product is.
 */
export async function buildBot(source = 'bot/child.ts', ...sources: readonly string[]): Promise<BuiltBot> {
  const folder = await mkdtemp(join(tmpdir(), 'unstuck-soak-bot-'));
  const dist = join(folder, 'dist');
  const builtFrom = (path: string) => join(dist, `${basename(path, '.ts')}.mjs`);
  await mkdir(join(dist, 'web'), { recursive: true });
  // No run opens the page itself: its addresses are talked to as the page does.
  for (const file of await pages()) await writeFile(join(dist, 'web', file), '');
  for (const shared of ['node_modules', 'packs']) await symlink(join(ROOT, shared), join(folder, shared));
  await build({
    entryPoints: [source, ...sources].map((path) => join(ROOT, 'soak', path)),
    outdir: dist,
    // What several need stands beside them, where the product looks for its pages and packs from.
    entryNames: '[name]',
    outExtension: { '.js': '.mjs' },
    splitting: true,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  const running = new Set<ChildProcess>();
  return {
    entry: builtFrom(source),
    more: sources.map(builtFrom),
    flags: await flagsOfStart(),
    running,
    async remove() {
      for (const child of running) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What `npm run build:web` makes. */
async function pages(): Promise<readonly string[]> {
  const words = (await scriptOf('build:web')).split(' ').filter((word) => word.startsWith('web/'));
  return words.map((word) => word.slice('web/'.length).replace(/\.ts$/, '.js'));
}

async function flagsOfStart(): Promise<readonly string[]> {
  const start = await scriptOf('start');
  const [node, ...words] = start.split(' ');
  const entry = words.pop();
  if (node !== 'node' || entry !== 'dist/index.js') throw new Error(`npm start is not understood: ${start}`);
  return words;
}

async function scriptOf(name: string): Promise<string> {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  return scripts[name] ?? '';
}
