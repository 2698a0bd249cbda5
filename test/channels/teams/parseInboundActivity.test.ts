import { expect } from 'chai';
import { parseInboundActivity } from '../../../src/channels/teams/parseInboundActivity.ts';
import { teamsActivities } from '../../support/teamsActivity.ts';

const ada = teamsActivities('https://smba.trafficmanager.net/emea/');
const good = ada.says('hello');

const MALFORMED: Readonly<Record<string, unknown>> = {
  nothing: undefined,
  null: null,
  'a list': [good],
  'a text': 'message',
  'no type': { ...good, type: undefined },
  'a number as type': { type: 123 },
  'an empty type': { ...good, type: '' },
  'no conversation': { ...good, conversation: undefined },
  'a conversation without id': { ...good, conversation: {} },
  'a line break in the conversation id': { ...good, conversation: { id: 'a\r\nx-evil: 1' } },
  'no sender': { ...good, from: null },
  'a sender without id': { ...good, from: { name: 'Ada' } },
  'no channel': { ...good, channelId: undefined },
  'a list as text': { ...good, text: ['hello'] },
  'an object as id': { ...good, id: {} },
  'a text as entities': { ...good, entities: 'mention' },
  'a text as attachments': { ...good, attachments: 'image/png' },
  'a text as membersAdded': { ...good, membersAdded: 'Ada' },
  'a text as channelData': { ...good, channelData: 'tenant' },
  'a number as replyToId': { ...good, replyToId: 7 },
  'a type of 101 characters': { ...good, type: 'x'.repeat(101) },
  'a channel of 101 characters': { ...good, channelId: 'x'.repeat(101) },
  'an id of 501 characters': { ...good, id: 'x'.repeat(501) },
  'an empty id': { ...good, id: '' },
  'a step in a path as conversation id': { ...good, conversation: { id: '.' } },
  'a step back in a path as the id that is replied to': { ...good, replyToId: '..' },
  'a zero byte in the id': { ...good, id: '1\u0000' },
  'half a character in the id that is replied to': { ...good, replyToId: '\ud800' },
  'a conversation id of 501 characters': { ...good, conversation: { id: 'x'.repeat(501) } },
  'a sender’s id of 501 characters': { ...good, from: { id: 'x'.repeat(501) } },
  'a directory id of 501 characters': { ...good, from: { id: '29:1', aadObjectId: 'x'.repeat(501) } },
  'a tenant of 501 characters': { ...good, conversation: { id: 'a:1', tenantId: 'x'.repeat(501) } },
  'a tenant of 501 characters in the channel’s data': { ...good, channelData: { tenant: { id: 'x'.repeat(501) } } },
  'an object as tenant': { ...good, channelData: { tenant: { id: {} } } },
  'a text as tenant': { ...good, channelData: { tenant: 'contoso' } },
  'a member with an id of 501 characters': { ...good, membersAdded: [{ id: 'x'.repeat(501) }] },
  'a name of 2,001 characters': { ...good, from: { id: '29:1', name: 'x'.repeat(2_001) } },
  'a service URL of 2,001 characters': { ...good, serviceUrl: `https://${'x'.repeat(1_993)}` },
};

describe('parseInboundActivity', () => {
  for (const [what, body] of Object.entries(MALFORMED)) {
    it(`refuses ${what}`, () => {
      expect(parseInboundActivity(body)).to.equal(null);
    });
  }

  const sent = {
    'a message': good,
    'a mention on a channel': ada.says('hello', 'channel'),
    'two mentions': ada.mentionsTwo('hello', 'bot', 'groupChat'),
    'a pasted link': ada.pastesLink('Join the meeting', 'https://meet.example.com/ada/ABC123'),
    'a pasted picture': ada.pastesPicture('this is what I see'),
    'attached files': ada.attaches([{ name: 'error 43.png', url: 'https://contoso-my.sharepoint.com/1' }], 'look'),
    'a mention in a thread': ada.says('reply hello', { channel: '19:desk@thread.tacv2', root: '1', type: 'standard' }),
    'the bot’s removal': ada.leaves('channel'),
    'a click': ada.clicks({ verb: 'start', card: 'c1' }, '1:card'),
    'an install': ada.installs('channel'),
    'the other half of an install': ada.joins(),
    'an invoke': ada.invokes('task/fetch'),
    'an unknown type': { ...good, type: 'somethingNew' },
    'ids of 500 characters': { ...good, id: 'x'.repeat(500), conversation: { id: 'y'.repeat(500) } },
  };
  for (const [what, body] of Object.entries(sent)) {
    it(`takes ${what} as it came, times apart`, () => {
      const activity = parseInboundActivity(body);

      const { timestamp, localTimestamp, ...rest } = activity ?? {};
      const { timestamp: _, localTimestamp: __, ...expected } = body as Record<string, unknown>;
      expect(rest).to.deep.equal(expected);
      expect(timestamp).to.deep.equal(new Date('2024-05-06T07:08:09.123Z'));
      expect(localTimestamp).to.deep.equal(new Date('2024-05-06T07:08:09.123Z'));
    });
  }

  it('takes null for absent', () => {
    const activity = parseInboundActivity({ ...good, text: null, replyToId: null, recipient: null });

    expect(activity).to.not.have.any.keys('text', 'replyToId', 'recipient');
  });

  it('keeps a message without what it can’t read of what came with it', () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://example.com/1' };
    const mention = { type: 'mention', text: '<at>Unstuck</at>' };

    const activity = parseInboundActivity({
      ...good,
      attachments: [{ content: '<p>hi</p>' }, 'x', picture, { contentType: null }],
      entities: [{}, null, mention],
    });

    expect(activity?.text).to.equal('hello');
    expect(activity?.attachments).to.deep.equal([picture]);
    expect(activity?.entities).to.deep.equal([mention]);
  });

  it('keeps what came with a message without an address or a name that is no text', () => {
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {}, contentUrl: 7, name: ['x'] };

    const activity = parseInboundActivity({ ...good, attachments: [card] });

    expect(activity?.attachments?.[0]).to.deep.include({ contentType: card.contentType, content: {} });
    expect(activity?.attachments?.[0]?.contentUrl).to.equal(undefined);
    expect(activity?.attachments?.[0]?.name).to.equal(undefined);
  });

  it('keeps a message whose time it can’t read', () => {
    const activity = parseInboundActivity({ ...good, timestamp: 'yesterday', localTimestamp: 5 });

    expect(activity?.text).to.equal('hello');
    expect(activity?.timestamp).to.equal(undefined);
  });
});
