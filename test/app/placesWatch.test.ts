import { expect } from 'chai';
import { buildPlacesWatch } from '../../src/app/placesWatch.ts';
import { watchPlaces } from '../../src/bots/desk/watchPlaces.ts';
import type { DeskPlace, DeskPlaces } from '../../src/helpdesk/desk/deskPlace.ts';
import { until } from '../desk/until.ts';
import { recordingLog } from '../support/httpServer.ts';

const PLACE: DeskPlace = {
  ...{ line: 'first', key: 'teams:t:19:desk', channel: 'msteams', reference: {}, setBy: null },
  ...{ setAt: '2026-01-05T09:00:00.000Z', lost: null },
};

describe('where the desk is, seen by several instances', () => {
  it('is known within seconds where another one was given it, has lost or found it, and looked for again after a fault', async () => {
    let [place, next, isBroken]: [DeskPlace | null, DeskPlace | null, boolean] = [null, null, false];
    const never = () => Promise.reject(new Error('not asked'));
    const get: DeskPlaces['get'] = async (line) => (isBroken ? never() : line === 'next' ? next : place);
    const { log, lines } = recordingLog();
    const { places, isThere, isLost } = watchPlaces({ get, at: never, set: never, markLost: never }, log);
    const waits: number[] = [];
    let wake: () => void = () => undefined;
    const after = (milliseconds: number, run: () => void) => {
      waits.push(milliseconds);
      wake = run;
      return () => undefined;
    };
    const watch = buildPlacesWatch({ log, after }, { stores: { places } });
    /** Time passes until the next look is over. */
    const look = async (start: () => void) => {
      const looks = waits.length;
      start();
      await until('the look to be over', async () => (waits.length > looks ? true : null));
      const first = !isThere() ? 'nowhere' : isLost('first') ? 'lost' : 'there';
      return isLost('next') ? `${first}, the next line lost` : first;
    };

    const seen = [await look(watch.start)];
    place = PLACE;
    seen.push(await look(() => wake()));
    place = { ...PLACE, lost: 'removed' };
    seen.push(await look(() => wake()));
    isBroken = true;
    seen.push(await look(() => wake()));
    [place, isBroken] = [PLACE, false];
    seen.push(await look(() => wake()));
    next = { ...PLACE, line: 'next', lost: 'removed' };
    seen.push(await look(() => wake()));
    await watch.stop();

    expect(seen).to.deep.equal(['nowhere', 'there', 'lost', 'lost', 'there', 'there, the next line lost']);
    expect(new Set(waits)).to.deep.equal(new Set([3_000]));
    expect(lines.join()).to.include('where the desk is could not be asked');
  });
});
