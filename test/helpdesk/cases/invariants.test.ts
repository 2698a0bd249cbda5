import { expect } from 'chai';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import { brokenInvariants } from '../../../src/helpdesk/cases/invariants.ts';
import { ANA, CASES, caseIn, claimOf, type Kind, minute } from './caseBench.ts';

const AT_20 = minute(20).toISOString();
const GUEST = { ...caseIn('waiting').requester, email: 'luis@fabrikam.example' };
const ANSWER = { entry: 'a1', at: AT_20, deliveredAt: null, failed: null, readAt: null };

describe('brokenInvariants', () => {
  for (const kind of Object.keys(CASES) as Kind[]) {
    it(`finds nothing wrong with a case that is ${kind}`, () => {
      expect(brokenInvariants(caseIn(kind))).to.deep.equal([]);
    });
  }

  for (const [kind, changes, broken] of [
    ['waiting', { id: 'UN-1' }, ['its id is one that can be read back']],
    ['waiting', { revision: 0 }, ['its revision counts from 1']],
    ['claimed', { claim: null }, ['somebody has it when it is claimed or solved']],
    ['waiting', { claim: claimOf(ANA) }, ['nobody has it while it waits']],
    ['waiting', { hears: 'agent' }, ['an agent hears the person only while it is claimed']],
    ['waiting', { closed: { at: AT_20, how: 'withdrawn' } }, ['it is closed exactly when it has an end']],
    ['withdrawn', { closed: null }, ['it is closed exactly when it has an end']],
    ['solved', { solved: null }, ['it has a cause when it is solved']],
    ['claimed', { solved: { at: AT_20, cause: 'other' } }, ['it has a cause only when it is or was solved']],
    ['withdrawn', { closed: { at: AT_20, how: 'silence' } }, ['what was confirmed or met with silence was solved']],
    ['closed', { closed: { at: AT_20, how: 'handed-over' } }, ['what was handed over was not']],
    ['solved', { handingOver: 'e1' }, ['it is handed over while it is open and nobody says that it is solved']],
    ['claimed', { handingOver: 'e1', line: 'next' }, ['it is handed over by the first line alone']],
    ['waiting', { repeats: 3 }, ['it is repeated twice at most']],
    ['claimed', { claim: claimOf(ANA, { renewals: 5 }) }, ['it is held on to four times at most']],
    ['solved', { claim: claimOf(ANA, { isAsked: true }) }, ['its holder is asked only while they have it']],
    [
      'claimed',
      { claim: claimOf(ANA, { isAsked: true, waitsForPerson: true }) },
      ['its holder is not asked while it is the person’s turn'],
    ],
    ['solved', { claim: claimOf(ANA, { waitsForPerson: true }) }, ['nobody’s turn it is but while it is claimed']],
    [
      'claimed',
      { lastAnswer: { ...ANSWER, deliveredAt: AT_20, failed: 'status-500' } },
      ['an answer that failed has not arrived'],
    ],
    ['claimed', { lastAnswer: { ...ANSWER, readAt: AT_20 } }, ['an answer that was read has arrived']],
    ['claimed', { mailedAt: AT_20 }, ['mails go to guests with an address']],
    ['claimed', { mailing: { entry: 'a1', failed: null } }, ['mails go to guests with an address']],
    [
      'claimed',
      { requester: GUEST, mailedAt: AT_20, mailing: { entry: 'a1', failed: null } },
      ['one mail goes to them until they are back'],
    ],
    ['waiting', { added: ['…'] }, ['the person was told before anything was added']],
    ['waiting', { added: ['x'.repeat(1_001)], hasToldAdded: true }, ['it keeps so many added texts']],
    ['waiting', { files: Array.from({ length: 11 }, () => 'a.png') }, ['it keeps so many names of files']],
    ['waiting', { startsAt: '2026-03-02T10:00:00+01:00' }, ['its times are UTC']],
    ['waiting', { startsAt: 'soon' }, ['its times are UTC']],
    ['waiting', { queuedAt: minute(-1).toISOString() }, ['its times are in order']],
    ['closed', { closed: { at: minute(19).toISOString(), how: 'confirmed' } }, ['its times are in order']],
    ['waiting', { text: 'x'.repeat(20_480) }, ['it stays small']],
  ] as const satisfies readonly (readonly [Kind, Partial<Case>, readonly string[]])[]) {
    it(`finds that it isn’t true that ${broken[0]}: ${kind} with ${Object.keys(changes)}`, () => {
      expect(brokenInvariants(caseIn(kind, changes))).to.deep.equal(broken);
    });
  }
});
