import { expect } from 'chai';
import { mentionsOf } from '../../../src/bots/cases/mentionsOf.ts';
import type { CaseEntry } from '../../../src/helpdesk/cases/caseEntry.ts';
import { caseIn, everyEntry } from '../../support/everyCase.ts';

const ON_CALL = ['29:on-call'];
const ALONE = { onCall: ON_CALL, entries: [] };
const HOLDER = 'page:ana';

/** Of which things those on call are told by name while nobody has the case, and whoever has it while somebody has. */
const CALLED = [
  'opened',
  'released',
  'expired',
  'reopened by person',
  'repeated',
  'urgency',
  'stuck',
  'not-handed-over',
];
const HELD = [
  ...[
    'message',
    'added',
    'file-in',
    'asked-still',
    'stuck',
    'reopened by person',
    'not-delivered',
    'unreachable',
    'not-handed-over',
  ],
];

describe('who is mentioned', () => {
  const nobodys = caseIn('waiting', 'Luis');
  const anas = caseIn('claimed', 'Luis');
  const entries = everyEntry('Luis').filter(({ event }) => event.kind !== 'assigned');
  const kindOf = ({ event, by }: CaseEntry) => (event.kind === 'reopened' ? `reopened by ${by.kind}` : event.kind);
  const kinds = (mentions: (entry: CaseEntry) => readonly string[]) => [
    ...new Set(entries.filter((entry) => mentions(entry).length > 0).map(kindOf)),
  ];

  it('are those on call, where nobody has a case and somebody should', () => {
    expect(kinds((entry) => mentionsOf(nobodys, entry, ALONE))).to.have.members(CALLED);
    expect(entries.flatMap((entry) => mentionsOf(nobodys, entry, ALONE))).to.include.members(ON_CALL);
  });

  it('is whoever has a case, where they must see it', () => {
    expect(kinds((entry) => mentionsOf(anas, entry, ALONE))).to.have.members(HELD);
    expect(new Set(entries.flatMap((entry) => mentionsOf(anas, entry, ALONE)))).to.deep.equal(new Set([HOLDER]));
  });

  it('is whoever a case is given to', () => {
    const [given] = everyEntry('Luis').filter(({ event }) => event.kind === 'assigned');

    expect(given && mentionsOf(anas, given, ALONE)).to.deep.equal([HOLDER]);
  });

  it('is nobody of the first line in the channel of the next one', () => {
    const called = entries.flatMap((entry) => mentionsOf({ ...nobodys, line: 'next' }, entry, ALONE));

    expect(called).to.deep.equal([]);
  });

  it('is nobody twice where an answer has failed for good', () => {
    const failed = entries.filter(({ event }) => event.kind === 'not-delivered' || event.kind === 'unreachable');
    const [first, last] = failed.slice(-2);

    const called = failed.slice(-2).map((entry) => mentionsOf(anas, entry, { onCall: ON_CALL, entries: failed }));

    expect([first?.event.kind, last?.event.kind]).to.deep.equal(['not-delivered', 'unreachable']);
    expect(called).to.deep.equal([[HOLDER], []]);
  });
});
