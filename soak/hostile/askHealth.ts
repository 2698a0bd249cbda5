import { Agent, request } from 'node:http';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two questions, in milliseconds. */
const PAUSE = 10;

const [, , origin = ''] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const times: number[] = [];
let failures = 0;
let isOver = false;
process.once('message', () => {
  isOver = true;
});
// Whoever asked has gone.
process.once('disconnect', () => process.exit());

/** The status of one answer; 0 where there was none. */
function ask(): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(`${origin}/healthz`, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', () => resolve(0));
    asked.end();
  });
}

while (!isOver) {
  const startedAt = performance.now();
  const status = await ask();
  times.push(performance.now() - startedAt);
  if (status !== 200) failures += 1;
  await pause(PAUSE);
}
agent.destroy();
times.sort((one, other) => one - other);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
process.send?.({ asked: times.length, failures, p50: at(0.5), p99: at(0.99), max: at(1) });
