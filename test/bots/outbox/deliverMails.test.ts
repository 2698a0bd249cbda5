import { expect } from 'chai';
import { createCaseContexts } from '../../../src/bots/cases/caseContexts.ts';
import {
  deliverAnswerMail,
  deliverEscalationMail,
  type Mail,
  type MailParts,
} from '../../../src/bots/outbox/deliverMails.ts';
import { en } from '../../../src/cards/text/en.ts';
import { AppError } from '../../../src/errors.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { CaseEvent } from '../../../src/helpdesk/cases/caseEntry.ts';
import type { Delivery, DeliveryOutcome } from '../../../src/helpdesk/outbox.ts';
import { readPack } from '../../../src/readPack.ts';
import { caseIn, minute, RULES, settingAt } from '../../helpdesk/cases/caseBench.ts';
import { deskContext } from '../../support/caseViews.ts';

const pack = await readPack('lync-online-meeting-join');
const ROW: Delivery = {
  ...{ id: 'row-1', queue: 'mail:UN-7K3Q-M2', person: null, payload: {} },
  ...{ since: minute(39), attempt: 1, unheard: 0, failures: 0, mayBeRepeat: false, lease: 'l1', isLast: false },
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
    contexts: createCaseContexts({ pack, texts: en, contact: undefined, rules: RULES, isLost: () => false }),
    files: filesOf([]),
    deskContexts: { of: () => deskContext(pack) },
    linkHours: 8,
    linkTo: async () => null,
    nextLine: 'second-line@contoso.com',
    now: () => minute(40),
    setting: () => settingAt(minute(40)),
    turns: {
      async runUnasked(_, decide) {
        const decision = await decide(current);
        if (decision.kind === 'done') noted.push(...decision.entries.map(({ event }) => event));
        return { kind: 'decided', decision, current };
      },
    },
    ...changes,
  };
  return { parts, sent, noted };
}

/** Files of the case, of which each byte is their number. */
function filesOf(sizes: readonly number[]): MailParts['files'] {
  const facts = { case: 'UN-7K3Q-M2', person: 'web:luis', from: 'person', at: minute(1).toISOString() } as const;
  return {
    ofCase: async () =>
      sizes.map((size, at) => ({ id: String(at), name: `${at}.png`, type: 'image/png', size, ...facts })),
    async *read(id) {
      const size = sizes[Number(id)] ?? 0;
      yield new Uint8Array(Math.ceil(size / 2)).fill(Number(id));
      yield new Uint8Array(Math.floor(size / 2)).fill(Number(id));
    },
  };
}

const AT_40 = minute(40).toISOString();

const YES: DeliveryOutcome = { kind: 'delivered', receipt: '' };

