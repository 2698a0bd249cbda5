import { argv, exit, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { randomFrom } from './random.ts';
import { soaks } from './soaks.ts';

/** `npm run soak -- NAME [--minutes N] [--seed S] [--scale F]`: runs one of them, or `all`, and says what it came to. */
const { positionals, values } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, scale: { type: 'string' } },
});
const [asked = ''] = positionals;
const names = asked === 'all' ? Object.keys(soaks) : [asked];
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
const scale = Number(values.scale ?? 1);

const say = (line: string) => void stdout.write(`${line}\n`);
if (!names.every((name) => Object.hasOwn(soaks, name)) || [seed, scale, minutes ?? 1].some((each) => !(each >= 0))) {
  say(`usage: npm run soak -- ${[...Object.keys(soaks), 'all'].join('|')} [--minutes N] [--seed S] [--scale F]`);
  exit(2);
}

let failed = 0;
for (const name of names) {
  const startedAt = performance.now();
  say(`${name}: seed ${seed}, scale ${scale}${minutes === undefined ? '' : `, ${minutes} minutes`}`);
  const load = soaks[name];
  if (load === undefined) continue;
  const run = await load();
  const { counts, failures } = await run({
    seed,
    random: randomFrom(seed),
    scale,
    minutes,
    say: (line) => say(`  ${line}`),
  });
  for (const [what, count] of Object.entries(counts)) say(`  ${what}: ${count}`);
  for (const failure of failures) say(`  FAILED: ${failure}`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`${name}: ${failures.length === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (failures.length > 0) failed++;
}
exit(failed === 0 ? 0 : 1);
