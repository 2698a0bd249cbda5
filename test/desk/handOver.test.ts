import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { readCaseId } from '../../src/helpdesk/cases/newCaseId.ts';
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
import type { ShownCard } from '../support/readCard.ts';
import type { WebChat } from '../support/webChat.ts';
import { type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { ASKED, caseIdOn } from './toCase.ts';

const LINK = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%7d';

/** What stands in the fields of the newest card. */
const holds =
  (values: Readonly<Record<string, string>>): Line =>
  (chat) => {
    expect(newestCard(chat).values).to.include(values);
  };

const OPEN: readonly Line[] = [...ASKED, says('agent'), isOffered('Send', 'Keep trying')];

/** Ways off the card and back to it: what was written is still there. */
const DETOURS: readonly (readonly [title: string, ...lines: readonly Line[]])[] = [
  ['Keep trying', clicks('Keep trying'), sees('1 of 4'), says('agent')],
  ['typed “back”', says('back'), sees('1 of 4'), says('agent')],
  ['Help', clicks('Help'), sees('How this works'), clicks('Go on')],
  ['Help over the way in', says('way in'), says('help'), says('back')],
  ['Help for another', says('help'), clicks('I’m helping someone else')],
  ['No luck', clicks('My meeting starts now'), clicks('No luck')],
  ['My meeting starts now', clicks('My meeting starts now'), sees('The quickest way in'), clicks('Back')],
  ['an answer', clicks('Keep trying'), clicks('Just me'), sees('2 of 4'), clicks('Talk to a person')],
  ['starting over', says('restart'), sees('1 of 4'), says('agent')],
  ['my requests', says('my requests'), sees('no requests'), says('agent')],
];

for (const on of ['web', 'teams'] as const) {
  describe(`what is written for the helpdesk ${on === 'web' ? 'on the page' : 'in Teams'}`, () => {
    let world: DeskWorld;
    before(async () => {
      world = await startDeskWorld();
    });
    after(() => world.stop());

    const open = async (lines: readonly Line[] = []): Promise<Chat> => {
      const chat = world[on]();
      await chat.arrive();
      await play(chat, [...OPEN, ...lines]);
      return chat;
    };

    for (const [title, ...lines] of DETOURS) {
      it(`keeps what was typed, by way of ${title}`, async () => {
        const chat = await open([says('My screen is black'), sees('I’ve added that'), says('since noon')]);

        await play(chat, [...lines, sees('Also from the chat: My screen is black\nsince noon'), clicks('Send')]);

        expect((await world.rows.case(caseIdOn(chat))).text).to.equal('My screen is black\nsince noon');
      });
    }

    for (const [way, wayBack] of [
      ['Keep trying', says('agent')],
      ['Help', clicks('Go on')],
      ['My meeting starts now', clicks('Back')],
    ] as const) {
      it(`keeps what stands in the fields, by way of ${way}`, async () => {
        const fields = { text: 'It says 5', startsAt: '14:30' };
        const chat = await open([fills(way, fields)]);

        await play(chat, [wayBack, holds(fields), says('and 6'), holds(fields), clicks('Send')]);

        expect((await world.rows.case(caseIdOn(chat))).text).to.equal('It says 5\nand 6');
      });
    }

    it('leads from Help to the fix once it is sent, and from the fix to the fix', async () => {
      const chat = await open([clicks('Send')]);

      await play(chat, [clicks('Help'), clicks('Go on'), sees('1 of 4')]);
      await play(chat, [says('help'), clicks('Go on'), sees('1 of 4')]);
    });

    it('sends what was typed in the chat below what stands in the field', async () => {
      const chat = await open([says('Error 5 on screen'), fills('Send', '')]);
      const other = await open([says('Error 5 on screen'), fills('Send', 'It is black')]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.equal('Error 5 on screen');
      expect((await world.rows.case(caseIdOn(other))).text).to.equal('It is black\nError 5 on screen');
    });

    it('takes a join link along, says so, and answers it', async () => {
      const chat = await open();

      await chat.paste(LINK);
      await play(chat, [sees('I’ve added that to what the helpdesk gets', 'That’s a Teams meeting')]);
      await play(chat, [says('back'), sees('Also from the chat'), clicks('Send')]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.include(LINK);
    });

    it('says what is too long beside a join link, and keeps what was there', async () => {
      const long = 'x'.repeat(3_500);
      const chat = await open([says(long)]);

      await play(chat, [says(`${long} ${LINK}`), sees('more than I can take')]);
      await play(chat, [says('agent'), says(`${long}${long} ${LINK}`), sees('Your message has 7,0')]);
      await play(chat, [says('agent'), clicks('Send')]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.equal(long);
    });

    it('adds a pasted join link to a case that waits, and says so', async () => {
      const chat = await open([clicks('Send')]);
      const id = caseIdOn(chat);

      await chat.paste(LINK);

      await play(chat, [sees(`Added to ${id}`, 'That’s a Teams meeting')]);
      const texts = (await world.rows.entries(id)).flatMap(({ event }) => ('text' in event ? [event.text] : []));
      expect(texts.join('\n')).to.include(LINK);
    });

    it('doesn’t take a card for the open one whose fields were taken over already', async () => {
      const chat = await open();
      const before = newest(chat);
      await play(chat, [fills('Send', { text: 'new', startsAt: 'soon' })]);

      await chat.click({ ...submitted(before, before.offers[0]), text: 'old' }, before.id);

      await play(chat, [sees('on an earlier card, so nothing was sent'), holds({ text: 'new\nold' })]);
    });

    describe('and stands in the fields of an earlier card', () => {
      /** A tap on a card that isn't the newest any more, with this in its fields. */
      const taps =
        (card: ShownCard, label: string, fields: Readonly<Record<string, string>>): Line =>
        async (chat) => {
          const offer = card.offers.find((each) => each.label === label);
          expect(offer, label).to.not.equal(undefined);
          await chat.click({ ...submitted(card, offer), ...fields }, card.id);
          expect(chat.answers()).to.equal(1);
        };
      const TEXT = 'It says 5. password: hunter2-and-more';
      const KEPT = { text: 'It says 5. password: •••', startsAt: '14:30' };

      for (const label of ['Send', 'Keep trying', 'Help', 'My meeting starts now']) {
        it(`is kept with a tap on ${label} there, for when they are back, and nothing else is done`, async () => {
          const chat = await open();
          const card = newestCard(chat);
          const before = await world.rows.count();

          await play(chat, [says('back'), taps(card, label, { text: TEXT, startsAt: '14:30' })]);

          await play(chat, [
            sees('earlier card, so nothing was sent', 'it comes back with Talk to a person', '1 of 4'),
          ]);
          expect(await world.rows.count()).to.equal(before);
          await play(chat, [clicks('Talk to a person'), holds(KEPT), sees('I’ve hidden'), clicks('Send')]);
          expect((await world.rows.case(caseIdOn(chat))).text).to.equal(KEPT.text);
        });
      }

      it('comes onto the open one with a tap there, and isn’t sent', async () => {
        const chat = await open();
        const card = newestCard(chat);
        await play(chat, [says('back'), says('agent')]);
        const before = await world.rows.count();

        await play(chat, [taps(card, 'Send', { text: TEXT }), sees('so nothing was sent. What you wrote there')]);

        await play(chat, [holds({ text: KEPT.text }), isOffered('Send', 'Undo')]);
        expect(await world.rows.count()).to.equal(before);
      });

      it('comes below what was written on another, once, and leaves the time that stands there', async () => {
        const chat = await open();
        const card = newestCard(chat);
        await play(chat, [fills('Keep trying', 'newer'), says('agent')]);
        const both = holds({ text: 'newer\nolder', startsAt: '14:30' });

        await play(chat, [taps(card, 'Send', { text: 'older', startsAt: '14:30' }), sees('stands here now'), both]);
        await play(chat, [taps(card, 'Send', { text: 'older', startsAt: '15:30' }), sees('nothing changed'), both]);
      });

      it('is there besides what was begun on the open one, whichever is tapped first', async () => {
        const chat = await open();
        const first = newestCard(chat);
        await play(chat, [says('back'), says('agent')]);
        const second = newestCard(chat);

        await play(chat, [taps(first, 'Send', { text: 'older words' }), holds({ text: 'older words' })]);
        await play(chat, [
          taps(second, 'Send', { text: 'newer words' }),
          sees('so nothing was sent', 'stands here now'),
        ]);
        await play(chat, [holds({ text: 'older words\nnewer words' }), clicks('Send')]);

        expect((await world.rows.case(caseIdOn(chat))).text).to.equal('older words\nnewer words');
      });

      it('takes the place of the beginning that stands there as well', async () => {
        const chat = await open([fills('Keep trying', 'It says 5'), says('agent')]);
        const card = newestCard(chat);
        await play(chat, [says('back'), says('agent')]);

        await play(chat, [taps(card, 'Send', { text: 'It says 5\nand 6' }), holds({ text: 'It says 5\nand 6' })]);
      });

      it('isn’t brought back where it stood in the field before, and was changed or removed since', async () => {
        const chat = await open();
        const first = newestCard(chat);
        const privately = { text: 'my own words. PIN: 4711-secret' };
        await play(chat, [says('back'), taps(first, 'Help', privately), says('agent')]);
        const second = newestCard(chat);
        const filled = { text: second.values['text'] ?? '' };
        await play(chat, [sees('I’ve hidden'), says('back'), says('agent'), fills('Keep trying', 'other words')]);
        await play(chat, [says('agent'), taps(second, 'Help', filled), sees('nothing changed')]);
        await play(chat, [holds({ text: 'other words' }), fills('Keep trying', '')]);

        await play(chat, [taps(second, 'Help', filled), sees('nothing changed')]);
        await play(chat, [taps(first, 'Help', privately), sees('nothing changed')]);

        await play(chat, [says('agent'), holds({ text: '' })]);
      });

      it('is given back where there is no room, and comes along with another tap once there is', async () => {
        const chat = await open();
        const card = newestCard(chat);
        await play(chat, [says('back'), says('agent'), says(`a${'x'.repeat(3_900)}`)]);
        const before = newestCard(chat);
        const text = `It says 5. password: hunter2-and-more ${'y'.repeat(100)}`;

        await play(chat, [taps(card, 'Send', { text, startsAt: '14:30' })]);
        await play(chat, [sees('isn’t kept', '4,000 characters', 'It says 5. password: •••', 'y'.repeat(100))]);
        await play(chat, [sees('make the rest shorter, or leave something out, and tap that button again')]);
        if (on === 'teams') expect(newestCard(chat)).to.deep.equal(before);
        await play(chat, [says('back'), taps(card, 'Send', { text }), sees('To send it, choose Talk to a person')]);
        await play(chat, [
          says('agent'),
          says('leave out'),
          says('1'),
          taps(card, 'Send', { text, startsAt: '14:30' }),
        ]);

        await play(chat, [holds({ text: text.replace('hunter2-and-more', '•••'), startsAt: '14:30' })]);
      });

      it('isn’t sent to a case that waits: they are told how to add it, unless it went along', async () => {
        const chat = await open();
        const first = newestCard(chat);
        await play(chat, [says('back'), says('agent')]);
        const second = newestCard(chat);
        await play(chat, [fills('Send', 'It is black'), sees('Your case is with the helpdesk')]);
        const id = caseIdOn(chat);

        await play(chat, [taps(second, 'Send', { text: 'It is black' }), sees('earlier card, so nothing changed')]);
        for (const text of ['It says 5', 'black', 'It']) {
          await play(chat, [taps(first, 'Send', { text }), sees(`to ${id}, type it here`)]);
        }

        expect((await world.rows.case(id)).text).to.equal('It is black');
        await play(chat, [says('withdraw'), says('agent'), holds({ text: '' })]);
      });
    });

    it('stays in the fields where what was tapped is no longer there', async () => {
      const chat = await open();
      const card = newestCard(chat);
      const row = { ...card.offers[0]?.data, verb: 'leave-out', what: 'file:expired', text: 'It is black' };

      await chat.click(row, card.id);

      await play(chat, [sees('nothing changed'), holds({ text: 'It is black' })]);
    });

    it('sends nothing before Send', async () => {
      const before = await world.rows.count();

      await open([says('My screen is black'), fills('Keep trying', 'It is urgent'), says('agent'), says('cancel')]);

      expect(await world.rows.count()).to.equal(before);
    });

    it('gives a case an id that can be read aloud, and read back', async () => {
      const chat = await open([clicks('Send')]);
      const id = caseIdOn(chat);
      const agent = await world.agent('Ana');

      const { show } = await agent.types(`case ${id.toLowerCase().replaceAll('-', ' ')}`);

      expect(id).to.match(/^UN-[234679FHJKMQRWXY]{4}-[234679FHJKMQRWXY]{2}$/);
      expect(show).to.equal(id);
      expect(readCaseId(newest(chat).text)).to.equal(id);
    });

    it('says what is too long, typed or in the field, and sends nothing', async () => {
      const long = 'x'.repeat(3_000);

      const chat = await open([
        says(long),
        says(long),
        sees('more than I can take: 4,000 characters together', 'nothing was sent'),
        fills('Send', 'y'.repeat(4_001)),
        sees('more than I can take'),
        holds({ text: '' }),
        fills('Send', 'y'.repeat(1_500)),
        sees('more than I can take'),
        holds({ text: 'y'.repeat(1_500) }),
        fills('Send', 'y'),
      ]);

      expect((await world.rows.case(caseIdOn(chat))).text).to.equal(`y\n${long}`);
    });

    it('takes a time of day for the meeting, and says what one looks like', async () => {
      const chat = await open([
        fills('Send', { text: 'It is black', startsAt: 'soon' }),
        sees('doesn’t look like a time of day', '14:30', 'nothing was sent yet'),
        holds({ text: 'It is black', startsAt: '' }),
        sees('The time that you wrote: “soon”'),
        fills('Send', { startsAt: '9:30' }),
        sees('Your case is with the helpdesk'),
      ]);

      // In Teams by the clock of whoever asks, which is Berlin's.
      const { startsAt } = await world.rows.case(caseIdOn(chat));
      expect(startsAt).to.match(on === 'web' ? /T09:30:00\.000Z$/ : /T08:30:00\.000Z$/);
    });
  });
}

describe('the time at which a meeting starts', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  it('stays what it is when a file is sent after it', async () => {
    const chat = world.web('America/New_York');
    await chat.arrive();
    await play(chat, [...OPEN, fills('Keep trying', { startsAt: '14:30' }), says('agent')]);

    await chat.attach('screen.png', SAMPLES.png);
    await chat.answered();
    await play(chat, [holds({ startsAt: '14:30' }), clicks('Send'), sees('Your case is with the helpdesk')]);

    expect((await world.rows.case(caseIdOn(chat))).startsAt).to.match(/T19:30:00\.000Z$/);
  });

  it('is shown and read where they were, when a message doesn’t say where they are', async () => {
    let isTold = true;
    const chat = world.teams(world.someone(), ({ localTimezone, ...rest }) => ({
      ...rest,
      ...(isTold && { localTimezone }),
    }));
    await chat.arrive();
    await play(chat, [...OPEN, fills('Keep trying', { startsAt: '14:30' })]);

    isTold = false;
    await play(chat, [says('agent'), holds({ startsAt: '14:30' })]);
    isTold = true;
    await play(chat, [clicks('Send'), sees('Your case is with the helpdesk')]);

    expect((await world.rows.case(caseIdOn(chat))).startsAt).to.match(/T13:30:00\.000Z$/);
  });
});

describe('what stands in the fields while something is typed on the page', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  /** What the page sends of a typed message. */
  const types = async (chat: WebChat, text: string, fields: Readonly<Record<string, string>>) => {
    const card = newestCard(chat).offers[0]?.data['card'];
    await chat.visitor().send({ id: randomUUID(), text, begun: { card, fields } });
    await chat.answered();
  };

  for (const [typed, seen] of [
    ['my meeting starts now', 'The quickest way in'],
    ['back', '1 of 4'],
    ['my requests', 'no requests'],
    [LINK, 'That’s a Teams meeting'],
  ] as const) {
    it(`is there again after “${typed.slice(0, 25)}”`, async () => {
      const chat = world.web();
      await chat.arrive();
      await play(chat, OPEN);

      await types(chat, typed, { text: 'It is black', email: 'half@' });

      await play(chat, [sees(seen), says('agent'), holds({ text: 'It is black', email: 'half@' })]);
    });
  }

  it('goes with a typed “send”, its secrets hidden first', async () => {
    const chat = world.web();
    await chat.arrive();
    await play(chat, OPEN);

    await types(chat, 'send', { text: 'password: hunter2-and-more' });
    await play(chat, [sees('Nothing was sent yet'), says('send'), sees('Your case is with the helpdesk')]);

    expect((await world.rows.case(caseIdOn(chat))).text).to.equal('password: •••');
  });

  it('is passed over when it stands on another card', async () => {
    const chat = world.web();
    await chat.arrive();
    await play(chat, OPEN);
    const card = newestCard(chat).offers[0]?.data['card'];
    await play(chat, [clicks('Keep trying')]);

    await chat.visitor().send({ id: randomUUID(), text: 'agent', begun: { card, fields: { text: 'late' } } });
    await chat.answered();

    await play(chat, [holds({ text: '' })]);
  });
});

describe('what stands in the fields while something is typed in Teams', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  it('comes onto the card that lists what goes along, with a tap on the one before it', async () => {
    const chat = world.teams();
    await chat.arrive();
    await play(chat, [...OPEN, says('It is black')]);
    const card = newestCard(chat);

    await play(chat, [says('leave out'), sees('the card above', 'Tap what shouldn’t go along')]);
    await chat.click({ ...submitted(card, card.offers[0]), text: 'It freezes' }, card.id);

    await play(chat, [sees('so nothing was sent'), holds({ text: 'It freezes' }), clicks('Leave out “It is black”')]);
    await play(chat, [clicks('Send'), sees('Your case is with the helpdesk')]);
    expect((await world.rows.case(caseIdOn(chat))).text).to.equal('It freezes');
  });

  it('is asked for again after a typed “send”, which brings nothing of them along, and not after a tap', async () => {
    const [typing, tapping] = [world.teams(), world.teams()];
    for (const chat of [typing, tapping]) {
      await chat.arrive();
      await play(chat, OPEN);
    }

    await play(typing, [says('send'), sees('Your case is with the helpdesk')]);
    await play(tapping, [clicks('Send'), sees('Your case is with the helpdesk')]);

    const asksAgain = (chat: typeof typing) =>
      newest(chat).text.includes('in the fields of the card above, type it here');
    expect([typing, tapping].map(asksAgain)).to.deep.equal([true, false]);
    await play(typing, [says('It is black'), sees('Added to')]);
    expect((await world.rows.case(caseIdOn(typing))).added).to.deep.equal(['It is black']);
  });

  it('stays on their screen: words alone answer, and the card is good as it is', async () => {
    const chat = world.teams();
    await chat.arrive();
    await play(chat, [...OPEN, sees('I see what you write in these fields only when you tap a button on this card')]);
    const card = newest(chat);

    await play(chat, [says('It is black'), sees('I’ve added that'), says('since noon'), sees('I’ve added that')]);
    expect(newestCard(chat)).to.deep.equal(card);
    await chat.click({ ...submitted(card, card.offers[0]), text: 'Begun before' }, card.id);

    expect((await world.rows.case(caseIdOn(chat))).text).to.equal('Begun before\nIt is black\nsince noon');
  });

  const STICKER = { contentType: 'text/html', content: '<p><img itemtype="http://schema.skype.com/Sticker"></p>' };
  const CARD = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} };
  for (const [what, text, attachments] of [
    ['a sticker', undefined, [STICKER]],
    ['a card and a space', ' ', [CARD]],
    ['nothing at all', '', []],
  ] as const) {
    it(`stays on their screen when they send ${what}: the card is good as it is`, async () => {
      const chat = world.teams();
      await chat.arrive();
      await play(chat, OPEN);
      const card = newestCard(chat);

      await chat.deliver({ ...chat.person.attaches([]), text, attachments });

      await play(chat, [sees('I can’t pass on what you sent')]);
      expect(newestCard(chat)).to.deep.equal(card);
      await chat.click({ ...submitted(card, card.offers[0]), text: 'Begun before' }, card.id);
      expect((await world.rows.case(caseIdOn(chat))).text).to.equal('Begun before');
    });
  }

  it('is asked for when a new card takes its place, which lists what can be left out, whatever else came', async () => {
    const chat = world.teams();
    await chat.arrive();
    await play(chat, [...OPEN, says('It is black')]);
    const card = newestCard(chat);

    await chat.deliver(chat.person.brings('application/vnd.microsoft.card.codesnippet', 'leave out'));

    await play(chat, [sees('I can’t pass on', 'card above, tap any button there', 'Leave out “It is black”')]);
    await chat.click({ ...submitted(card, card.offers[0]), text: 'Begun before' }, card.id);
    await play(chat, [sees('so nothing was sent'), holds({ text: 'Begun before' })]);
  });
});

