import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import { attempt } from '../../src/storage/attempt.ts';
import { rejectionOf } from '../contracts/turnStoreSamples.ts';

describe('attempt', () => {
  it('gives what the work gives', async () => {
    const result = await attempt('read', async () => 42);

    expect(result).to.equal(42);
  });

  for (const code of ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY']) {
    it(`tries again on ${code}`, async () => {
      const pauses: number[] = [];
      const results = [faultOf(code), faultOf(code), 'done'];

      const result = await attempt('write', async () => next(results), collect(pauses));

      expect(result).to.equal('done');
      expect(pauses).to.deep.equal([1, 2]);
    });
  }

  it('gives up after about five seconds', async () => {
    const pauses: number[] = [];
    const busy = faultOf('SQLITE_BUSY');

    const fault = await rejectionOf(attempt('write', () => Promise.reject(busy), collect(pauses)));

    expect(fault).to.include({ code: 'storage-failed', message: "couldn't write", cause: busy });
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).to.be.within(4900, 5100);
  });

  it('tells any other fault at once, with its cause', async () => {
    const cause = faultOf('SQLITE_FULL');

    const fault = await rejectionOf(attempt('write', () => Promise.reject(cause), collect([])));

    expect(fault).to.be.instanceOf(AppError);
    expect(fault).to.include({ code: 'storage-failed', message: "couldn't write", cause });
  });

  it('passes on a fault that is ours already', async () => {
    const ours = new AppError('storage-failed', 'newer');

    const fault = await rejectionOf(attempt('open', () => Promise.reject(ours)));

    expect(fault).to.equal(ours);
  });
});

function faultOf(code: string): Error {
  return Object.assign(new Error('database is locked'), { code });
}

function next(results: unknown[]): unknown {
  const result = results.shift();
  if (result instanceof Error) throw result;
  return result;
}

function collect(pauses: number[]): (ms: number) => Promise<void> {
  return async (ms) => {
    pauses.push(ms);
  };
}
