import { expect } from 'chai';
import { signSlack } from './signSlack.ts';
import { tappedButton } from './slackActions.ts';
import { slackPayloads } from './slackPayloads.ts';
import { slackText } from './slackText.ts';
import { SLACK_ADA } from './slackWorkspace.ts';

/** Source: docs.slack.dev, "Verifying requests from Slack": the example there. */
const EXAMPLE = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  timestamp: 1_531_420_618,
  body:
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
    '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack' +
    '.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0b' +
    'c887a14d10d2c447fce8b6703c',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};

describe('what Slack posts, made for tests', () => {
  it('is signed as in Slack’s own example', () => {
    const headers = signSlack(EXAMPLE.secret, EXAMPLE.timestamp, EXAMPLE.body);

    expect(headers).to.deep.equal({
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': EXAMPLE.signature,
    });
  });

  it('is signed by its bytes, whether they come as text or not', () => {
    const text = signSlack('s', 1, 'Grüße');
    const bytes = signSlack('s', 1, Buffer.from('Grüße', 'utf8'));

    expect(text).to.deep.equal(bytes);
  });

  for (const [typed, written] of [
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['see https://meet.example.com/a?b=1&c=2.', 'see <https://meet.example.com/a?b=1&amp;c=2>.'],
    ['ask ada@contoso.com', 'ask <mailto:ada@contoso.com|ada@contoso.com>'],
    ['meet.contoso.com/jdoe/1 fails', '<http://meet.contoso.com/jdoe/1|meet.contoso.com/jdoe/1> fails'],
    ['wuapp.exe and 38.0', 'wuapp.exe and 38.0'],
    ['<!channel> <@U0ANA000000>', '&lt;!channel&gt; &lt;@U0ANA000000&gt;'],
    ['', ''],
  ] as const) {
    it(`writes “${typed}” as Slack does`, () => {
      const text = slackText(typed);

      expect(text).to.equal(written);
    });
  }

  it('never has the id of another', () => {
    const ada = slackPayloads();
    const tap = () => ada.taps(tappedButton({}), { ts: '1700000000.000123' });

    const events = [ada.says('a'), ada.says('a'), ...ada.mentions('a', { channel: 'C0DESK00001' })];
    const taps = [tap(), tap()];

    expect(new Set(events.map((event) => event['event_id']))).to.have.property('size', 4);
    expect(new Set(taps.map(({ trigger_id }) => trigger_id))).to.have.property('size', 2);
    expect(new Set(taps.map(({ actions }) => (actions as { action_ts: string }[])[0]?.action_ts)).size).to.equal(2);
  });

  it('tells an edited mention again, as another event about the same message', () => {
    const ada = slackPayloads();
    const [mention] = ada.mentions('help', { channel: 'C0DESK00001' });

    const [again, changed] = ada.editsMention(mention, 'help me');

    const before = mention['event'] as { ts: string };
    const after = again['event'] as { edited: { ts: string } };
    expect(again['event_id']).to.not.equal(mention['event_id']);
    expect(after).to.include({ type: 'app_mention', ts: before.ts, text: '<@U0BOT00001> help me', user: SLACK_ADA.id });
    expect(after.edited).to.have.keys('user', 'ts');
    expect(changed['event']).to.deep.include({ type: 'message', subtype: 'message_changed', channel_type: 'channel' });
  });

  it('tells a mention with a file once, as a message', () => {
    const files = [{ name: 'a.png', url: 'https://files.slack.com/a.png' }];

    const said = slackPayloads().mentionsWithFiles(files, 'see', { channel: 'C0DESK00001' });

    expect(said['event']).to.include({ type: 'message', subtype: 'file_share', text: '<@U0BOT00001> see' });
    expect((said['event'] as { files: unknown[] }).files).to.have.length(1);
  });

  it('tells a mention in a channel twice, as one message', () => {
    const [mention, message] = slackPayloads().mentions('help', { channel: 'C0DESK00001' });

    expect(mention['event']).to.include({ type: 'app_mention', text: '<@U0BOT00001> help' });
    expect(message['event']).to.include({ type: 'message', channel_type: 'channel' });
    expect((mention['event'] as { ts: string }).ts).to.equal((message['event'] as { ts: string }).ts);
  });
});
