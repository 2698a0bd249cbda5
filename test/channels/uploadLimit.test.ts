import { expect } from 'chai';
import { type UploadRoom, uploadLimit } from '../../src/channels/uploadLimit.ts';

describe('uploadLimit', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
  });
  const clock = () => new Date(now);
  const giveBack = (room: UploadRoom) => room.kind === 'room' && room.giveBack();
  const waitOf = (room: UploadRoom) => (room.kind === 'none' ? room.wait : 0);

  it('allows an address 60 a minute, of all its sessions together', () => {
    const limit = uploadLimit(clock);
    const waits = Array.from({ length: 60 }, (_, nth) => {
      const room = limit.take(`s${Math.floor(nth / 10)}`, '192.0.2.1');
      giveBack(room);
      return waitOf(room);
    });

    const tooMany = limit.take('s9', '192.0.2.1');
    const elsewhere = limit.take('s9', '192.0.2.2');

    expect(new Set(waits)).to.deep.equal(new Set([0]));
    expect([waitOf(tooMany), waitOf(elsewhere)]).to.deep.equal([60, 0]);
  });

  it('has room for 200 at once, and again when one is done', () => {
    const limit = uploadLimit(clock);
    const rooms = Array.from({ length: 200 }, (_, nth) => limit.take(`s${nth}`, `192.0.2.${nth % 10}`));

    const whenFull = limit.take('x', '198.51.100.1');
    for (const room of rooms.slice(0, 1)) giveBack(room);
    const after = limit.take('x', '198.51.100.1');

    expect(rooms.every(({ kind }) => kind === 'room')).to.equal(true);
    expect([waitOf(whenFull), after.kind]).to.deep.equal([5, 'room']);
  });

  it('counts nothing of what found no room', () => {
    const limit = uploadLimit(clock);
    const two = [limit.take('s', '192.0.2.1'), limit.take('s', '192.0.2.1')];
    for (let nth = 1; nth <= 50; nth++) limit.take('s', '192.0.2.1');
    for (const room of two) giveBack(room);

    expect(limit.take('s', '192.0.2.1').kind).to.equal('room');
  });
});
