import { expect } from 'chai';
import { hears, play, tells } from '../support/chat.ts';
import { inChannel } from './atDesk.ts';
import { ANA, BEA } from './deskWorld.ts';
import { type Course, DAY, MONDAY, startTimeWorld, type TimeWorld } from './timeWorld.ts';

const MONDAY_EVENING = '2026-01-05T16:50:00Z';

const HELD: readonly (readonly [title: string, begin: string, course: Course])[] = [
  [
    'asks after 25 minutes, and gives it back after 30',
    MONDAY,
    [
      [24, []],
      [2, ['asked-still']],
      [3, ['asked-still']],
      [2, ['asked-still', 'expired']],
      // From there on it waits as a new one does.
      [14, ['asked-still', 'expired']],
      [2, ['asked-still', 'expired', 'repeated 15']],
    ],
  ],
  [
    'counts the desk’s hours alone',
    MONDAY_EVENING,
    [
      [16 * 60 + 23, []],
      [3, ['asked-still']],
      [5, ['asked-still', 'expired']],
    ],
  ],
  ['asks nobody whom it is taken from at that moment, after a pause', MONDAY, [[3 * DAY, ['expired']]]],
];

describe('a case that somebody has and does nothing about', () => {
  let world: TimeWorld;
  afterEach(() => world.stop());

  for (const [title, begin, course] of HELD) {
    it(title, async () => {
      world = await startTimeWorld(begin);
      const { id } = await world.claimed();

      await world.follow(id, course);
    });
  }

  it('tells the person why it waits again, and hears them as the bot', async () => {
    world = await startTimeWorld(MONDAY);
    const { chat, id } = await world.claimed();

    await world.passes(31);

    await play(chat, [hears('Your case waits again', 'Ana could not go on with it', 'You are talking to: the bot')]);
    expect(await world.rows.case(id)).to.include({ status: 'waiting', claim: null, repeats: 0, hears: 'bot' });
  });

  it('stays with its holder four times, if they say so', async () => {
    world = await startTimeWorld(MONDAY);
    const { id } = await world.claimed();
    expect(await world.does(id, { verb: 'desk-still' })).to.include('nothing was changed');

    for (const renewals of [1, 2, 3, 4]) {
      await world.passes(26);
      expect(await world.does(id, { verb: 'desk-still' }, 'Bea')).to.include('Ana has this case, not you');
      expect(await world.does(id, { verb: 'desk-still' })).to.equal('It stays yours.');
      expect((await world.rows.case(id)).claim).to.include({ renewals, isAsked: false });
    }
    await world.passes(26);
    expect(await world.does(id, { verb: 'desk-still' })).to.include('It was held four times without an answer');
    await world.passes(5);

    expect((await world.happened(id)).at(-1)).to.equal('expired');
    expect((await world.happened(id)).filter((kind) => kind === 'asked-still')).to.have.length(5);
  });

  for (const data of [{ verb: 'desk-note', text: 'I am at it' }, { verb: 'desk-calling' }]) {
    it(`counts from the last sign of life: ${data.verb}`, async () => {
      world = await startTimeWorld(MONDAY);
      const { id } = await world.claimed();
      await world.passes(20);
      await world.does(id, data);

      await world.follow(id, [
        [24, []],
        [2, ['asked-still']],
      ]);
      await world.does(id, data);
      await world.follow(id, [
        [24, ['asked-still']],
        [2, ['asked-still', 'asked-still']],
      ]);
    });
  }

  it('isn’t kept by what colleagues note', async () => {
    world = await startTimeWorld(MONDAY);
    const { id } = await world.claimed();
    await world.passes(20);

    await world.does(id, { verb: 'desk-note', text: 'Is she there?' }, 'Bea');

    await world.follow(id, [[6, ['asked-still']]]);
  });

  it('stands still while it is the person’s turn', async () => {
    world = await startTimeWorld(MONDAY);
    const { chat, id } = await world.claimed();
    await world.does(id, { verb: 'desk-reply', text: 'Please try again' });
    await play(chat, [hears('Please try again')]);

    await world.follow(id, [[DAY, []]]);
    await play(chat, [tells('I did')]);

    await world.follow(id, [
      [24, []],
      [2, ['asked-still']],
    ]);
  });

  it('is given back after as many minutes as are configured', async () => {
    world = await startTimeWorld(MONDAY, { env: { CLAIM_MINUTES: '10' } });
    const { id } = await world.claimed();

    await world.follow(id, [
      [4, []],
      [2, ['asked-still']],
      [5, ['asked-still', 'expired']],
    ]);
  });

  it('is asked for in its thread, of its holder alone, who can let go of it there', async () => {
    world = await startTimeWorld(MONDAY, { isInChannel: true });
    const desk = inChannel(world.channel, ANA, world.rows);
    const { id, chat } = await world.waiting();
    await desk.sees(id);
    await desk.taps(id, ['Claim']);
    await play(chat, [hears('on its screen'), hears('Ana Beck took')]);

    await world.passes(26);

    const asked = await world.channel.until(({ title }) => title === 'Still on it?');
    expect(asked.text).to.include('Ana Beck').and.to.include(id).and.to.include('at 9:30');
    expect(asked.offers.map(({ label }) => label)).to.deep.equal(['Still on it', 'Release']);
    const call = world.connector.ledger.find(({ id: sent }) => sent === asked.id);
    expect(call?.body.entities?.[0]?.mentioned).to.include({ aadObjectId: ANA.aadObjectId });
    world.clock.pass(2_000);
    await world.channel.taps(BEA, asked, 'Release');
    expect((await world.rows.case(id)).status).to.equal('claimed');
    await world.channel.taps(ANA, asked, 'Release');
    expect((await world.rows.case(id)).status).to.equal('waiting');
  });
});
