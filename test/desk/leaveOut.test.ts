import { expect } from 'chai';
import {
  type Chat,
  clicks,
  doesNotSee,
  fills,
  isOffered,
  type Line,
  newest,
  newestCard,
  play,
  says,
  sees,
  submitted,
} from '../support/chat.ts';
import { SAMPLES } from '../support/httpFiles.ts';
import type { TeamsChat } from '../support/teamsChat.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { FILE_CHANNELS, type FileSender, type FileWorld } from './fileWorld.ts';
import { caseIdOn } from './toCase.ts';

const SENT = 'Your case is with the helpdesk';
const OPEN: readonly Line[] = [says('agent'), isOffered('Send', 'Keep trying')];
const CHOOSING: readonly Line[] = [clicks('Leave something out'), sees('Tap what shouldn’t go along')];

const PLACES = [{ name: 'the page', start: () => startDeskWorld() }, ...FILE_CHANNELS];

for (const on of PLACES) {
  describe(`what goes along from ${on.name}`, () => {
    let world: DeskWorld | FileWorld;
    before(async () => {
      world = await on.start();
    });
    after(() => world.stop());

    /** Sends a picture, and waits until it is kept. */
    const sends = async (chat: Chat, name: string): Promise<void> => {
      if (!('served' in world)) {
        const page = chat as ReturnType<DeskWorld['web']>;
        expect(await page.attach(name, SAMPLES.png)).to.equal(204);
        return page.answered();
      }
      await (chat as FileSender).sends([world.served(name, SAMPLES.png)]);
      await world.rows.quiet();
    };
    const arrive = async (...names: readonly string[]): Promise<Chat> => {
      const chat = 'served' in world ? world.sender() : world.web();
      await chat.arrive();
      for (const name of names) await sends(chat, name);
      return chat;
    };

    it('is on the card as soon as it is drawn, whenever it came', async () => {
      const chat = await arrive('a.png');

      await play(chat, [...OPEN, sees('1 file goes along: a.png')]);
      await sends(chat, 'b.png');
      await play(chat, [says('agent'), sees('2 files go along: a.png, b.png'), clicks('Send'), sees(SENT, '2 files')]);

      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal(['a.png', 'b.png']);
      expect(chat.cards().some(({ text }) => text.includes('Send · 2 files'))).to.equal(true);
    });

    it('isn’t, once it is left out, and is again, once it is put back', async () => {
      const chat = await arrive('a.png', 'b.png');
      await play(chat, [...OPEN, says('It is black'), says('wrong words'), says('agent'), ...CHOOSING]);

      await play(chat, [
        clicks('Leave out “a.png”'),
        sees('1 file goes along: b.png', 'Left out: 1'),
        clicks('Leave out “wrong words”'),
        sees('Left out: 2', 'Also from the chat: It is black'),
        clicks('Leave out “b.png”'),
        sees('Left out: 3'),
        clicks('Put back “b.png”'),
        clicks('Send'),
        sees(SENT, '1 file'),
      ]);
      await world.rows.quiet();

      expect(await world.rows.case(caseIdOn(chat))).to.deep.include({ text: 'It is black', files: ['b.png'] });
    });

    it('keeps what stands in the fields', async () => {
      const chat = await arrive('a.png');
      await play(chat, [...OPEN, fills('Leave something out', 'It freezes'), clicks('Leave out “a.png”')]);

      // In Slack they stand in the modal.
      if (on.name !== 'Slack') expect(newestCard(chat).values).to.include({ text: 'It freezes' });
      await play(chat, [clicks('Send'), sees(SENT)]);

      expect(await world.rows.case(caseIdOn(chat))).to.deep.include({ text: 'It freezes', files: [] });
    });

    it('can be left out by typing, too, and a number means a row only where the rows are', async () => {
      const chat = await arrive('a.png', 'b.png');

      await play(chat, [
        ...OPEN,
        says('1'),
        sees('I’ve added that'),
        says('leave out'),
        says('3'),
        sees('I’ve left out “b.png”'),
        says('send'),
        sees(SENT, '1 file'),
      ]);

      expect(await world.rows.case(caseIdOn(chat))).to.deep.include({ text: '1', files: ['a.png'] });
    });

    it('is listed again by the same words, which never go along themselves', async () => {
      const chat = await arrive('a.png');

      await play(chat, [...OPEN, says('leave out'), says('Leave something out'), sees('Tap what shouldn’t go along')]);
      await play(chat, [says('leave out'), clicks('Send'), sees(SENT, '1 file')]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.equal('');
    });

    it('stays out of the next case, until it is put back', async () => {
      const chat = await arrive('a.png');
      await play(chat, [...OPEN, ...CHOOSING, clicks('Leave out “a.png”'), clicks('Send'), sees(SENT)]);
      await world.rows.quiet();
      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal([]);

      await play(chat, [says('It is new'), sees('Added to'), says('withdraw')]);
      await play(chat, [...OPEN, sees('Left out: 1'), ...CHOOSING, clicks('Put back “a.png”')]);
      await play(chat, [clicks('Send'), sees(SENT, '1 file')]);

      expect((await world.rows.case(caseIdOn(chat))).files).to.deep.equal(['a.png']);
    });

    it('isn’t changed by a click that is forged or comes again', async () => {
      const [chat, other] = [await arrive('mine.png'), await arrive('theirs.png')];
      await play(other, [...OPEN, ...CHOOSING]);
      const theirs = newestCard(other).offers.find(({ label }) => label.startsWith('Leave out “theirs.png”'));
      await play(chat, [...OPEN, ...CHOOSING]);
      const card = newestCard(chat);
      const mine = card.offers.find(({ label }) => label.startsWith('Leave out “mine.png”'));
      const what = theirs?.data['what'];
      expect(what).to.match(/^file:/);

      for (const forged of [{ what }, { what: 'file:none' }, { what: 'chat:0' }, { what: '' }, { what: 7 }]) {
        await chat.click({ ...submitted(card, mine), ...forged }, card.id);
        await play(chat, [doesNotSee('Left out'), sees('mine.png')]);
      }
      await play(chat, [clicks('Leave out “mine.png”'), sees('Left out: 1')]);
      await chat.click(submitted(card, mine), card.id);
      await play(chat, [sees('That button was on an earlier card', 'Left out: 1')]);
      await play(other, [says('agent'), clicks('Send'), sees(SENT, '1 file')]);

      expect(newest(other).text).to.include('1 file');
    });

    it('has a row for each of any number of messages and files, ten at a time', async () => {
      const names = Array.from({ length: 10 }, (_, at) => `${at}.png`);
      const chat = await arrive(...names);
      await play(chat, OPEN);
      for (let at = 0; at < 12; at++) await play(chat, [says(`message ${at}`), sees('I’ve added that')]);

      await play(chat, [says('agent'), fills('Leave something out', 'It freezes'), clicks('Leave out “message 8”')]);
      await play(chat, [
        sees('I’ve left out “message 8”'),
        clicks('Show 11–20 of 22'),
        clicks('Leave out “message 11”'),
      ]);
      await play(chat, [
        clicks('Leave out “0.png”'),
        says('11'),
        sees('Leave out “9.png”'),
        clicks('Leave out “8.png”'),
      ]);
      await play(chat, [sees('Left out: 4'), clicks('Show 1–10 of 22'), clicks('Put back “message 8”')]);
      await play(chat, [sees('“message 8” goes along again'), clicks('Send'), sees(SENT)]);
      await world.rows.quiet();

      const { text, files } = await world.rows.case(caseIdOn(chat));
      expect(text.split('\n')).to.deep.equal(['It freezes', ...Array.from({ length: 11 }, (_, at) => `message ${at}`)]);
      expect(files).to.deep.equal(names.filter((name) => name !== '0.png' && name !== '8.png'));
    });

    it('makes room once it is left out, and is kept: what finds no room then is said not to be taken', async () => {
      const chat = await arrive();
      await play(chat, [...OPEN, says(`a${'x'.repeat(3_900)}`), says('leave out'), says('1')]);
      await play(chat, [sees('I’ve left out “axx'), says(`b${'y'.repeat(3_900)}`), says('leave out'), says('2')]);

      await play(chat, [says('z'.repeat(400)), sees('have no more room for messages'), says('since noon')]);
      await play(chat, [says('leave out'), clicks('Put back “b'), clicks('Send'), sees(SENT)]);

      const { text } = await world.rows.case(caseIdOn(chat));
      expect(text).to.match(/^by+\nsince noon$/);
    });

    it('is said at once to be too much when it is put back, and no more once it is left out', async () => {
      const TOO_LONG = 'more than I can take: 4,000 characters';
      const chat = await arrive();
      await play(chat, [...OPEN, says(`a${'x'.repeat(3_000)}`), says('leave out'), says('1')]);
      await play(chat, [says(`b${'y'.repeat(3_000)}`), says('leave out')]);

      await play(chat, [
        clicks('Put back “a'),
        sees(TOO_LONG, 'or leave something out'),
        clicks('Send'),
        sees(TOO_LONG),
      ]);
      await play(chat, [clicks('Leave out “a'), sees('I’ve left out “axx'), doesNotSee(TOO_LONG), clicks('Send')]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.match(/^by+$/);
    });
  });
}

describe('what goes along from Teams, on a card that was there before it', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  const open = async (): Promise<TeamsChat> => {
    const chat = world.teams();
    await chat.arrive();
    await play(chat, OPEN);
    return chat;
  };
  const attaches = (chat: TeamsChat, name: string) =>
    chat.deliver(chat.person.attaches([{ name, url: world.connector.serveFile(`files/${name}`, SAMPLES.png) }]));

  it('is left out by a button of that card, which takes along what stands in its fields', async () => {
    const chat = await open();
    await attaches(chat, 'a.png');
    await play(chat, [sees('If it shouldn’t, the card has a button to leave it out'), says('It is black')]);
    await world.rows.quiet();

    await play(chat, [fills('Leave something out', 'It freezes'), isOffered('Leave out “It is black”')]);
    await attaches(chat, 'b.png');
    await world.rows.quiet();
    await play(chat, [clicks('Leave something out'), clicks('Leave out “b.png”'), clicks('Leave out “a.png”')]);
    await play(chat, [clicks('Send'), sees(SENT)]);

    const { text, files } = await world.rows.case(caseIdOn(chat));
    expect([text, files]).to.deep.equal(['It freezes\nIt is black', []]);
  });

  for (const how of ['typed', 'tapped'] as const) {
    it(`is said not to be there yet where that is ${how} too early`, async () => {
      const chat = await open();

      await play(chat, [
        how === 'typed' ? says('leave out') : fills('Leave something out', 'It freezes'),
        sees('If you have just sent a file, try again in a moment'),
        doesNotSee('Also from the chat', 'I’ve added that'),
      ]);

      await play(chat, [clicks('Send'), sees(SENT)]);
      expect((await world.rows.case(caseIdOn(chat))).text).to.equal(how === 'typed' ? '' : 'It freezes');
    });
  }
});
