import { expect } from 'chai';
import pg from 'pg';
import { AppError } from '../../src/errors.ts';
import { type AttemptTime, attempt } from '../../src/storage/attempt.ts';
import { ConnectionLost } from '../../src/storage/connectionLost.ts';
import { rejectionOf } from '../contracts/turnStoreSamples.ts';

/** Others are writing: over in milliseconds. */
const CONTENDED = ['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_BUSY_RECOVERY', '40001', '40P01'];

/** The database is away, and comes back. */
const UNREACHABLE = [
  ...['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', '08P01'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
];

describe('attempt', () => {
  it('gives what the work gives', async () => {
    const result = await attempt('read', async () => 42);

    expect(result).to.equal(42);
  });

  for (const code of CONTENDED) {
    it(`tries again soon on ${code}`, async () => {
      const time = fakeTime();
      const results = [faultOf(code), faultOf(code), 'done'];

      const result = await attempt('write', async () => next(results), time);

      expect(result).to.equal('done');
      expect(time.pauses).to.deep.equal([1, 2]);
    });
  }

  for (const code of UNREACHABLE) {
    it(`tries again a little later on ${code}`, async () => {
      const time = fakeTime();
      const results = [faultOf(code), faultOf(code), 'done'];

      const result = await attempt('write', async () => next(results), time);

      expect(result).to.equal('done');
      expect(time.pauses).to.deep.equal([50, 100]);
    });
  }

  it('tries again where the connection was lost, which has no code', async () => {
    const time = fakeTime();
    const results = [new ConnectionLost(new Error('terminated')), 'done'];

    const result = await attempt('write', async () => next(results), time);

    expect(result).to.equal('done');
  });

  for (const constraint of ['web_messages_key', 'outbox_order']) {
    it(`tries again where another has taken the number in ${constraint}`, async () => {
      const results = [violationOf(constraint), 'done'];

      const result = await attempt('write', async () => next(results), fakeTime());

      expect(result).to.equal('done');
    });
  }

  it('gives up after about five seconds of others writing', async () => {
    const time = fakeTime();
    const busy = faultOf('SQLITE_BUSY');

    const fault = await rejectionOf(attempt('write', () => Promise.reject(busy), time));

    expect(fault).to.include({ code: 'storage-failed', message: "couldn't write", cause: busy });
    expect(time.now()).to.be.within(4_900, 5_000);
  });

  it('gives up after about eight seconds without a database', async () => {
    const time = fakeTime();
    const refused = faultOf('ECONNREFUSED');

    const fault = await rejectionOf(attempt('write', () => Promise.reject(refused), time));

    expect(fault).to.include({ code: 'storage-failed', message: "couldn't write", cause: refused });
    expect(time.now()).to.be.within(7_000, 8_000);
    expect(Math.max(...time.pauses)).to.equal(1_000);
  });

  it('counts the time that the tries themselves take', async () => {
    const time = fakeTime();
    let tries = 0;
    const slow = async () => {
      tries++;
      await time.pause(3_000);
      throw faultOf('ETIMEDOUT');
    };

    await rejectionOf(attempt('write', slow, time));

    expect(tries).to.equal(3);
  });

  for (const cause of [faultOf('SQLITE_FULL'), faultOf('23505'), violationOf('web_sessions_pkey'), new Error('?')]) {
    it(`tells of ${'code' in cause ? cause.code : 'a fault without a code'} at once, with its cause`, async () => {
      const time = fakeTime();

      const fault = await rejectionOf(attempt('write', () => Promise.reject(cause), time));

      expect(fault).to.be.instanceOf(AppError);
      expect(fault).to.include({ code: 'storage-failed', message: "couldn't write", cause });
      expect(time.pauses).to.deep.equal([]);
    });
  }

  it('passes on a fault that is ours already', async () => {
    const ours = new AppError('storage-failed', 'newer');

    const fault = await rejectionOf(attempt('open', () => Promise.reject(ours)));

    expect(fault).to.equal(ours);
  });
});

function faultOf(code: string): Error & { code: string } {
  return Object.assign(new Error('a fault of the database'), { code });
}

function violationOf(constraint: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('duplicate key', 0, 'error'), { code: '23505', constraint });
}

function next(results: unknown[]): unknown {
  const result = results.shift();
  if (result instanceof Error) throw result;
  return result;
}

/** Passes only by pausing, and lists the pauses. */
function fakeTime(): AttemptTime & { readonly pauses: readonly number[] } {
  const pauses: number[] = [];
  return {
    pauses,
    now: () => pauses.reduce((sum, ms) => sum + ms, 0),
    pause: async (ms) => pauses.push(ms),
  };
}
