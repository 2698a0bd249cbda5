import { writeFileSync } from 'node:fs';
import { argv, exit, stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/env.ts';
import { createLog } from '../../src/log.ts';
import type { TurnChanges } from '../../src/turn/turnStore.ts';
import { createHandClock } from './handClock.ts';
import type { Command, InstanceSettings, Report } from './instanceSettings.ts';

/**
 * The bot as `history` starts it: the product, by a clock that goes when whoever started it says so, and a function that
 * says of each case what is about to be committed.
 */
const { env, begins } = JSON.parse(argv[2] ?? '') as InstanceSettings;

/** Written before the call returns: what is said of a commit is there before anybody can see the commit. */
const say = (report: Report) => writeFileSync(1, `${JSON.stringify(report)}\n`);

const clock = createHandClock(new Date(begins));
const log = createLog({ level: 'error', destination: { write: (line) => say({ say: 'log', line }) } });
const amend = (changes: TurnChanges) => {
  for (const { next, from, before, entries } of changes.cases)
    say({ say: 'write', write: { next, from, before, entries } });
  return changes;
};

createInterface({ input: stdin })
  .on('line', (line) => {
    const { number, advance } = JSON.parse(line) as Command;
    if (advance !== undefined) clock.advance(advance);
    say({ say: 'done', number });
  })
  // Whoever started it has gone, or is done with it: nobody else would end it.
  .on('close', () => exit());

const app = await startApp(readConfig({ NODE_ENV: 'test', PORT: '0', ...env }), {
  ...{ log, amend },
  ...{ now: clock.now, after: clock.after },
});
say({ say: 'port', port: app.port });
