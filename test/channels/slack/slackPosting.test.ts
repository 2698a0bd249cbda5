import { expect } from 'chai';
import { createSlackApi } from '../../../src/channels/slack/createSlackApi.ts';
import { slackMessage } from '../../../src/channels/slack/slackMessage.ts';
import { WORKSPACE } from '../../support/slackWorkspace.ts';
import { useSlackLine } from './slackLine.ts';

describe('posting in Slack', () => {
  const here = useSlackLine();

  it('sends what begins a thread and what goes into threads in turns, of the outbox alone, as with answers', async () => {
    let time = 0;
    const api = createSlackApi({
      ...{ ...here.line, token: WORKSPACE.botToken, now: () => new Date(time) },
      wait: async (milliseconds) => {
        time += milliseconds;
      },
    });
    const said = (text: string, thread: string | null, rank: 'answer' | 'outbox') =>
      api.post({ channel: 'C1', thread }, slackMessage({ text }), rank);
    const root = await said('a case', null, 'outbox');
    const threads = ['1', '2', '3', '4'].map((number) => said(`in the thread ${number}`, root, 'outbox'));
    const answers = [said('an answer there', root, 'answer'), said('an answer beside it', null, 'answer')];

    await Promise.all([...threads, ...answers, said('a new case', null, 'outbox')]);

    const sent = here.slack.ledger.map(({ body }) => body.text);
    expect(sent.slice(0, 1)).to.deep.equal(['a case']);
    expect(sent.slice(1, 3)).to.have.members(['in the thread 1', 'in the thread 2']);
    expect(sent.slice(3)).to.deep.equal([
      ...['an answer there', 'a new case', 'an answer beside it'],
      ...['in the thread 3', 'in the thread 4'],
    ]);
  });
});
