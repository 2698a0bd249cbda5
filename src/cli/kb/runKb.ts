import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../errors.ts';
import type { Pack } from '../../knowledge/index.ts';
import { installedPacks, readPack } from '../../readPack.ts';
import { diagnoseLines } from './diagnoseLines.ts';
import type { KbIo } from './kbIo.ts';
import { lint } from './lint.ts';
import { printGuide } from './printGuide.ts';
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

/** Other packs don't have to be sound for this one to be read. */
async function withPack(id: string, io: KbIo, run: (pack: Pack) => Promise<number>): Promise<number> {
  try {
    return await run(await readPack(id, io.packs));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await writeLine(io.stderr, error.message);
    return 1;
  }
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
