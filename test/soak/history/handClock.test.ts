import { expect } from 'chai';
import { createHandClock } from '../../../soak/history/handClock.ts';

const START = new Date('2026-03-02T09:30:00.000Z');

describe('a clock in somebody’s hand', () => {
  it('stands still', () => {
    const { now } = createHandClock(START);

    expect([now(), now()]).to.deep.equal([START, START]);
  });

  it('runs what is due once it is moved on, by its new time, and nothing else', () => {
    const clock = createHandClock(START);
    const ran: string[] = [];
    const run = (name: string) => () => void ran.push(`${name} ${clock.now().getTime() - START.getTime()}`);
    clock.after(1_000, run('soon'));
    clock.after(60_000, run('later'));
    clock.after(500, run('never'))();

    clock.advance(5_000);
    const before = [...ran];
    clock.advance(60_000);

    expect(before).to.deep.equal(['soon 5000']);
    expect(ran).to.deep.equal(['soon 5000', 'later 65000']);
  });

  it('runs in its own time what is begun by what it runs', () => {
    const clock = createHandClock(START);
    let times = 0;
    const again = (): void => {
      times++;
      clock.after(0, again);
    };
    again();

    clock.advance(1);
    clock.advance(1);

    expect(times).to.equal(3);
  });
});
