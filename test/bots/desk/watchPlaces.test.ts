import { expect } from 'chai';
import { watchPlaces } from '../../../src/bots/desk/watchPlaces.ts';
import type { DeskPlace } from '../../../src/helpdesk/desk/deskPlace.ts';
import { createLog } from '../../../src/log.ts';

const PLACE: DeskPlace = {
  ...{ line: 'first', key: 'teams:t:19:desk', channel: 'msteams', reference: {} },
  ...{ setBy: null, setAt: '2026-03-02T08:00:00.000Z', lost: null },
};

describe('what is known of where the desk is', () => {
  it('is what was set last, also where it was asked before that and is answered after it', async () => {
    let stored: DeskPlace | null = null;
    const answers: (() => void)[] = [];
    const { places, isThere } = watchPlaces(
      {
        get: () => {
          const read = stored;
          return new Promise((resolve) => answers.push(() => resolve(read)));
        },
        at: async () => stored,
        set: async (place) => {
          stored = place;
        },
        markLost: async () => undefined,
      },
      createLog({ level: 'silent' }),
    );

    const early = places.get('first');
    const setting = places.set(PLACE, { by: null, at: new Date(PLACE.setAt) });
    while (answers.length < 2) await new Promise(setImmediate);
    answers[1]?.();
    await setting;
    answers[0]?.();

    expect(await early).to.equal(null);
    expect(isThere()).to.equal(true);
  });
});
