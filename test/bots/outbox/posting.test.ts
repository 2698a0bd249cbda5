import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { Found, PostedRow } from '../../../src/bots/outbox/posting.ts';
import { refusal, scriptedPosting } from '../../support/scriptedPosting.ts';

const TO = { channel: 'msteams', reference: {} };
const ROW: PostedRow = { id: 'r1', case: 'UN-7K3Q-M2', mayBeRepeat: true, since: new Date(0) };

const said = (text: string) => ({ activity: { type: 'message', text }, ifRepeated: { text: `(again) ${text}` } });
const withFile: Partial<Activity> = {
  text: 'A file',
  attachments: [{ contentType: 'image/png', content: { file: 'f1' } }],
};

describe('posting one message in several ways', () => {
  let asked: string[];
  let sends: string[];
  let refusals: Readonly<Record<string, number>>;

  beforeEach(() => {
    asked = [];
    sends = [];
    refusals = {};
  });

  const posting = (found: Found) =>
    scriptedPosting(
      async (_, { text = '' }) => {
        sends.push(text);
        const status = refusals[text];
        if (status !== undefined) throw refusal(status);
        return `m${sends.length}`;
      },
      {
        async findPosted(_, { id }) {
          asked.push(id);
          return found;
        },
      },
    );

  for (const status of [400, 413]) {
    it(`posts the next one where one is refused with ${status}, having looked once`, async () => {
      refusals = { '(again) With a mention': status };

      const outcome = await posting({ kind: 'unknown' }).post(TO, [said('With a mention'), said('Plain')], ROW);

      expect(outcome).to.deep.equal({ kind: 'delivered', receipt: 'm2' });
      expect(sends).to.deep.equal(['(again) With a mention', '(again) Plain']);
      expect(asked).to.deep.equal(['r1']);
    });
  }

  it('says of what isn’t taken, and isn’t there, that it is no repeat any more', async () => {
    refusals = { Plain: 429 };

    const outcome = await posting({ kind: 'absent' }).post(TO, [said('Plain')], ROW);

    expect(outcome).to.deep.include({ kind: 'not-taken', why: 'status-429', isAbsent: true });
  });

  it('says of what wasn’t even tried when it may be, and that it is no repeat any more', async () => {
    const untried = scriptedPosting(
      async () => {
        throw Object.assign(refusal(429), { isUntried: true, retryAfterMs: 9_000 });
      },
      { findPosted: async () => ({ kind: 'absent' }) },
    );

    const outcome = await untried.post(TO, [said('Plain')], ROW);

    expect(outcome).to.deep.equal({ kind: 'not-yet', afterMs: 9_000, isAbsent: true });
  });

  for (const [found, message] of [
    [{ kind: 'unknown' }, said('Plain')],
    [{ kind: 'absent' }, { activity: withFile, ifRepeated: { text: '(again) A file' } }],
  ] as const) {
    it(`says no such thing where the answer is ${found.kind}${message.activity === withFile ? ' of a file' : ''}`, async () => {
      refusals = { '(again) Plain': 429, '(again) A file': 429 };

      const outcome = await posting(found).post(TO, [message], ROW);

      expect(outcome).to.include({ kind: 'not-taken' }).and.not.have.property('isAbsent');
    });
  }

  it('waits before it is looked for what came of an attempt', async () => {
    refusals = { Plain: 500 };

    const outcome = await posting({ kind: 'absent' }).post(TO, [said('Plain')], ROW);

    expect(outcome).to.include({ kind: 'unclear', retryAfterMs: 1_000 });
  });

  for (const status of [403, 404, 429, 500]) {
    it(`stays with the first one after ${status}, which says nothing of the message`, async () => {
      refusals = { '(again) With a mention': status };

      const outcome = await posting({ kind: 'unknown' }).post(TO, [said('With a mention'), said('Plain')], ROW);

      expect(outcome).to.include({ why: `status-${status}` });
      expect(sends).to.deep.equal(['(again) With a mention']);
    });
  }

  it('gives the refusal of the last one where none is taken', async () => {
    refusals = { '(again) With a mention': 400, '(again) Plain': 413 };

    const outcome = await posting({ kind: 'unknown' }).post(TO, [said('With a mention'), said('Plain')], ROW);

    expect(outcome).to.deep.equal({ kind: 'refused', why: 'status-413' });
  });

  it('posts nothing that is found', async () => {
    const outcome = await posting({ kind: 'found', id: '1.1' }).post(TO, [said('With a mention'), said('Plain')], ROW);

    expect(outcome).to.deep.equal({ kind: 'delivered', receipt: '1.1', isEarlier: true });
    expect(sends).to.deep.equal([]);
  });

  it('says of what isn’t there that it may be a repeat only where a file went before it', async () => {
    refusals = { '(again) A file': 400 };
    const file = { activity: withFile, ifRepeated: { text: '(again) A file' } };

    await posting({ kind: 'absent' }).post(TO, [file, said('Plain')], ROW);

    expect(sends).to.deep.equal(['(again) A file', 'Plain']);
  });

  it('looks for nothing at the first attempt', async () => {
    await posting({ kind: 'absent' }).post(TO, [said('Plain')], { ...ROW, mayBeRepeat: false });

    expect(sends).to.deep.equal(['Plain']);
    expect(asked).to.deep.equal([]);
  });
});
