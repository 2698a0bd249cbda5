import { expect } from 'chai';
import { fills, hears, play, says, sees } from '../support/chat.ts';
import { inChannel } from './atDesk.ts';
import { ANA, BEA } from './deskWorld.ts';
import { type Course, DAY, MINUTE, MONDAY, startTimeWorld, type TimeWorld } from './timeWorld.ts';
import { arriveWithCase, caseIdOn } from './toCase.ts';

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

  describe('whose meeting comes', () => {
    const start = async () => {
      world = await startTimeWorld(MONDAY, { isInChannel: true, env: { DESK_PING: BEA.aadObjectId } });
      const chat = world.teams();
      await chat.arrive();
      await play(chat, [says('agent'), fills('Send', { startsAt: '13:00' }), sees('Your case is with the helpdesk')]);
      const id = caseIdOn(chat);
      await inChannel(world.channel, ANA, world.rows).sees(id);
      const card = () => world.channel.posts().find(({ thread, text }) => thread === null && text.includes(id));
      return { id, card, thread: () => world.channel.thread(card()?.id ?? '') };
    };

    it('the card says by itself that it is near, urgent, and over', async () => {
      const { id, card, thread } = await start();
      // Its holder waits for the person, so that nothing else is due.
      await world.does(id, { verb: 'desk-reply', text: 'Hello' });
      await world.rows.until(id, ({ lastAnswer }) => lastAnswer?.deliveredAt != null);
      expect(card()?.title).to.match(/^Can’t join a/);

      await world.passes(130);
      expect(card()?.title).to.match(/^The meeting starts at /);
      await world.passes(41);
      expect(card()?.title).to.match(/^Urgent, the meeting starts at /);
      await world.passes(72);
      expect(card()?.title).to.match(/^Can’t join a/);
      expect(thread().filter(({ text }) => text.startsWith('Nobody has it yet'))).to.deep.equal([]);
    });

    it('those on call are told once where nobody has it when it becomes urgent', async () => {
      const { card, thread } = await start();

      await world.passes(172);
      await world.passes(3);

      expect(card()?.title).to.match(/^Urgent/);
      const told = thread().filter(({ text }) => text.includes('Nobody has it yet: Urgent, the meeting starts at '));
      expect(told).to.have.length(1);
      const { body } = world.connector.ledger.find((call) => call.id === told[0]?.id) ?? {};
      expect(body?.entities?.[0].mentioned.id).to.equal(BEA.aadObjectId);
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

    it('is closed with the day on which it can be reopened until as it is where they are', async () => {
      world = await startTimeWorld(MONDAY);
      // Where it is still the day before, as it is over in the morning at the desk.
      const chat = world.teams(world.someone(), (activity) => ({ ...activity, localTimezone: 'Pacific/Pago_Pago' }));
      const id = await arriveWithCase(chat);
      await world.does(id, { verb: 'desk-claim' });
      await world.does(id, { verb: 'desk-solve', cause: 'other' });
      await play(chat, [hears('Ana took'), hears('Are you in?')]);
      await world.rows.quiet();

      await world.follow(id, [[DAY + 1, ['closed']]]);

      expect((await world.rows.case(id)).closed?.at).to.match(/^2026-01-06T09:/);
      await play(chat, [hears('Your case is closed', 'you can reopen it until 19 January.')]);
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
