import { expect } from 'chai';
import {
  type Chat,
  clicks,
  fills,
  hears,
  isOffered,
  type Line,
  newest,
  newestCard,
  play,
  says,
  sees,
  tells,
} from '../support/chat.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { arriveWithCase, caseIdOn } from './toCase.ts';

const SECRET = 'hunter2-and-more';
const WRITTEN = `The button does nothing. password: ${SECRET}`;
const MASKED = 'The button does nothing. password: •••';

/** What the person is told where it can't be undone any more. */
const TOLD = 'the helpdesk doesn’t see that part';
const LINK = 'https://meet.contoso.com/jdoe/45GZFH99';

const hasWritten =
  (text: string): Line =>
  (chat) => {
    expect(newestCard(chat).values['text']).to.equal(text);
  };

/** A typed secret: on the page it is on the card, in Teams the card stays what it is. */
const HIDDEN_IN_CHAT = sees('I’ve hidden what looks like a password', 'Nothing was sent yet');

const HIDDEN: readonly Line[] = [
  sees('I’ve hidden what looks like a password', 'Nothing was sent yet'),
  hasWritten(MASKED),
];

for (const on of ['web', 'teams'] as const) {
  describe(`secrets in what is written ${on === 'web' ? 'on the page' : 'in Teams'}`, () => {
    let world: DeskWorld;
    beforeEach(async () => {
      world = await startDeskWorld();
    });
    afterEach(() => world.stop());

    const open = async (): Promise<Chat> => {
      const chat = world[on]();
      await chat.arrive();
      await play(chat, [says('agent')]);
      return chat;
    };
    const textOf = async (chat: Chat) => (await world.rows.case(caseIdOn(chat))).text;

    it('are hidden before anything is stored, in the field and typed', async () => {
      const [filled, typed] = [await open(), await open()];

      await play(filled, [fills('Send', WRITTEN), ...HIDDEN, clicks('Send'), sees('Your case is with the helpdesk')]);
      await play(typed, [says(WRITTEN), HIDDEN_IN_CHAT, clicks('Send'), sees('Your case is with the helpdesk')]);

      expect([await textOf(filled), await textOf(typed)]).to.deep.equal([MASKED, MASKED]);
      expect(await world.keeps(SECRET)).to.equal(false);
    });

    it('come back with Undo, are left as they are from then on, and any other is hidden', async () => {
      const chat = await open();
      await play(chat, [fills('Send', WRITTEN), ...HIDDEN, isOffered('Undo')]);
      expect(await world.keeps(SECRET)).to.equal(false);

      await play(chat, [clicks('Undo'), hasWritten(WRITTEN), fills('Keep trying', `${WRITTEN} It is red.`)]);
      await play(chat, [says('agent'), hasWritten(`${WRITTEN} It is red.`), fills('Send', `${WRITTEN} PIN: 4711`)]);
      await play(chat, [sees('Nothing was sent yet'), hasWritten(`${WRITTEN} PIN: •••`), says('passcode: 815815')]);
      await play(chat, [HIDDEN_IN_CHAT, clicks('Send'), sees('Your case is with the helpdesk')]);

      expect(await textOf(chat)).to.equal(`${WRITTEN} PIN: •••\npasscode: •••`);
      expect(await world.keeps('815815')).to.equal(false);
    });

    it('come back with Undo into what stands in the field by then, where another is hidden', async () => {
      const chat = await open();
      await play(chat, [fills('Send', WRITTEN), ...HIDDEN]);

      await play(chat, [fills('Undo', `Hi. ${MASKED} It is red. PIN: 4711`)]);

      await play(chat, [
        sees('Nothing was sent yet'),
        hasWritten(`Hi. ${WRITTEN} It is red. PIN: •••`),
        clicks('Undo'),
      ]);
      await play(chat, [hasWritten(`Hi. ${WRITTEN} It is red. PIN: 4711`)]);
    });

    it('come back with a typed “undo”, which means that button there', async () => {
      const chat = await open();

      await play(chat, [says(WRITTEN), HIDDEN_IN_CHAT, says('undo'), sees('It is back as you typed it')]);

      await play(chat, [clicks('Send'), sees('Your case is with the helpdesk')]);
      expect(await textOf(chat)).to.equal(WRITTEN);
    });

    it('come back each into its own place, from the field and from the chat', async () => {
      const chat = await open();
      await play(chat, [says('password: from-chat-1'), says('That is all'), fills('Send', WRITTEN), ...HIDDEN]);

      await play(chat, [clicks('Undo'), hasWritten(WRITTEN), clicks('Send'), sees('Your case is with the helpdesk')]);

      expect(await textOf(chat)).to.equal(`${WRITTEN}\npassword: from-chat-1\nThat is all`);
    });

    it('have to be typed again after a restart, and are left as they are then', async () => {
      const chat = await open();
      await play(chat, [fills('Send', WRITTEN), ...HIDDEN]);

      await world.bot.restart();

      await play(chat, [
        clicks('Undo'),
        sees('Please type it once more, and I’ll leave it as it is'),
        hasWritten(MASKED),
        fills('Send', WRITTEN),
        sees('Your case is with the helpdesk'),
      ]);
      expect(await textOf(chat)).to.equal(WRITTEN);
    });

    it('are hidden in what is added and said later, too', async () => {
      const chat = world[on]();
      const id = await arriveWithCase(chat);
      const ana = await world.agent('Ana');

      await play(chat, [says(WRITTEN), sees('Added to', TOLD), says(WRITTEN), sees('✓ I hid', TOLD)]);
      await ana.click({ verb: 'desk-claim', card: id, case: id }, id);
      await play(chat, [hears('Ana took'), says(WRITTEN), sees(TOLD)]);
      expect(newest(chat).offers).to.deep.equal([]);
      await play(chat, [tells('I still see it'), says('/bot'), says(WRITTEN), sees(TOLD)]);
      await ana.click({ verb: 'desk-solve', card: id, case: id, cause: 'other' }, id);
      await play(chat, [hears('Are you in?'), says(WRITTEN), sees(TOLD)]);
      await play(chat, [says(`${LINK} PIN: 4711`), sees(`${LINK}?sl=1`, TOLD)]);

      const said = (await world.rows.entries(id)).flatMap(({ event }) => ('text' in event ? [event.text] : []));
      const link = `${LINK} PIN: •••`;
      expect(said).to.deep.equal([MASKED, MASKED, MASKED, 'I still see it', MASKED, MASKED, link]);
      expect(await world.keeps(SECRET)).to.equal(false);
    });

    it('aren’t seen in error codes, ids of cases and join links', async () => {
      const chat = await open();
      const plain = 'Error 0x80072EE7 and AADSTS50126, as in UN-7K3Q-M2. My password has expired.';

      await play(chat, [fills('Send', plain), sees('Your case is with the helpdesk')]);

      expect(await textOf(chat)).to.equal(plain);
    });
  });
}
