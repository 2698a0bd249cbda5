import { readdirSync, readFileSync } from 'node:fs';
import { readPack } from '../src/readPack.ts';
import { attacksOn } from './block/attacksOn.ts';
import { functionsOfText } from './block/functionsOfText.ts';
import { patternsIn } from './block/patternsIn.ts';
import { PIECES } from './block/pieces.ts';
import { sendTexts } from './block/sendTexts.ts';
import { LONGEST, shown, timeOn } from './block/stopwatch.ts';
import type { Soak, SoakResult, SoakRun } from './soakRun.ts';

const SOURCE = new URL('../src/', import.meta.url);

/**
 * Patterns that are put together at run time can't be found in the source. These files may have some, since all of them
 * are tried by the function that is named here.
 */
const TRIED_BY: Readonly<Record<string, string>> = {
  'helpdesk/cases/newCaseId.ts': 'readCaseId',
  'helpdesk/cases/secretLabels.ts': 'maskSecrets, after a label',
  'helpdesk/cases/secretShapes.ts': 'maskSecrets',
  'helpdesk/cases/secretValues.ts': 'maskSecrets, after a label',
};

/**
 * That no text holds the process up: every regular expression of the source against texts made for it, every function
 * that is given a text against texts made for all of them, and these through the whole bot, over HTTP.
 */
export const blockSoak: Soak = async (run) => {
  const patterns = tryPatterns(run);
  const functions = await tryFunctions(run);
  const pieces = some(PIECES, run);
  run.say(`${pieces.length} texts by each way through the whole bot`);
  const sent = await sendTexts(pieces);
  return {
    counts: {
      ...patterns.counts,
      ...functions.counts,
      requests: sent.requests,
      'longest delay of the event loop over HTTP, ms': Math.ceil(sent.slowest),
    },
    failures: [...patterns.failures, ...functions.failures, ...sent.failures],
  };
};

function tryPatterns(run: SoakRun): SoakResult {
  const failures: string[] = [];
  let patterns = 0;
  let texts = 0;
  let slowest = 0;
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.ts'),
  )) {
    const code = readFileSync(new URL(file, SOURCE), 'utf8');
    if (/\bRegExp\(/.test(code) && TRIED_BY[file] === undefined)
      failures.push(`${file} has a pattern that isn't a literal`);
    for (const { source, flags, line } of patternsIn(code)) {
      patterns += 1;
      const work = useOf(source, flags);
      for (const attack of some(attacksOn(source), run)) {
        texts += 1;
        const taken = timeOn(work, attack);
        slowest = Math.max(slowest, taken);
        if (taken <= LONGEST) continue;
        failures.push(`${file}:${line} takes ${taken.toFixed(0)} ms on ${shown(attack)} repeated`);
        break;
      }
    }
  }
  if (patterns === 0) failures.push('no pattern was found');
  run.say(`${patterns} patterns, ${texts} texts`);
  return { counts: { patterns, 'texts for patterns': texts, 'slowest pattern, ms': Math.ceil(slowest) }, failures };
}

/** All that is done with a pattern: it is looked for once, and everywhere. */
function useOf(source: string, flags: string): (text: string) => unknown {
  const once = new RegExp(source, flags.replace('g', ''));
  const everywhere = new RegExp(source, [...new Set(`${flags}g`)].join(''));
  return (text) => [once.test(text), text.replace(everywhere, '')];
}

async function tryFunctions(run: SoakRun): Promise<SoakResult> {
  const functions = Object.entries(functionsOfText(await readPack('lync-online-meeting-join')));
  const failures = Object.values(TRIED_BY)
    .filter((name) => !functions.some(([each]) => each === name))
    .map((name) => `${name}, by which patterns of the source are to be tried, isn't there`);
  let texts = 0;
  let slowest = 0;
  for (const [name, work] of functions) {
    for (const piece of some(PIECES, run)) {
      texts += 1;
      const taken = timeOn(work, piece);
      slowest = Math.max(slowest, taken);
      if (taken > LONGEST) failures.push(`${name} takes ${taken.toFixed(0)} ms on ${shown(piece)} repeated`);
    }
  }
  run.say(`${functions.length} functions, ${texts} texts`);
  const counts = { functions: functions.length, 'texts for functions': texts };
  return { counts: { ...counts, 'slowest function, ms': Math.ceil(slowest) }, failures };
}

/** As many of them as the scale says, at least four, by the seed. */
function some(all: readonly string[], { scale, random }: SoakRun): readonly string[] {
  const most = Math.max(4, Math.round(scale * all.length));
  if (most >= all.length) return all;
  return all
    .map((each) => ({ each, at: random() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, most)
    .map(({ each }) => each);
}
