import { expect } from 'chai';
import { type AuditLine, createLedger, type Ledger, type StoredCase } from '../../../soak/history/ledger.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { Decision } from '../../../src/helpdesk/cases/caseAction.ts';
import type { CaseWrite } from '../../../src/helpdesk/cases/caseStore.ts';
import { createCaseWork } from '../../../src/helpdesk/cases/caseWork.ts';
import { decideForAgent } from '../../../src/helpdesk/cases/decideForAgent.ts';
import { openCase } from '../../../src/helpdesk/cases/openCase.ts';
import { ANA, BOB, OPENED, RULES } from '../../helpdesk/cases/caseBench.ts';
import { sampleCase } from '../../support/sampleCase.ts';

describe('the ledger of what was committed', () => {
  let ledger: Ledger;
  let ids: number;

  beforeEach(() => {
    ledger = createLedger(RULES);
    ids = 0;
  });

  const setting = () => ({ at: OPENED, newId: () => `e${++ids}`, rules: RULES });
  const written = (write: CaseWrite): CaseWrite => {
    ledger.note(write);
    return write;
  };
  const opens = (different: Partial<Case> = {}): CaseWrite => {
    const work = createCaseWork(null);
    work.open(openCase(sampleCase(), setting()), { files: [], leftOut: [] });
    const { next, ...write } = theOne(work.writes(RULES));
    return written({ ...write, next: { ...next, ...different } });
  };
  const decides = (before: Case, decide: (current: Case) => Decision): CaseWrite => {
    const work = createCaseWork(before);
    work.take(decide(before));
    return written(theOne(work.writes(RULES)));
  };
  const claims = (before: Case, agent = ANA) =>
    decides(before, (current) => decideForAgent(current, { do: 'claim' }, agent, setting()));

  it('follows a case through all that was committed, and gives it once', () => {
    const opened = opens();
    const claimed = claims(opened.next);
    const stored = storedBy(opened, claimed);

    expect(ledger.follow(stored)).to.deep.equal([opened, claimed]);
    expect(ledger.follow(stored)).to.deep.equal([]);
    expect(ledger.get(opened.next.id)).to.equal(claimed.next);
  });

  it('leaves out what was not committed, since another was faster', () => {
    const opened = opens();
    const [won, _lost] = [claims(opened.next, BOB), claims(opened.next)];

    expect(ledger.follow(storedBy(opened, won))).to.deep.equal([opened, won]);
  });

  const WRONG: readonly (readonly [title: string, store: () => StoredCase, why: string])[] = [
    [
      'two commits that began from one case',
      () => {
        const opened = opens();
        return storedBy(opened, claims(opened.next, BOB), claims(opened.next));
      },
      '2 commits were made from revision 1',
    ],
    [
      'a revision that nobody has committed',
      () => {
        const stored = storedBy(opens());
        return { ...stored, current: { ...stored.current, revision: 2 } };
      },
      'nothing was committed from revision 1, and yet there is another',
    ],
    [
      'a case that was changed behind everybody’s back',
      () => {
        const stored = storedBy(opens());
        return { ...stored, current: { ...stored.current, text: 'other' } };
      },
      'stored is',
    ],
    [
      'an entry that is missing in the audit',
      () => ({ ...storedBy(opens()), audit: [] }),
      'opened is not in the audit',
    ],
    [
      'an entry of which the audit says something else',
      () => {
        const stored = storedBy(opens());
        return { ...stored, audit: stored.audit.map((line) => ({ ...line, after: standing('closed') })) };
      },
      'the audit says',
    ],
    [
      'a case that isn’t sound',
      () => storedBy(opens({ hears: 'agent' })),
      'it isn’t true that an agent hears the person only while it is claimed',
    ],
    [
      'a change that the model doesn’t allow',
      () => storedBy(opens({ hasToldAdded: true })),
      'opened doesn’t lead from',
    ],
  ];

  for (const [title, store, why] of WRONG) {
    it(`finds ${title}`, () => {
      expect(() => ledger.follow(store())).to.throw(why);
    });
  }
});

/** As the database has it after these commits. */
function storedBy(...writes: readonly CaseWrite[]): StoredCase {
  const entries = writes.flatMap((write) => write.entries.map(({ id }) => id));
  const audit = writes.flatMap(({ before, next, entries: own }) =>
    own.map(
      ({ id, event }): AuditLine => ({
        ...{ id, action: `case-${event.kind}` },
        before: before && standing(before.status),
        after: standing(next.status),
      }),
    ),
  );
  const last = writes.at(-1)?.next;
  if (last === undefined) throw new Error('nothing was committed');
  return { current: last, entries, audit };
}

function standing(status: Case['status']): string {
  return JSON.stringify({ status, line: 'first', holder: null });
}

function theOne(writes: readonly CaseWrite[]): CaseWrite {
  const [write] = writes;
  if (write === undefined) throw new Error('nothing was decided');
  return write;
}
