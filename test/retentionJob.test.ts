import { expect } from 'chai';
import { AppError } from '../src/errors.ts';
import { createLog } from '../src/log.ts';
import { startRetentionJob, type Wait } from '../src/retentionJob.ts';
import type { Swept } from '../src/storage/retention.ts';
import { waitFor } from '../src/waitFor.ts';
import { createGate } from './turn/gate.ts';

const HOUR = 60 * 60 * 1000;

const NOTHING: Swept = {
  deliveries: 0,
  conversations: 0,
  sessions: 0,
  strayMessages: 0,
  people: 0,
  deliveredRows: 0,
  deadRows: 0,
  auditLines: 0,
  personKeys: 0,
  cases: 0,
  files: 0,
  deskSessions: 0,
  deskMembers: 0,
};

describe('the retention job', () => {
  it('runs at once and then about every hour, never in step with others', async () => {
    const chances = [0, 0.5, 0.999];
    const { waits, sweeps, end } = await runFor(3, { random: () => chances.shift() ?? 0 });

    await end();

    expect(sweeps()).to.equal(3);
    expect(waits.slice(0, 3).map((ms) => Math.round((ms / HOUR) * 100) / 100)).to.deep.equal([0.9, 1, 1.1]);
  });

  it('logs counts and nothing else', async () => {
    const { lines, end } = await runFor(1, {
      sweep: async () => ({ ...NOTHING, deliveries: 3, sessions: 1, cases: 2, files: 4 }),
    });

    await end();

    expect(lines.map(({ count, msg }) => ({ count, msg }))).to.deep.equal([
      { count: 3, msg: 'old delivery keys removed' },
      { count: 1, msg: 'idle web sessions removed, with their messages' },
      { count: 2, msg: 'closed cases removed, with their trail' },
      { count: 4, msg: 'files of removed cases, or of none, removed' },
    ]);
    expect(Object.keys(lines[0] ?? {}).sort()).to.deep.equal(['count', 'level', 'msg', 'time']);
  });

  it('logs a run that fails, and runs again', async () => {
    const { lines, sweeps, end } = await runFor(2, {
      sweep: () => Promise.reject(new AppError('storage-failed', 'couldn’t remove what Ann said')),
    });

    await end();

    expect(sweeps()).to.equal(2);
    expect(lines.map(({ msg, err }) => ({ msg, err }))).to.deep.equal(
      Array.from({ length: 2 }, () => ({
        msg: 'old data could not be removed',
        err: { name: 'AppError', code: 'storage-failed' },
      })),
    );
  });

  it('takes a breath between two batches, and stops after one when it is ended', async () => {
    const atWork = createGate();
    const goesOn: boolean[] = [];
    const waits: number[] = [];
    const ended = createGate();
    const job = startRetentionJob({
      random: () => 0,
      log: createLog({ level: 'silent' }),
      async wait(ms) {
        waits.push(ms);
      },
      async sweep(goOn) {
        goesOn.push(await goOn());
        atWork.open();
        await ended.opened;
        goesOn.push(await goOn());
        return NOTHING;
      },
    });
    await atWork.opened;

    const stopped = job.stop();
    ended.open();
    await stopped;

    expect(goesOn).to.deep.equal([true, false]);
    expect(waits.slice(0, 2)).to.deep.equal([20, 20]);
  });

  it('ends at once while it waits', async () => {
    const swept = createGate();
    const job = startRetentionJob({
      random: () => 0,
      log: createLog({ level: 'silent' }),
      wait: waitFor,
      async sweep() {
        swept.open();
        return NOTHING;
      },
    });
    await swept.opened;

    await job.stop();
  });
});

/** Lets it run so many times, then has it wait until it is ended. */
async function runFor(
  times: number,
  { sweep = async () => NOTHING, random = () => 0 }: { sweep?: () => Promise<Swept>; random?: () => number },
) {
  const waits: number[] = [];
  const lines: Record<string, unknown>[] = [];
  const done = createGate();
  const released = createGate();
  let sweeps = 0;
  const wait: Wait = async (ms) => {
    waits.push(ms);
    if (waits.length < times) return;
    done.open();
    await released.opened;
  };
  const write = (line: string) => void lines.push(JSON.parse(line));
  const job = startRetentionJob({
    wait,
    random,
    log: createLog({ level: 'info', destination: { write } }),
    sweep: () => {
      sweeps += 1;
      return sweep();
    },
  });
  await done.opened;
  const end = () => {
    const stopped = job.stop();
    released.open();
    return stopped;
  };
  return { waits, lines, sweeps: () => sweeps, end };
}
