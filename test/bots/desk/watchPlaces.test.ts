import { expect } from 'chai';
import { watchPlaces } from '../../../src/bots/desk/watchPlaces.ts';
import type { DeskPlace } from '../../../src/helpdesk/desk/deskPlace.ts';
import { createLog } from '../../../src/log.ts';
import { recordingLog } from '../../support/httpServer.ts';

const PLACE: DeskPlace = {
  ...{ line: 'first', key: 'teams:t:19:desk', channel: 'msteams', reference: {} },
  ...{ setBy: null, setAt: '2026-03-02T08:00:00.000Z', lost: null },
};

/** As lines of the log write it. */
const ERROR = 50;

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

  it('is lost at once for the line that it is lost for, and the log says so once, with why', async () => {
    const { log, lines } = recordingLog();
    let stored: DeskPlace = { ...PLACE, line: 'next' };
    const { places, isLost } = watchPlaces(
      {
        get: async (line) => (line === 'next' ? stored : PLACE),
        at: async () => null,
        set: async () => undefined,
        async markLost(_, why) {
          stored = { ...stored, lost: why };
        },
      },
      log,
    );

    await places.markLost(PLACE.key, 'channel-deleted', new Date(PLACE.setAt));

    expect([isLost('first'), isLost('next')]).to.deep.equal([false, true]);
    const written = lines.map((line) => JSON.parse(line));
    expect(written.map(({ level, code }) => [level, code])).to.deep.equal([[ERROR, 'channel-deleted']]);
    expect(written[0].msg).to.include('can’t be posted to any more');
  });
});
