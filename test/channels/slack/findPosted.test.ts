import { expect } from 'chai';
import { createCallSlack } from '../../../src/channels/slack/callSlack.ts';
import { findPosted } from '../../../src/channels/slack/findPosted.ts';
import type { SlackFault } from '../../support/fakeSlackAnswers.ts';
import { useSlackLine } from './slackLine.ts';

const SINCE = new Date('2026-01-05T09:00:00Z');
const NOW = new Date('2026-01-05T09:00:10Z');
const SINCE_SECONDS = SINCE.getTime() / 1000;
const ts = (afterSince: number) => (SINCE_SECONDS + afterSince).toFixed(6);
const message = (afterSince: number, outbox?: string) => ({
  type: 'message',
  ts: ts(afterSince),
  text: 'words',
  ...(outbox === undefined ? {} : { metadata: { event_type: 'unstuck', event_payload: { outbox, case: 'U-1' } } }),
});

describe('looking for a message that may have been posted', () => {
  const here = useSlackLine();

  const find = (body: object, thread: string | null = null) => findWhere({ answer: { body } }, thread);
  const findWhere = (fault: SlackFault, thread: string | null = null) => {
    here.slack.failNext({ ...fault, on: thread === null ? 'conversations.history' : 'conversations.replies' });
    const now = () => NOW;
    const call = createCallSlack({ ...here.line, now });
    const sought = { target: { channel: 'C1', thread }, outbox: 'row-1', since: SINCE };
    return findPosted(sought, { call, now, within: 200 });
  };

  it('asks the channel once for its messages since a minute before, with their metadata', async () => {
    await find({ ok: true, has_more: true, messages: [] });

    expect(here.slack.ledger.map(({ method, body }) => ({ method, ...body }))).to.deep.equal([
      {
        method: 'conversations.history',
        channel: 'C1',
        oldest: ts(-60),
        latest: ts(70),
        inclusive: true,
        limit: 100,
        include_all_metadata: true,
      },
    ]);
  });

  it('asks the thread where it would be in one', async () => {
    await find({ ok: true, has_more: false, messages: [] }, '1.5');

    expect(here.slack.ledger.map(({ method, body }) => [method, body.ts])).to.deep.equal([
      ['conversations.replies', '1.5'],
    ]);
  });

  it('finds it by the id of its row', async () => {
    const messages = [message(3), message(2, 'row-1'), message(1, 'row-2')];

    expect(await find({ ok: true, has_more: true, messages })).to.deep.equal({ kind: 'found', id: ts(2) });
  });

  it('finds it in a thread', async () => {
    const messages = [message(-900), message(2, 'row-1')];

    expect(await find({ ok: true, has_more: false, messages }, ts(-900))).to.deep.equal({ kind: 'found', id: ts(2) });
  });

  it('finds it nowhere in all that there is', async () => {
    const messages = [message(2, 'row-2'), message(1), { ...message(0), metadata: { event_payload: 'row-1' } }];

    expect(await find({ ok: true, has_more: false, messages })).to.deep.equal({ kind: 'absent' });
  });

  it('finds it nowhere in what reaches back to where it could be', async () => {
    expect(await find({ ok: true, has_more: true, messages: [message(5), message(-1)] })).to.deep.equal({
      kind: 'absent',
    });
  });

  const unknown: readonly (readonly [what: string, fault: SlackFault, thread?: string])[] = [
    ['there are more messages', { answer: { body: { ok: true, has_more: true, messages: [message(5), message(4)] } } }],
    [
      'there are more in a thread',
      { answer: { body: { ok: true, has_more: true, messages: [message(-900), message(-1)] } } },
      ts(-900),
    ],
    ['Slack doesn’t say whether there are more', { answer: { body: { ok: true, messages: [] } } }],
    ['the history is limited', { answer: 429, headers: { 'retry-after': '60' } }],
    ['Slack refuses', { answer: { error: 'missing_scope' } }],
    ['Slack fails', { answer: 500 }],
    ['the connection breaks off', { answer: 'reset' }],
    ['Slack doesn’t answer in time', { answer: 'silence' }],
    ['nobody can read the answer', { answer: { body: { ok: true, has_more: false, messages: 'none' } } }],
  ];
  for (const [what, fault, thread] of unknown) {
    it(`can’t tell where ${what}`, async () => {
      expect(await findWhere(fault, thread ?? null)).to.deep.equal({ kind: 'unknown' });
      expect(here.slack.count()).to.equal(1);
    });
  }
});
