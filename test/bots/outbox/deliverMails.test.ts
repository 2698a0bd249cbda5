import { expect } from 'chai';
import { createCaseContexts } from '../../../src/bots/cases/caseContexts.ts';
import { deliverEscalationMail, type Mail, type MailParts } from '../../../src/bots/outbox/deliverMails.ts';
import { en } from '../../../src/cards/text/en.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { CaseEvent } from '../../../src/helpdesk/cases/caseEntry.ts';
import type { DeliveryOutcome, LeasedRow } from '../../../src/helpdesk/outbox.ts';
import { readPack } from '../../../src/readPack.ts';
import { caseIn, minute, RULES, settingAt } from '../../helpdesk/cases/caseBench.ts';

const pack = await readPack('lync-online-meeting-join');
const ROW: LeasedRow = {
  ...{ id: 'row-1', queue: 'mail:UN-7K3Q-M2', person: null, payload: {} },
  ...{ attempt: 1, mayBeRepeat: false, lease: 'l1' },
};

/** Mails about one case, to a server that always answers alike; what is noted of them changes the case. */
function mailsOf(current: Case, answer: DeliveryOutcome | Error, changes: Partial<MailParts> = {}) {
  const sent: Mail[] = [];
  const noted: CaseEvent[] = [];
  const parts: MailParts = {
    async send(mail) {
      sent.push(mail);
      if (answer instanceof Error) throw answer;
      return answer;
    },
    cases: { get: async () => current, entries: async () => [] },
    contexts: createCaseContexts({ pack, texts: en, contact: undefined, hours: RULES.hours, isLost: () => false }),
    linkTo: async () => null,
    nextLine: 'second-line@contoso.com',
    now: () => minute(40),
    setting: () => settingAt(minute(40)),
    turns: {
      async runUnasked(_, decide) {
        const decision = decide(current);
        if (decision.kind === 'done') noted.push(...decision.entries.map(({ event }) => event));
        return { kind: 'decided', decision, current };
      },
    },
    isLast: () => false,
    ...changes,
  };
  return { parts, sent, noted };
}

describe('the mail to the next line', () => {
  const PAYLOAD = { kind: 'escalation-mail', case: 'UN-7K3Q-M2', entry: 'e9' } as const;
  const handingOver = caseIn('claimed', { handingOver: 'e9' });
  const notHandedOver = (why: string) => [{ kind: 'not-handed-over', why }];
  const YES: DeliveryOutcome = { kind: 'delivered', receipt: '' };

  for (const [what, answer, isLast, noted] of [
    ['was accepted', YES, false, [{ kind: 'closed', how: 'handed-over' }]],
    ['was refused', { kind: 'refused', why: 'smtp-550' }, false, notHandedOver('smtp-550')],
    ['was not taken, and is tried again', { kind: 'not-taken', why: 'smtp-451' }, false, []],
    ['was not taken the last time', { kind: 'not-taken', why: 'smtp-451' }, true, notHandedOver('smtp-451')],
    ['may have been taken, and is tried again', { kind: 'unclear', why: 'ETIMEDOUT' }, false, []],
    ['may have been taken the last time', { kind: 'unclear', why: 'ETIMEDOUT' }, true, notHandedOver('unclear')],
    ['could not be made the last time', new Error('a broken disk'), true, notHandedOver('unclear')],
  ] as const) {
    it(`is told of on the case: it ${what}`, async () => {
      const { parts, sent, noted: found } = mailsOf(handingOver, answer, { isLast: () => isLast });

      const outcome = await deliverEscalationMail(parts, PAYLOAD, ROW);

      expect(found).to.deep.equal(noted);
      expect(outcome.kind).to.equal(answer instanceof Error ? 'unclear' : answer.kind);
      expect(sent.map(({ to, messageId }) => [to, messageId])).to.deep.equal([['second-line@contoso.com', 'row-1']]);
    });
  }

  for (const [what, changes] of [
    ['there is no mail server', { send: null }],
    ['the next line has no address', { nextLine: null }],
  ] as const) {
    it(`is told of on the case, too, where ${what} any more`, async () => {
      const { parts, noted } = mailsOf(handingOver, YES, changes);

      const outcome = await deliverEscalationMail(parts, PAYLOAD, ROW);

      expect(outcome).to.deep.equal({ kind: 'refused', why: 'no-mail' });
      expect(noted).to.deep.equal(notHandedOver('no-mail'));
    });
  }

  for (const [what, current] of [
    ['is handed over no more', caseIn('claimed')],
    ['is handed over anew', caseIn('claimed', { handingOver: 'e10' })],
    ['is solved', caseIn('solved')],
    ['is over', caseIn('withdrawn')],
  ] as const) {
    it(`goes out no more once its case ${what}`, async () => {
      const { parts, sent, noted } = mailsOf(current, YES);

      const outcome = await deliverEscalationMail(parts, PAYLOAD, ROW);

      expect([outcome.kind, sent, noted]).to.deep.equal(['delivered', [], []]);
    });
  }
});
