import { expect } from 'chai';
import { hears, play, says, sees } from '../support/chat.ts';
import { type Course, DAY, MINUTE, MONDAY, startTimeWorld, type TimeWorld } from './timeWorld.ts';

const MONDAY_EVENING = '2026-01-05T16:50:00Z';
const FRIDAY_EVENING = '2026-01-09T16:50:00Z';

const UNCLAIMED: readonly (readonly [title: string, begin: string, course: Course])[] = [
  [
    'after 15 and 60 minutes, and never again',
    MONDAY,
    [
      [14, []],
      [2, ['repeated 15']],
      [43, ['repeated 15']],
      [2, ['repeated 15', 'repeated 60']],
      [5 * 60, ['repeated 15', 'repeated 60']],
      [3 * DAY, ['repeated 15', 'repeated 60']],
    ],
  ],
  [
    'by the desk’s hours: not in the evening, and in the morning with what was left',
    MONDAY_EVENING,
    [
      [15, []],
      [16 * 60 - 2, []],
      // 9:06 on Tuesday: ten minutes of Monday and six of today.
      [3, ['repeated 15']],
    ],
  ],
  [
    'not at the weekend',
    FRIDAY_EVENING,
    [
      [DAY, []],
      [DAY, []],
      [16 * 60 + 14, []],
      [4, ['repeated 15']],
    ],
  ],
  ['once for all that was missed while nothing ran', MONDAY, [[7 * 60, ['repeated 60']]]],
];

describe('what time does to a case', () => {
  let world: TimeWorld;
  afterEach(() => world.stop());

  describe('that nobody takes: it is repeated', () => {
    for (const [title, begin, course] of UNCLAIMED) {
      it(title, async () => {
        world = await startTimeWorld(begin);
        const { id } = await world.waiting();

        await world.follow(id, course);
      });
    }

    it('without a restart, too', async () => {
      world = await startTimeWorld(MONDAY);
      const { id } = await world.waiting();
      const { id: other } = await world.claimed();

      world.clock.pass(16 * MINUTE);
      await world.does(other, { verb: 'desk-note', text: 'x' });

      await world.rows.until(id, ({ repeats }) => repeats === 1);
    });
  });

  describe('that was solved', () => {
    it('is closed after 24 hours of silence, once, and the person is told', async () => {
      world = await startTimeWorld(MONDAY);
      const { chat, id } = await world.claimed();
      await world.does(id, { verb: 'desk-solve', cause: 'other' });
      await play(chat, [hears('Are you in?')]);

      await world.follow(id, [
        [DAY - 1, []],
        [2, ['closed']],
        [3 * DAY, ['closed']],
      ]);

      await play(chat, [
        hears('Your case is closed', 'You didn’t say whether you’re in', 'nothing more was heard for 24 hours'),
      ]);
      expect((await world.rows.case(id)).closed?.how).to.equal('silence');
    });

    it('is closed truly when they said something that is neither Yes nor No, 24 hours after it', async () => {
      world = await startTimeWorld(MONDAY);
      const { chat, id } = await world.claimed();
      await world.does(id, { verb: 'desk-solve', cause: 'other' });
      await play(chat, [hears('Are you in?')]);
      await world.follow(id, [[23 * 60, []]]);

      await play(chat, [says('I will look later'), sees('Added to', 'Are you in?')]);

      await world.follow(id, [
        [DAY - 1, []],
        [2, ['closed']],
      ]);
      await play(chat, [hears('Your case is closed', 'You didn’t say whether you’re in')]);
    });

    it('isn’t closed by time once they have said that it isn’t over', async () => {
      world = await startTimeWorld(MONDAY);
      const { chat, id } = await world.claimed();
      await world.does(id, { verb: 'desk-solve', cause: 'other' });
      await play(chat, [hears('Are you in?')]);
      await chat.say('no');
      await play(chat, [sees('Ana has your case')]);

      await world.follow(id, [
        [24, []],
        [2, ['asked-still']],
        [2 * DAY, ['asked-still', 'expired']],
      ]);
      expect((await world.rows.case(id)).closed).to.equal(null);
    });
  });
});
