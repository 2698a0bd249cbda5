import { expect } from 'chai';
import { deliverToPerson, type ToPersonParts } from '../../../src/bots/outbox/deliverToPerson.ts';
import type { PersonPayload } from '../../../src/bots/outbox/rowPayload.ts';
import { AppError } from '../../../src/errors.ts';
import { caseIn, minute, OPENED, settingAt } from '../../helpdesk/cases/caseBench.ts';

const CURRENT = caseIn('claimed');
const PAYLOAD: PersonPayload = {
  ...{ kind: 'person', case: CURRENT.id, entry: 'e1' },
  ...{ channel: 'msteams', reference: {}, activity: {} },
};
const ROW = {
  ...{ id: 'row-1', queue: 'web::luis', person: 'web:luis', payload: PAYLOAD },
  ...{ since: OPENED, attempt: 1, unheard: 0, failures: 0, mayBeRepeat: false, lease: 'l1', isLast: false },
};
const DELIVERED = { kind: 'delivered', receipt: 'm1' } as const;

describe('a message to a person', () => {
  let steps: string[];
  let warned: unknown[];

  beforeEach(() => {
    steps = [];
    warned = [];
  });

  const parts = (others: Partial<ToPersonParts> = {}): ToPersonParts => ({
    post: async () => DELIVERED,
    turns: {
      async runUnasked(_, decide) {
        steps.push('noted');
        return { kind: 'decided', decision: await decide(CURRENT), current: CURRENT };
      },
    },
    setting: () => settingAt(minute(40)),
    cases: { get: async () => CURRENT },
    async leaveList() {
      steps.push('list left');
    },
    log: { ...SILENT, warn: (fields) => warned.push(fields) },
    ...others,
  });

  it('takes the list above it out of force once what became of it is noted', async () => {
    const outcome = await deliverToPerson(parts(), PAYLOAD, ROW);

    expect([outcome, steps]).to.deep.equal([DELIVERED, ['noted', 'list left']]);
  });

  for (const [what, others] of [
    ['that list can’t be left', { leaveList: failing }],
    ['its case can’t be read', { cases: { get: failing } }],
  ] as const) {
    it(`has come also where ${what}, which the log tells`, async () => {
      const outcome = await deliverToPerson(parts(others), PAYLOAD, ROW);

      expect([outcome, steps]).to.deep.equal([DELIVERED, ['noted']]);
      expect(warned).to.deep.equal([{ row: ROW.id, code: 'storage-failed' }]);
    });
  }

  it('leaves the list in force where it hasn’t come', async () => {
    await deliverToPerson(parts({ post: async () => ({ kind: 'unclear' }) }), PAYLOAD, ROW);

    expect(steps).to.deep.equal([]);
  });
});

const SILENT = {
  ...{ debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  suppressed: () => 0,
};

async function failing(): Promise<never> {
  throw new AppError('storage-failed', 'couldn’t do it');
}
