import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { parseClick } from '../../src/cards/actions.ts';
import { choicesOf, fieldsOf, offeredLabel, submitsOf } from '../../src/cards/offers.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { fitsAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { en } from '../../src/cards/text/en.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { readPack } from '../../src/readPack.ts';
import { personContext } from '../support/caseViews.ts';

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
    const files = [
      { id: '1', name: 'a.png' },
      { id: '2', name: 'b.pdf' },
    ];
    const chat = ['It is black', 'No, it is blue'];
    const handOver = { text: '', chat, leftOut: ['chat:0', 'file:2'] };
    const [folded, rows] = [handOver, { ...handOver, isChoosing: true } as const].map((each) =>
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
    const handOver = { text: '', chat: ['It is black'], isChoosing: true } as const;
    const views = [{}, { handOver }].map((desk) => viewAt(personContext(pack, { ...desk, keepsFields: false })));

    for (const view of views) expect(submitsOf(view).map(({ label }) => label)).to.include('Leave something out');
  });

  it('stays small enough for Teams with ten files and ten messages to choose among, and says all of them', () => {
    const handOver = {
      text: 'x'.repeat(2_000),
      chat: Array<string>(10).fill('y'.repeat(200)),
      isChoosing: true,
    } as const;
    const files = Array.from({ length: 10 }, (_, at) => ({
      id: randomUUID(),
      name: `Screenshot 2026-03-02 ${at}.png`,
    }));

    const view = viewAt(personContext(pack, { handOver, files, isGuest: true }));

    expect(fitsAdaptiveCard(view, randomUUID())).to.equal(true);
  });

  it('says that only a tap keeps the fields, where a typed message brings nothing of them along', () => {
    const [page, teams] = [true, false].map((keepsFields) =>
      renderPlainText(viewAt(personContext(pack, { keepsFields }))),
    );

    expect(teams).to.contain('Only a tap on this card tells me what stands in its fields');
    expect(page).to.not.contain('Only a tap');
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