describe('who writes to the helpdesk', () => {
  let world: DeskWorld;
  before(async () => {
    world = await startDeskWorld();
  });
  after(() => world.stop());

  it('is asked for a name and an address as a guest, and is told what an address looks like', async () => {
    const chat = world.web();
    await chat.arrive();

    await play(chat, [
      ...OPEN,
      fills('Send', { text: 'It is black', name: 'Luis\nOrtega, admin', email: 'luis at example' }),
      sees('doesn’t look like an e-mail address', 'name@example.com', 'nothing was sent yet'),
      holds({ text: 'It is black', email: 'luis at example' }),
      clicks('Keep trying'),
      says('agent'),
      holds({ email: 'luis at example' }),
      says('send'),
      sees('doesn’t look like an e-mail address'),
      fills('Send', { email: 'luis@example.com' }),
      sees('Your case is with the helpdesk'),
    ]);

    const { requester } = await world.rows.case(caseIdOn(chat));
    expect(requester).to.include({
      name: 'Luis Ortega, admin',
      email: 'luis@example.com',
      isGuest: true,
      tenant: null,
    });
    const agent = await world.agent('Ana');
    expect((await agent.card(caseIdOn(chat))).text).to.include('Luis Ortega, admin · the web page · guest');
  });

  it('may leave both out', async () => {
    const chat = world.web();
    await chat.arrive();

    await play(chat, [...OPEN, clicks('Send'), sees('Keep this page, or copy the link to your case')]);

    expect((await world.rows.case(caseIdOn(chat))).requester).to.include({ name: null, email: null });
  });

  it('is known in Teams, and isn’t asked', async () => {
    const chat = world.teams(world.someone('Ada Park'));
    await chat.arrive();

    await play(chat, OPEN);
    expect(newest(chat).fields).to.deep.equal(['text', 'startsAt']);
    await play(chat, [fills('Send', { name: 'Root', email: 'x@y.example' })]);

    await play(chat, [sees('Talk to a person'), clicks('Send')]);
    expect((await world.rows.case(caseIdOn(chat))).requester).to.include({ name: 'Ada Park', email: null });
  });

  it('gets a summary to copy where there is no desk at all', async () => {
    const elsewhere = await startDeskWorld({ env: { DESK_PAGE: 'off' } });
    const chat = elsewhere.web();
    await chat.arrive();

    await play(chat, [...ASKED, says('agent'), sees('Copy this and send it to your helpdesk'), doesNotSee('Send')]);

    await elsewhere.stop();
  });
});
