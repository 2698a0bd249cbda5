import { expect } from 'chai';
import { clicks, doesNotSee, hears, newest, play, says, sees } from '../support/chat.ts';
import type { DeskAgent } from '../support/deskAgent.ts';
import { SAMPLES, sampleOf } from '../support/httpFiles.ts';
import { startDeskWorld } from './deskWorld.ts';
import { ELSEWHERE, FILE_CHANNELS, type FileWorld } from './fileWorld.ts';
import { arriveWithCase, caseIdOn } from './toCase.ts';

const MEGABYTES = 1024 * 1024;
const TEXT = Buffer.from('just words');
const CANT = 'I can’t pass on what you sent, sorry: paste it as text, or send a screenshot';

for (const on of FILE_CHANNELS) {
  describe(`files from a private chat in ${on.name}`, () => {
    let world: FileWorld;
    let ana: DeskAgent;
    before(async () => {
      world = await on.start();
      ana = await world.agent('Ana');
    });
    after(() => world.stop());

    const claim = (id: string) => ana.click({ verb: 'desk-claim', card: id, case: id }, id);
    /** The files in the trail of a case, as the page of the desk has them. */
    const filesOf = async (id: string) => ((await ana.show(id))?.trail ?? []).flatMap(({ file }) => file ?? []);

    it('are fetched after the turn, and put on the case', async () => {
      const chat = world.sender();
      const id = await arriveWithCase(chat);

      await chat.sends([world.served('a.png', SAMPLES.png), world.served('b.pdf', SAMPLES.pdf)]);
      expect([chat.ticks(), chat.answers()]).to.deep.equal([1, 0]);
      await world.rows.quiet();

      expect((await world.rows.case(id)).files).to.deep.equal(['a.png', 'b.pdf']);
      expect((await filesOf(id)).map(({ size }) => size)).to.deep.equal([SAMPLES.png.length, SAMPLES.pdf.length]);
    });

    it('go with the words beside them', async () => {
      const chat = world.sender();
      const id = await arriveWithCase(chat);

      await chat.sends([world.served('c.png', SAMPLES.png)], 'That is what I see');
      await world.rows.quiet();

      expect(await world.rows.case(id)).to.deep.include({ added: ['That is what I see'], files: ['c.png'] });
    });

    it('go to the agent without a word of the bot’s, once one has it', async () => {
      const chat = world.sender();
      const id = await arriveWithCase(chat);
      await claim(id);
      await play(chat, [hears('Ana took')]);

      await chat.sends([world.served('d.png', SAMPLES.png)]);
      await world.rows.quiet();

      expect([chat.ticks(), chat.answers()]).to.deep.equal([0, 0]);
      expect((await world.rows.case(id)).files).to.deep.equal(['d.png']);
    });

    it('wait for the case that is sent, and go along', async () => {
      const chat = world.sender();
      await chat.arrive();
      await chat.sends([world.served('e.png', SAMPLES.png)]);
      await world.rows.quiet();

      await play(chat, [says('agent'), clicks('Send'), sees('Your case is with the helpdesk')]);

      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal(['e.png']);
    });

    it('come to the case that was sent while they could not be fetched', async () => {
      const chat = world.sender();
      await chat.arrive();
      world.failNext({ answer: 503 });
      await chat.sends([world.served('f.png', SAMPLES.png)]);
      await world.fetchedWith(503);

      await play(chat, [says('agent'), clicks('Send')]);
      world.clock.pass(10_000);
      await play(chat, [says('and it is new'), sees('Added to')]);

      await world.rows.until(caseIdOn(chat), ({ files }) => files.includes('f.png'));
    });

    it('come to the case that was being sent when they were kept, which neither of the two saw', async () => {
      const chat = world.sender();
      await chat.arrive();
      world.failNext({ answer: 429, headers: { 'retry-after': '300' } });
      await chat.sends([world.served('g.png', SAMPLES.png)]);
      await world.fetchedWith(429);
      await play(chat, [says('agent'), clicks('Send')]);
      const id = caseIdOn(chat);
      const { person } = (await world.rows.case(id)).requester;
      await world.rows.storeLoose({ id: `kept meanwhile for ${id}`, person, name: 'meanwhile.png' });

      world.clock.pass(310_000);
      await play(chat, [says('and it is new'), sees('Added to')]);
      await world.rows.quiet();

      expect((await world.rows.case(id)).files).to.have.members(['g.png', 'meanwhile.png']);
      expect((await filesOf(id)).map(({ name }) => name)).to.have.members(['g.png', 'meanwhile.png']);
    });

    describe('that can’t be taken', () => {
      it('are said not to be, in one sentence alone while an agent hears', async () => {
        const chat = world.sender();
        const id = await arriveWithCase(chat);
        await claim(id);
        await play(chat, [hears('Ana took')]);

        await chat.sends([ELSEWHERE]);

        expect([chat.ticks(), chat.answers()]).to.deep.equal([0, 1]);
        await play(chat, [sees(CANT), doesNotSee('I keep what you sent')]);
        expect(newest(chat).offers).to.deep.equal([]);

        await chat.sends([ELSEWHERE], 'It prints this');
        expect([chat.ticks(), chat.answers()]).to.deep.equal([0, 1]);
        await play(chat, [sees(CANT)]);
        expect((await world.rows.entries(id)).at(-1)?.event).to.deep.equal({ kind: 'message', text: 'It prints this' });
      });

      it('are said not to be on the card that answers, else', async () => {
        const chat = world.sender();
        await chat.arrive();
        await chat.sends([ELSEWHERE]);
        await play(chat, [sees(CANT, 'Can’t join a meeting?'), doesNotSee('I keep what you sent')]);
        await play(chat, [says('agent')]);
        await chat.sends([ELSEWHERE], 'It prints this');
        await play(chat, [sees(CANT, 'I’ve added that'), clicks('Send')]);
        await chat.sends([ELSEWHERE], 'And this');

        await play(chat, [sees(CANT, 'Added to')]);
        expect(chat.answers()).to.equal(1);
      });

      it('are those beyond ten of one message, which is said beside the tick', async () => {
        const chat = world.sender();
        const id = await arriveWithCase(chat);
        const many = Array.from({ length: 12 }, (_, at) => world.served(`${at}.png`, SAMPLES.png));

        await chat.sends(many);
        await world.rows.quiet();

        await play(chat, [sees('I take 10 files of one message')]);
        expect([chat.ticks(), chat.answers()]).to.deep.equal([1, 1]);
        expect((await world.rows.case(id)).files).to.have.lengthOf(10);
      });
    });

    it('are left where they are while there is no desk, and the person is told that they aren’t looked at', async () => {
      const alone = await on.start({ env: { DESK_PAGE: 'off' } });
      const chat = alone.sender();
      await chat.arrive();

      await chat.sends([alone.served('h.png', SAMPLES.png)]);
      await alone.rows.quiet();

      await play(chat, [sees('I can’t look at pictures or files, sorry'), doesNotSee('I keep what you sent')]);
      expect(alone.fetches()).to.equal(0);
      await alone.stop();
    });

    for (const [what, name, bytes, why] of [
      ['words', 'words.png', TEXT, '“words.png” can’t go along: I take pictures (PNG, JPEG, WebP, GIF) and PDF files'],
      ['empty', 'empty.png', Buffer.alloc(0), '“empty.png” is empty'],
      ['too large', 'large.png', sampleOf('png', 10 * MEGABYTES + 1), '“large.png” is larger than 10 MB'],
    ] as const) {
      it(`are said not to go along when they are ${what}`, async () => {
        const chat = world.sender();
        const id = await arriveWithCase(chat);

        await chat.sends([world.served(name, bytes)]);

        await play(chat, [hears(why)]);
        expect((await world.rows.case(id)).files).to.deep.equal([]);
      });
    }

    for (const [what, url] of [
      ['gone', () => world.nowhere()],
      [`where no file of ${on.name} is`, () => 'https://files.example.com/x.png'],
    ] as const) {
      it(`are said not to be had when they are ${what}`, async () => {
        const chat = world.sender();
        await arriveWithCase(chat);

        await chat.sends([{ name: 'x.png', url: url() }]);

        await play(chat, [hears('I couldn’t get “x.png”. Please send it once more')]);
        expect(newest(chat).offers).to.deep.equal([]);
      });
    }
  });
}

describe('a picture that was pasted in Teams', () => {
  it('is fetched from where its message came from, and put on the case', async () => {
    const world = await startDeskWorld();
    const chat = world.teams();
    const id = await arriveWithCase(chat);
    const pasted = world.connector.serveFile('v3/attachments/1/views/original', SAMPLES.jpeg);

    await chat.deliver(chat.person.pastesPicture('', pasted));
    await world.rows.quiet();

    expect((await world.rows.case(id)).files).to.deep.equal(['picture.jpg']);
    await world.stop();
  });
});
