import { expect } from 'chai';
import { submitsOf } from '../../src/cards/offers.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { newsView } from '../../src/cards/views/requests/newsView.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext } from '../support/caseViews.ts';
import { caseAfter, everyEntry } from '../support/everyCase.ts';

const context = deskContext(await readPack('lync-online-meeting-join'));
const SECRET = 'what the desk keeps to itself';

/** What the person is told of each thing that happens, in its title; what isn't named here is not told. */
const TOLD: Readonly<Record<string, string>> = {
  'claimed by agent': 'Ana took your case',
  'assigned by agent': 'Ana took your case',
  'reply by agent': 'Ana wrote',
  'question by agent': 'Ana asks',
  'file-out by agent': 'Ana sent you a file',
  'calling by agent': 'Ana is calling you',
  'released by agent': 'Your case waits again',
  'expired by system': 'Your case waits again',
  'solved by agent': 'Are you in?',
  'reopened by agent': 'Your case is open again',
  'escalated by agent to desk': 'Another team has your case now',
  'closed by system silence': 'Your case is closed',
  'closed by system handed-over': 'Another team has your case now',
  'on-screen by system': 'The helpdesk has your case on its screen',
};

describe('what the person is told', () => {
  for (const entry of everyEntry('Ana')) {
    const { event, by } = entry;
    const what = 'how' in event ? ` ${event.how}` : event.kind === 'escalated' ? ` to ${event.to}` : '';
    const name = `${event.kind} by ${by.kind}${what}`;
    const title = TOLD[name];

    it(`of ${name}: ${title ?? 'nothing'}`, () => {
      const view = newsView(context, caseAfter(entry, 'Ana'), entry);

      expect(view?.title).to.equal(title);
    });
  }

  it('is the agent’s own words, and only where they were meant for the person', () => {
    const said = everyEntry(SECRET).flatMap((entry) => {
      const current = { ...caseAfter(entry, 'Luis'), text: '', added: [], files: [] };
      const view = newsView(context, current, entry);
      const words = view === null ? '' : view.blocks.map((block) => JSON.stringify(block)).join();
      return words.includes(SECRET) ? [`${entry.event.kind}`] : [];
    });

    // The names of those who let go of a case are the desk's own, and said in ours.
    expect(said).to.deep.equal(['released', 'expired', 'reply', 'question', 'file-out', 'reopened']);
  });

  it('is nothing of a note, whatever is in it', () => {
    const notes = everyEntry('anything').filter(({ event }) => event.kind === 'note');

    expect(notes.map((entry) => newsView(context, caseAfter(entry, 'Luis'), entry))).to.deep.equal([null]);
  });

  it('says on every card who hears what the person types', () => {
    const cards = everyEntry('Ana').flatMap((entry) => newsView(context, caseAfter(entry, 'Ana'), entry) ?? []);

    const silent = cards.filter((view) => !/You are talking to: |Your case is closed/.test(renderPlainText(view)));

    expect(silent.map(({ title }) => title)).to.deep.equal([]);
  });

  it('always leaves something to do', () => {
    const cards = everyEntry('Ana').flatMap((entry) => newsView(context, caseAfter(entry, 'Ana'), entry) ?? []);

    expect(cards.filter((view) => submitsOf(view).length === 0)).to.deep.equal([]);
  });
});
