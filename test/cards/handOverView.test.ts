import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { parseClick } from '../../src/cards/actions.ts';
import { choicesOf, fieldsOf, offeredLabel, submitsOf } from '../../src/cards/offers.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { rich } from '../../src/cards/richText.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { withNotice } from '../../src/cards/views/withNotice.ts';
import { readPack } from '../../src/readPack.ts';
import { looseFile, personContext } from '../support/caseViews.ts';

const pack = await readPack('lync-online-meeting-join');
const FILLED = { text: 'It freezes.', name: 'Luis', email: 'luis@example.com', startsAt: '2026-03-02T13:30:00.000Z' };

describe('the card that hands a case over', () => {
  it('shows what will be sent, and what happens next', () => {
    const context = personContext(pack);
    const answers = { users: 'multiple', location: 'inside', computers: 'multiple' };
    const draft = { ...context.draft, answers, outcomes: { 'network/connected': 'still-broken' } } as const;

    const text = renderPlainText(viewAt({ ...context, draft }));

    expect(text).to.contain('People affected: Several people');
    expect(text).to.contain('Most likely: Network issue or Service outage');
    expect(text).to.contain('- Check that the computer is online: did not help');
    expect(text).to.contain('pack lync-online-meeting-join 1.0.0');
    expect(text).to.contain('open until 17:00');
  });

  it('asks a guest how to reach them, and a colleague not', () => {
    const names = [false, true].map((isGuest) =>
      fieldsOf(viewAt(personContext(pack, { isGuest }))).map(({ id }) => id),
    );

    expect(names).to.deep.equal([
      ['text', 'startsAt'],
      ['text', 'startsAt', 'name', 'email'],
    ]);
  });

  it('has in its fields what was written before, the time by the reader’s clock', () => {
    const view = viewAt(personContext(pack, { handOver: FILLED, isGuest: true }));

    expect(fieldsOf(view).map(({ value }) => value)).to.deep.equal([
      'It freezes.',
      '14:30',
      'Luis',
      'luis@example.com',
    ]);
  });

  it('needs no field, so that none can hold back whoever leaves', () => {
    const view = viewAt(personContext(pack, { isGuest: true }));

    expect(fieldsOf(view).filter(({ required }) => required !== undefined)).to.deep.equal([]);
  });

  for (const { mails, says } of [
    { mails: true, says: 'one mail tells you so' },
    { mails: false, says: 'An e-mail address where they can reach you' },
  ]) {
    it(`says what an address is for where mails are ${mails ? '' : 'not '}sent`, () => {
      const view = viewAt(personContext(pack, { isGuest: true, mails }));

      const label = fieldsOf(view).find(({ id }) => id === 'email')?.label;
      expect(label).to.include(says);
      expect(label?.includes('mail tells')).to.equal(mails);
    });
  }

  it('takes what was typed along with every button', () => {
    const view = viewAt(personContext(pack, { handOver: { text: 'x', isMasked: true }, isGuest: true }));

    for (const { action, label } of submitsOf(view)) {
      const click = parseClick({ card: 'c', ...action, text: 'a', name: 'b', startsAt: '14:30', email: 'c@d.e' });

      expect(click, label).to.deep.include({ card: 'c' });
      expect(click && offeredLabel(view, click.action)).to.equal(label);
    }
  });

  it('has all that goes along, and what is left out, a row each once they are asked for', () => {
    const files = [looseFile('1', 'a.png'), looseFile('2', 'b.pdf')];
    const chat = ['It is black', 'No, it is blue'];
    const handOver = { text: '', chat, leftOut: ['chat:0', 'file:2'] };
    const [folded, rows] = [handOver, { ...handOver, choosing: 0 }].map((each) =>
      viewAt(personContext(pack, { handOver: each, files })),
    );

    expect(folded && renderPlainText(folded)).to.contain('1 file goes along: a.png\n\nLeft out: 2.');
    expect(folded && renderPlainText(folded)).to.contain('Also from the chat: No, it is blue');
    expect(folded && submitsOf(folded).map(({ label }) => label)).to.include('Leave something out');
    expect(rows && choicesOf(rows).map(({ label }) => label)).to.deep.equal([
      'Put back “It is black”',
      'Leave out “No, it is blue”',
      'Leave out “a.png”',
      'Put back “b.pdf”',
    ]);
  });

  it('offers to leave something out where there is anything', () => {
    const view = viewAt(personContext(pack, { handOver: { text: 'x' } }));

    expect(submitsOf(view).map(({ label }) => label)).to.not.include('Leave something out');
    expect(renderPlainText(view)).to.not.match(/along:|Left out/);
  });

  it('offers it always where the card isn’t drawn anew for what is sent meanwhile', () => {
    const handOver = { text: '', chat: ['It is black'], choosing: 0 };
    const views = [{}, { handOver }].map((desk) => viewAt(personContext(pack, { ...desk, keepsFields: false })));

    for (const view of views) expect(submitsOf(view).map(({ label }) => label)).to.include('Leave something out');
  });

  it('tells files of one name apart', () => {
    const files = [
      looseFile('1', 'picture'),
      { ...looseFile('2', 'picture'), at: '2026-03-01T08:00:00.000Z', size: 9 },
    ];

    const view = viewAt(personContext(pack, { handOver: { text: '', choosing: 0 }, files }));

    expect(choicesOf(view).map(({ label, detail }) => `${label}: ${detail}`)).to.deep.equal([
      'Leave out “picture”: 13:55, 235 kB',
      'Leave out “picture”: 1 Mar, 9:00, 1 kB',
    ]);
  });

  it('has a row for each of any number, ten at a time, in the order in which they came', () => {
    const chat = Array.from({ length: 12 }, (_, at) => `message ${at + 1}`);
    const files = Array.from({ length: 13 }, (_, at) => looseFile(`${at}`, `${at + 1}.png`));
    const rowsFrom = (choosing: number) =>
      choicesOf(viewAt(personContext(pack, { handOver: { text: '', chat, choosing }, files }))).map(({ label }) =>
        label.replace(/^Leave out “(.+)”$/, '$1'),
      );

    expect(rowsFrom(0)).to.deep.equal([...chat.slice(0, 10), 'Show 11–20 of 25']);
    expect(rowsFrom(10).slice(0, 3)).to.deep.equal(['message 11', 'message 12', '1.png']);
    expect(rowsFrom(20)).to.deep.equal(['9.png', '10.png', '11.png', '12.png', '13.png', 'Show 1–10 of 25']);
    expect(rowsFrom(30)).to.deep.equal(rowsFrom(0));
  });

  for (const [what, sign] of [
    ['letters of three bytes', '会'],
    ['marks that JSON escapes', '"'],
    ['emoji', '🙂'],
  ] as const) {
    it(`fits into Teams at its longest, and has whole what stands in the field, in ${what}`, () => {
      const long = (length: number) => sign.repeat(length / sign.length);
      const filled = { text: long(4_000), name: long(60), email: `${long(240)}@example.com`, time: long(40) };
      const chat = Array.from({ length: 10 }, () => long(400));
      const files = Array.from({ length: 20 }, () => looseFile(randomUUID(), long(200)));
      const leftOut = files.map(({ id }) => `file:${id}`);

      for (const choosing of [0, 10, 20]) {
        for (const handOver of [
          { ...filled, chat, choosing, isMasked: true as const },
          { ...filled, chat, choosing, leftOut },
        ]) {
          const context = personContext(pack, { handOver, files, isGuest: true, keepsFields: false });
          const drawn = renderAdaptiveCard(withNotice(viewAt(context), rich(en.handOver.earlier.kept)), randomUUID());

          expect(Buffer.byteLength(JSON.stringify(drawn))).to.be.at.most(25 * 1024);
          expect(JSON.stringify(drawn)).to.include(JSON.stringify(filled.text));
        }
      }
    });
  }

  it('says that only a tap keeps the fields, where a typed message brings nothing of them along', () => {
    const [page, teams] = [true, false].map((keepsFields) =>
      renderPlainText(viewAt(personContext(pack, { keepsFields }))),
    );

    expect(teams).to.contain('I see what you write in these fields only when you tap a button on this card');
    expect(page).to.not.contain('only when you tap');
  });

  it('says what was masked and gives it back, where anything was', () => {
    const [plain, masked] = [{ text: 'x' }, { text: 'PIN •••', isMasked: true } as const].map((handOver) =>
      viewAt(personContext(pack, { handOver })),
    );

    expect(masked && renderPlainText(masked)).to.contain('I’ve hidden what looks like a password');
    expect(masked && submitsOf(masked).map(({ label }) => label)).to.include('Undo');
    expect(plain && submitsOf(plain).map(({ label }) => label)).to.not.include('Undo');
  });

  for (const [typed, expected] of [
    ['Send', { verb: 'send' }],
    ['send it', { verb: 'send' }],
    ['Keep trying', { verb: 'back' }],
    ['Undo', { verb: 'unmask' }],
    ['my meeting starts now', { verb: 'workaround' }],
    ['help', { verb: 'help' }],
    ['please help me, the meeting starts now and nothing works', null],
    ['I want to talk to a person', null],
    ['I already tried to restart, change and go back', null],
  ] as const) {
    it(`understands ${typed} as ${expected?.verb ?? 'something for the helpdesk'}`, () => {
      const view = viewAt(personContext(pack, { handOver: { text: 'x', isMasked: true } }));

      expect(readTyped(view, typed, en, { aloneOnly: true })).to.deep.equal(expected);
    });
  }
});
