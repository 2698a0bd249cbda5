import { expect } from 'chai';
import type { CallSlack } from '../../../src/channels/slack/callSlack.ts';
import { createChannelPace } from '../../../src/channels/slack/channelPace.ts';
import { slackMessage } from '../../../src/channels/slack/slackMessage.ts';
import { slackPosting } from '../../../src/channels/slack/slackPosting.ts';

describe('posting in Slack', () => {
  it('sends what begins a thread before what goes into threads, of the outbox alone, and behind no more than an answer', async () => {
    let time = 0;
    const sent: unknown[] = [];
    const call: CallSlack = async ({ args: { text }, answer }) => {
      sent.push(text);
      return answer.parse({ ok: true, ts: '1.2' });
    };
    const pace = createChannelPace({
      now: () => new Date(time),
      wait: async (milliseconds) => {
        time += milliseconds;
      },
    });
    const { post } = slackPosting({ call, upload: call, pace });
    const said = (text: string, thread: string | null, rank: 'answer' | 'outbox') =>
      post({ channel: 'C1', thread }, slackMessage({ text }), rank);
    const threads = ['1', '2', '3', '4', '5'].map((number) => said(`in thread ${number}`, number, 'outbox'));
    const answers = [said('answer in a thread', '1', 'answer'), said('answer beside it', null, 'answer')];

    await Promise.all([...threads, ...answers, said('a new case', null, 'outbox')]);

    expect(sent.slice(3)).to.deep.equal([
      ...['answer in a thread', 'a new case', 'answer beside it'],
      ...['in thread 4', 'in thread 5'],
    ]);
  });
});
