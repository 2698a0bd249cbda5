import { expect } from 'chai';
import { play, sees } from '../support/chat.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase } from './toCase.ts';

// It is Monday, 9:00 in UTC: 14:30 in Kolkata, where the desk has closed for the day and has a holiday tomorrow.
describe('a desk with hours, a zone and holidays of its own', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld({
      env: {
        HELPDESK_HOURS: 'Mo-Fr 09:00-12:00',
        HELPDESK_TIME_ZONE: 'Asia/Kolkata',
        HELPDESK_HOLIDAYS: '2026-01-06',
      },
    });
  });
  after(() => world.stop());

  for (const [where, zone, said] of [
    ['nobody knows, in its own zone, with the name of that', undefined, 'on Wednesday from 9:00 (Kolkata time).'],
    ['is known, in theirs', 'Europe/Berlin', 'on Wednesday from 4:30.'],
  ] as const) {
    it(`says when it opens to a guest whose zone ${where}`, async () => {
      const chat = world.web(zone);

      await arriveWithCase(chat);

      await play(chat, [sees(`The helpdesk is closed now; the first answer comes here ${said}`)]);
    });
  }

  it('says its own times to those who work there', async () => {
    const id = await arriveWithCase(world.web('Europe/Berlin'));
    const ana = await world.agent('Ana');

    expect((await ana.card(id)).text).to.match(/ · Waiting since 14:3\d\n/);
  });
});
