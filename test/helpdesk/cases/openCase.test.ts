import { expect } from 'chai';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { brokenInvariants } from '../../../src/helpdesk/cases/invariants.ts';
import { openCase } from '../../../src/helpdesk/cases/openCase.ts';
import { newDraft, type Outcome, stepKey } from '../../../src/knowledge/index.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { decided, FILE, frozen, minute, nextOf, OPENED, settingAt } from './caseBench.ts';

const LIMIT = 20 * 1024;

describe('openCase', () => {
  const { id, requester, draft, text } = sampleCase();
  const facts = { id, requester, draft, text, startsAt: minute(20).toISOString(), files: ['screen.png'] };

  it('opens a case that waits on the first line', () => {
    const { next, entries } = openCase(frozen(facts), settingAt(OPENED));

    expect(next).to.deep.equal(sampleCase({ startsAt: facts.startsAt, files: ['screen.png'], urgency: 'soon' }));
    expect(entries).to.deep.equal([
      { id: 'e1', case: id, at: OPENED.toISOString(), by: { kind: 'person' }, event: { kind: 'opened' } },
    ]);
  });

  it('keeps what was said, and not the card that was shown', () => {
    const onCard = {
      ...draft,
      aside: 'person',
      listing: 'client',
      changing: { question: 'users', was: 'single' },
    } as const;

    const { next } = openCase({ ...facts, draft: onCard }, settingAt(OPENED));

    expect(next.draft).to.deep.equal(draft);
  });
});

describe('the size of a case', () => {
  for (const [what, character] of [
    ['plain letters', 'x'],
    ['three bytes each', '漢'],
    ['emoji', '😀'],
    ['quotes', '"'],
    ['line ends', '\n'],
    ['control characters, which nobody lets through', '\u0001'],
  ] as const) {
    it(`stays under 20 KB with as much as there can be, in ${what}`, () => {
      const current = fullest(character);

      expect(brokenInvariants(current)).to.deep.equal([]);
      expect(Buffer.byteLength(JSON.stringify(current))).to.be.below(LIMIT);
    });
  }

  it('keeps the newest ten added texts, a thousand characters of each', () => {
    const { added } = fullest('x');

    expect(added.map((text) => text.slice(0, 4))).to.deep.equal(
      Array.from({ length: 10 }, (_, nth) => `${nth + 15} x`),
    );
    expect(added.every((text) => text.length === 1_000 && text.endsWith('…'))).to.equal(true);
  });

  it('keeps the newest added text even where there is no room for all of it', () => {
    const { added } = fullest('漢');

    expect(added).to.have.length(1);
    expect(added[0]).to.match(/^24 漢{400,}…$/);
  });

  it('keeps as many added texts as there is room for', () => {
    expect(fullest('"').added.length).to.be.within(2, 9);
  });

  it('cuts no character in half', () => {
    const current = nextOf(decided(sampleCase(), ['person', { do: 'add', text: '😀'.repeat(600) }]));

    expect(current.added[0]).to.match(/^(?:😀)+…$/u);
  });

  it('keeps the names of the newest ten files', () => {
    const { files } = fullest('x');

    expect(files.map((name) => name.slice(0, 2))).to.deep.equal(Array.from({ length: 10 }, (_, nth) => `${nth + 15}`));
  });
});

/** A case with the longest of everything, whose person went on adding texts and files. */
function fullest(character: string): Case {
  const steps = lyncPack.guides.flatMap((guide) => guide.steps.map((step) => stepKey(guide, step)));
  const facts = {
    id: 'UN-7K3Q-M2',
    requester: {
      person: `teams:${'0'.repeat(36)}:${'0'.repeat(36)}`,
      name: 'n'.repeat(60),
      channel: 'teams' as const,
      tenant: '0'.repeat(36),
      isGuest: true,
      conversation: `msteams:${'0'.repeat(36)}:${'0'.repeat(120)}`,
      reference: { serviceUrl: 's'.repeat(100), conversation: { id: 'c'.repeat(120) }, user: { id: 'u'.repeat(100) } },
      email: 'e'.repeat(254),
      timeZone: 'America/Argentina/ComodRivadavia',
    },
    draft: {
      ...newDraft(lyncPack),
      outcomes: Object.fromEntries(steps.map((key): [string, Outcome] => [key, 'still-broken'])),
      confirmed: steps,
    },
    text: character.length === 1 && character > '\u0001' ? character.repeat(4_000) : character.repeat(2_000),
    startsAt: OPENED.toISOString(),
    files: [],
  };
  let current: Case = openCase(facts, settingAt(OPENED)).next;
  for (let nth = 0; nth < 25; nth++) {
    const text = `${nth} ${character.repeat(2_000)}`;
    current = nextOf(decided(current, ['person', { do: 'add', text }]));
    const name = `${nth} ${character.repeat(60)}.png`;
    current = nextOf(decided(current, ['person', { do: 'attach', file: { ...FILE, name } }]));
  }
  return current;
}