describe('the mail about an answer', () => {
  const PAYLOAD = { kind: 'answer-mail', case: 'UN-7K3Q-M2', to: 'luis@fabrikam.example', entry: 'a1' } as const;
  const mailing = caseIn('claimed', { mailing: { entry: 'a1', failed: null } });
  const notMailed = (why: string) => [{ kind: 'not-mailed', entry: 'a1', why }];

  for (const [what, answer, isLast, noted] of [
    ['was accepted', YES, false, [{ kind: 'mailed', entry: 'a1' }]],
    ['was refused', { kind: 'refused', why: 'smtp-550' }, false, notMailed('smtp-550')],
    ['was not taken, and is tried again', { kind: 'not-taken', why: 'smtp-451' }, false, []],
    ['was not taken the last time', { kind: 'not-taken', why: 'smtp-451' }, true, notMailed('smtp-451')],
    ['may have been taken the last time', { kind: 'unclear', why: 'ETIMEDOUT' }, true, notMailed('unclear')],
  ] as const) {
    it(`is told of on the case: it ${what}`, async () => {
      const { parts, sent, noted: found } = mailsOf(mailing, answer);

      const outcome = await deliverAnswerMail(parts, PAYLOAD, { ...ROW, isLast });

      expect(found).to.deep.equal(noted);
      expect(outcome).to.deep.equal(answer);
      expect(sent.map(({ to, messageId }) => [to, messageId])).to.deep.equal([[PAYLOAD.to, 'row-1']]);
    });
  }

  describe('that asks whether they are in, where the desk has gone on by then', () => {
    const asked = { entry: 'a1', at: AT_40, deliveredAt: AT_40, failed: null, readAt: null, question: 'void' } as const;
    const isVoid = { ...mailing, lastAnswer: asked };

    for (const [what, row, told] of [
      ['is called off', ROW, [{ kind: 'mail-called-off', entry: 'a1' }]],
      ['is told of as one that may have gone out, where it may', { ...ROW, mayBeRepeat: true }, notMailed('unclear')],
    ] as const) {
      it(what, async () => {
        const { parts, sent, noted } = mailsOf(isVoid, YES);

        const outcome = await deliverAnswerMail(parts, PAYLOAD, row);

        expect([outcome, sent, noted]).to.deep.equal([{ kind: 'not-yet', afterMs: 0 }, [], told]);
      });
    }

    it('is called off soon after, and as never sent, where that can’t be written just now', async () => {
      const { parts, sent } = mailsOf(isVoid, YES, {
        turns: { runUnasked: () => Promise.reject(new AppError('turn-contended', 'others were faster')) },
      });

      const outcome = await deliverAnswerMail(parts, PAYLOAD, ROW);

      expect([outcome, sent]).to.deep.equal([{ kind: 'not-yet', afterMs: 1_000 }, []]);
    });

    it('isn’t called off again and again where that is a fault of ours', async () => {
      const { parts } = mailsOf(isVoid, YES, { turns: { runUnasked: () => Promise.reject(new TypeError('no such')) } });

      const fault = await deliverAnswerMail(parts, PAYLOAD, ROW).catch((error: unknown) => error);

      expect(fault).to.be.instanceOf(TypeError);
    });

    it('goes out where an answer waits as well', async () => {
      const waits = { ...isVoid, lastAnswer: { ...asked, unreadSince: AT_40 } };
      const { parts, sent } = mailsOf(waits, YES);

      await deliverAnswerMail(parts, PAYLOAD, ROW);

      expect(sent).to.have.length(1);
    });

    it('is looked at again where an answer waits by the time that it is called off', async () => {
      const decisions: string[] = [];
      const { parts, sent } = mailsOf(isVoid, YES, {
        turns: {
          async runUnasked(_, decide) {
            const current = { ...isVoid, lastAnswer: { ...asked, entry: 'a2', unreadSince: AT_40 } };
            const decision = await decide(current);
            decisions.push(decision.kind);
            return { kind: 'decided', decision, current };
          },
        },
      });

      expect(await deliverAnswerMail(parts, PAYLOAD, ROW)).to.deep.equal({ kind: 'not-yet', afterMs: 0 });
      expect([sent, decisions]).to.deep.equal([[], ['refused']]);
    });

    describe('and has written since', () => {
      const { question: _, ...answer } = asked;
      const hasWritten = { ...mailing, lastAnswer: { ...answer, entry: 'a2' } };

      it('is called off: that answer has two minutes of its own', async () => {
        const { parts, sent, noted } = mailsOf(hasWritten, YES);

        const outcome = await deliverAnswerMail(parts, PAYLOAD, ROW);

        expect([outcome.kind, sent, noted]).to.deep.equal(['not-yet', [], [{ kind: 'mail-called-off', entry: 'a1' }]]);
      });

      it('is the one that they get, where it may have gone out', async () => {
        const { parts, sent, noted } = mailsOf(hasWritten, YES);

        await deliverAnswerMail(parts, PAYLOAD, { ...ROW, mayBeRepeat: true });

        expect(sent).to.have.length(1);
        expect(noted).to.deep.equal([{ kind: 'mailed', entry: 'a1' }]);
      });
    });
  });

  for (const [what, current] of [
    ['is back', caseIn('claimed', { mailing: null })],
    ['was never mailed to, as in a case from before', caseIn('claimed')],
    ['is mailed to about another answer', caseIn('claimed', { mailing: { entry: 'a2', failed: null } })],
    ['could not be mailed to', caseIn('claimed', { mailing: { entry: 'a1', failed: 'smtp-550' } })],
  ] as const) {
    it(`goes out no more to somebody who ${what}`, async () => {
      const { parts, sent, noted } = mailsOf(current, YES);

      const outcome = await deliverAnswerMail(parts, PAYLOAD, ROW);

      expect([outcome.kind, sent, noted]).to.deep.equal(['delivered', [], []]);
    });
  }
});

describe('the mail to the next line', () => {
  const PAYLOAD = { kind: 'escalation-mail', case: 'UN-7K3Q-M2', entry: 'e9' } as const;
  const handingOver = caseIn('claimed', { handingOver: 'e9' });
  const notHandedOver = (why: string) => [{ kind: 'not-handed-over', why }];

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
      const { parts, sent, noted: found } = mailsOf(handingOver, answer);

      const outcome = await deliverEscalationMail(parts, PAYLOAD, { ...ROW, isLast });

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

  const MB = 1024 * 1024;

  for (const [what, sizes, attached, tooLarge] of [
    ['all of few', [10, 20], [0, 1], []],
    ['so many that they are 15 MB together', [10 * MB, 5 * MB, 1], [0, 1], [2]],
    ['whatever fits, also behind one that doesn’t', [10 * MB, 6 * MB, 5 * MB], [0, 2], [1]],
  ] as const) {
    it(`carries the files of the case, ${what}, and names the others`, async () => {
      const { parts, sent } = mailsOf(handingOver, YES, { files: filesOf(sizes) });

      await deliverEscalationMail(parts, PAYLOAD, ROW);

      const [mail] = sent;
      expect(mail?.files?.map(({ name, bytes }) => [name, bytes.length, bytes[0]])).to.deep.equal(
        attached.map((at) => [`${at}.png`, sizes[at], at]),
      );
      const [, named = ''] = /Too large for this mail: (.*?)\. You/.exec(mail?.text ?? '') ?? [];
      expect(named).to.equal(tooLarge.map((at) => `${at}.png`).join());
    });
  }

  it('goes without its files to a server that takes no mail so large', async () => {
    const answers: DeliveryOutcome[] = [{ kind: 'refused', why: 'too-large' }, YES];
    const sent: Mail[] = [];
    const send = async (mail: Mail) => {
      sent.push(mail);
      return answers.shift() ?? YES;
    };
    const { parts, noted } = mailsOf(handingOver, YES, { files: filesOf([10]), send });

    await deliverEscalationMail(parts, PAYLOAD, ROW);

    expect(sent.map(({ files, messageId }) => [files?.length ?? 0, messageId])).to.deep.equal([
      [1, 'row-1'],
      [0, 'row-1'],
    ]);
    expect(sent[1]?.text).to.include('Too large for this mail: 0.png.');
    expect(noted).to.deep.equal([{ kind: 'closed', how: 'handed-over' }]);
  });
});
