import { expect } from 'chai';
import { type FakeSlack, startFakeSlack } from './fakeSlack.ts';
import { slackFailureOf, slackWebClient } from './slackWebClient.ts';

describe('the fake Slack, as time passes', () => {
  let slack: FakeSlack;
  let time: number;

  beforeEach(async () => {
    time = 1_700_000_000_000;
    slack = await startFakeSlack(() => new Date(time));
  });

  afterEach(() => slack.close());

  const respond = async (url: string) => {
    const body = JSON.stringify({ text: 'x' });
    return (await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status;
  };
  const open = (trigger_id: string) => {
    const title = { type: 'plain_text', text: 'Form', emoji: false } as const;
    return slackWebClient(slack).views.open({
      trigger_id,
      view: { type: 'modal', title, blocks: [{ type: 'header', text: title }] },
    });
  };

  it('takes five answers by one response address', async () => {
    const url = slack.responseUrl();

    const statuses = [];
    for (let times = 0; times < 6; times += 1) statuses.push(await respond(url));

    expect(statuses).to.deep.equal([200, 200, 200, 200, 200, 404]);
    expect(slack.ledger[0]).to.deep.include({ method: 'respond', body: { text: 'x' } });
  });

  it('takes answers for half an hour', async () => {
    const url = slack.responseUrl();

    time += 30 * 60_000;
    const last = await respond(url);
    time += 1;
    const late = await respond(url);

    expect([last, late]).to.deep.equal([200, 404]);
    expect(slack.ledger.at(-1)?.error).to.equal('expired_url');
  });

  it('opens a modal within three seconds', async () => {
    const [early, late] = [slack.trigger(), slack.trigger()];

    time += 3_000;
    const opened = await open(early);
    time += 1;
    const refused = await slackFailureOf(open(late));

    expect(opened.ok).to.equal(true);
    expect(refused.data?.error).to.equal('expired_trigger_id');
  });
});
