import { expect } from 'chai';
import { AppError } from '../src/errors.ts';
import { createLog, type Log, type LogFields, type LogLevel } from '../src/log.ts';

interface Line extends Record<keyof LogFields, unknown> {
  readonly time: string;
}

/** What a log of this level writes, parsed, without the time. */
function written(level: LogLevel, write: (log: Log) => void): Omit<Line, 'time'>[] {
  const lines: string[] = [];
  write(createLog({ level, destination: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => {
    const { time, ...rest } = JSON.parse(line) as Line;
    expect(time).to.match(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/);
    return rest;
  });
}

describe('createLog', () => {
  it('writes the fields it knows', () => {
    const fields = {
      code: 'storage-failed',
      channel: 'web',
      route: '/web/open',
      status: 500,
      durationMs: 1.5,
      count: 0,
    };

    const lines = written('info', (log) => log.info(fields, 'a sentence'));

    expect(lines).to.deep.equal([{ level: 30, ...fields, msg: 'a sentence' }]);
  });

  it('drops every other field', () => {
    const fields = { text: 'my password is x', body: { a: 1 } } as LogFields;

    const lines = written('info', (log) => log.info(fields, 'a sentence'));

    expect(lines).to.deep.equal([{ level: 30, msg: 'a sentence' }]);
  });

  it('keeps text of people out of the fields it knows', () => {
    const fields = { code: 'I can’t join', status: '500 x', route: 'x'.repeat(101) } as unknown as LogFields;

    const lines = written('info', (log) => log.info(fields, 'a sentence'));

    expect(lines).to.deep.equal([{ level: 30, code: '(not a word)', route: '(not a word)', msg: 'a sentence' }]);
  });

  it('hashes ids, the same one always the same', () => {
    const ids = { conversation: 'web::secret', delivery: 'web::secret:1', person: 'web:secret' };

    const [one, two] = written('info', (log) => {
      log.info(ids, 'a sentence');
      log.info(ids, 'a sentence');
    });

    expect(JSON.stringify(one)).not.to.include('secret');
    expect(one).to.deep.equal(two);
    expect(new Set([one?.conversation, one?.delivery, one?.person]).size).to.equal(3);
  });

  it('writes of an error its name, code and causes, never a message', () => {
    const cause = Object.assign(new Error('text of a person'), { code: 'SQLITE_BUSY' });
    const err = new AppError('storage-failed', 'also text', { cause });

    const lines = written('info', (log) => log.error({ err }, 'a sentence'));

    const causes = { name: 'Error', code: 'SQLITE_BUSY' };
    expect(lines).to.deep.equal([
      { level: 50, err: { name: 'AppError', code: 'storage-failed', cause: causes }, msg: 'a sentence' },
    ]);
  });

  it('writes where an error comes from at debug, without its message', () => {
    const messages = ['text of a person', 'two lines\n    at noon, I said', ''];

    const lines = messages.flatMap((message) =>
      written('debug', (log) => log.error({ err: new Error(message) }, 'a sentence')),
    );

    for (const line of lines) {
      const { stack } = line.err as { stack: string[] };
      expect(stack[0]).to.match(/^at .*log\.test\.ts:\d+:\d+\)?$/);
      expect(JSON.stringify(line)).not.to.match(/person|noon|two lines/);
    }
  });

  it('survives what isn’t an error, and errors that cause each other', () => {
    const one = new Error('one');
    one.cause = new Error('two', { cause: one });

    const lines = written('info', (log) => {
      log.warn({ err: 'a thrown text' }, 'a sentence');
      log.warn({ err: null }, 'a sentence');
      log.warn({ err: one }, 'a sentence');
    });

    expect(lines.slice(0, 2).map((line) => line.err)).to.deep.equal([{ name: 'string' }, { name: 'object' }]);
    expect(lines).to.have.lengthOf(3);
  });

  const table: readonly (readonly [level: LogLevel, lines: number])[] = [
    ['debug', 4],
    ['info', 3],
    ['warn', 2],
    ['error', 1],
    ['silent', 0],
  ];
  for (const [level, count] of table) {
    it(`writes ${count} of debug, info, warn and error at ${level}`, () => {
      const lines = written(level, (log) => {
        log.debug({}, 'a');
        log.info({}, 'b');
        log.warn({}, 'c');
        log.error({}, 'd');
      });

      expect(lines).to.have.lengthOf(count);
    });
  }
});

/** A log whose time passes when a test says so, and what it has written. */
function handLog(level: LogLevel = 'info') {
  const lines: string[] = [];
  const timers: { at: number; run: () => void }[] = [];
  let at = Date.UTC(2026, 0, 15, 12);
  const log = createLog({
    level,
    destination: { write: (line) => void lines.push(line) },
    now: () => new Date(at),
    later: (milliseconds, run) => void timers.push({ at: at + milliseconds, run }),
  });
  return {
    log,
    timers,
    written: () => lines.map((line) => JSON.parse(line) as Line & { msg: string; suppressed?: number }),
    pass(milliseconds: number) {
      at += milliseconds;
      for (const timer of timers.splice(0)) {
        if (timer.at <= at) timer.run();
        else timers.push(timer);
      }
    },
  };
}

describe('a flood of lines', () => {
  for (const level of ['warn', 'error'] as const) {
    it(`of level ${level} becomes ten lines and one with the number of the others`, () => {
      const { log, pass, written } = handLog();

      for (let nth = 0; nth < 100_000; nth++) log[level]({ code: 'malformed', status: 400 }, 'request refused');
      pass(60_000);

      const lines = written();
      expect(lines).to.have.lengthOf(11);
      expect(lines.at(-1)).to.deep.include({ code: 'malformed', suppressed: 99_990, msg: 'request refused' });
      expect(log.suppressed()).to.equal(99_990);
    });
  }

  it('goes on in the next minute with ten more', () => {
    const { log, pass, written } = handLog();

    for (let minute = 0; minute < 3; minute++) {
      for (let nth = 0; nth < 50; nth++) log.warn({ code: 'malformed' }, 'request refused');
      pass(60_000);
    }

    expect(written().filter(({ suppressed }) => suppressed === undefined)).to.have.lengthOf(30);
    expect(written().flatMap(({ suppressed }) => suppressed ?? [])).to.deep.equal([40, 40, 40]);
  });

  it('says nothing of suppressed lines where there were none', () => {
    const { log, pass, timers, written } = handLog();

    for (let nth = 0; nth < 10; nth++) log.warn({}, 'a sentence');
    pass(60_000);

    expect([written().length, timers.length, log.suppressed()]).to.deep.equal([10, 0, 0]);
  });

  it('of one code or sentence doesn’t hold back another', () => {
    const { log, written } = handLog();
    for (let nth = 0; nth < 100; nth++) log.warn({ code: 'malformed' }, 'request refused');

    log.warn({ code: 'caller-not-local' }, 'request refused');
    log.warn({ code: 'malformed' }, 'another sentence');
    log.error({ code: 'malformed' }, 'request refused');

    expect(written()).to.have.lengthOf(13);
  });

  it('of ever new codes is bounded too, in lines and in memory', () => {
    const { log, timers, written } = handLog();

    for (let nth = 0; nth < 10_000; nth++) log.warn({ code: `code-${nth}` }, 'request refused');

    expect(written()).to.have.lengthOf(210);
    expect(timers).to.have.lengthOf(1);
  });

  it('ends when the clock is set back', () => {
    const { log, pass, written } = handLog();
    for (let nth = 0; nth < 10; nth++) log.warn({}, 'a sentence');

    pass(-3_600_000);
    log.warn({}, 'a sentence');

    expect(written()).to.have.lengthOf(11);
  });

  it('of a level that isn’t written costs nothing', () => {
    const { log, timers } = handLog('silent');

    for (let nth = 0; nth < 100; nth++) log.error({}, 'a sentence');

    expect([timers.length, log.suppressed()]).to.deep.equal([0, 0]);
  });

  it('doesn’t keep the process alive by its timer', () => {
    const timersBefore = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const log = createLog({ level: 'warn', destination: { write: () => undefined } });

    for (let nth = 0; nth < 100; nth++) log.warn({}, 'a sentence');

    const timersAfter = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    expect(timersAfter).to.equal(timersBefore);
  });
});
