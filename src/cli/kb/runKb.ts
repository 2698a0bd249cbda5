import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Pack } from '../../knowledge/index.ts';
import { diagnoseLines } from './diagnoseLines.ts';
import { installedPacks } from './installedPacks.ts';
import type { KbIo } from './kbIo.ts';
import { lint } from './lint.ts';
import { printGuide } from './printGuide.ts';
import { readPack } from './readPack.ts';
import { writeLine } from './writeLine.ts';

const DEFAULT_PACK = 'lync-online-meeting-join';

const USAGE = 'usage: kb [--pack ID] lint [FILE…] | diagnose | guide ID | walk';

/** Runs `kb` with the words of its command line. Resolves to the exit code: 0, 1 for a fault, 2 for a wrong call. */
export async function runKb(words: readonly string[], io: KbIo): Promise<number> {
  const call = parseCall(words);
  const [command, ...rest] = call?.words ?? [];
  const wanted = command === 'guide' ? 1 : 0;
  if (call && command === 'lint') return lintAsked(call.pack, rest, io);
  if (!call || !isPackCommand(command) || rest.length !== wanted) {
    await writeLine(io.stderr, USAGE);
    return 2;
  }
  return withPack(call.pack ?? DEFAULT_PACK, io, (pack) => runOnPack(command, { pack, id: rest[0] ?? '', io }));
}

type PackCommand = 'diagnose' | 'guide' | 'walk';

function isPackCommand(word: string | undefined): word is PackCommand {
  return word === 'diagnose' || word === 'guide' || word === 'walk';
}

async function runOnPack(
  command: PackCommand,
  { pack, id, io }: { pack: Pack; id: string; io: KbIo },
): Promise<number> {
  switch (command) {
    case 'diagnose':
      return diagnoseLines(pack, io);
    case 'guide':
      return printGuide(pack, id, io);
    case 'walk': {
      // Loaded only here: the dialogs bring the whole bot SDK with them.
      const { walk } = await import('./walk.ts');
      await walk(pack, io);
      return 0;
    }
  }
}

async function lintAsked(pack: string | undefined, files: readonly string[], io: KbIo): Promise<number> {
  if (files.length > 0) return lint(files, io);
  return lint(pack === undefined ? await installedPacks(io.packs) : [join(io.packs, `${pack}.yaml`)], io);
}

/** A pack's file is named after it, so that no other pack has to be read, or be sound. */
async function withPack(id: string, io: KbIo, run: (pack: Pack) => Promise<number>): Promise<number> {
  const installed = (await installedPacks(io.packs)).map((file) => basename(file, '.yaml'));
  if (!installed.includes(id)) {
    await writeLine(io.stderr, `there is no pack ${id}: use one of ${installed.join(', ')}`);
    return 1;
  }
  const loaded = await readPack(join(io.packs, `${id}.yaml`));
  if ('pack' in loaded) return run(loaded.pack);
  for (const { file, line, message } of loaded.faults) await writeLine(io.stderr, `${file}:${line}: ${message}`);
  return 1;
}

/** Null where the words aren't a call of `kb`. */
function parseCall(words: readonly string[]): { words: string[]; pack: string | undefined } | null {
  const { positionals, values, tokens } = parseArgs({
    args: [...words],
    options: { pack: { type: 'string' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const strange = tokens.some((token) => token.kind === 'option' && token.name !== 'pack');
  const { pack } = values;
  if (strange || (pack !== undefined && (typeof pack !== 'string' || !/^[a-z0-9-]+$/.test(pack)))) return null;
  return { words: positionals, pack };
}
