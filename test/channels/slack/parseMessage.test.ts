import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import type { SlackInput, SlackMessageInput } from '../../../src/channels/slack/slackInput.ts';
import { FIXTURE_BOT, slackFixture } from '../../support/slackFixtures.ts';

const FILE = { id: 'F0SCREEN01', name: 'a.png', url_private: 'https://files.slack.com/a', mode: 'hosted' };

/** A fixture with other fields in its event, and around it. */
function changed(name: string, event: object, around: object = {}): SlackInput | null {
  const sent = slackFixture(name);
  return parseSlack('events', { ...sent, event: { ...(sent['event'] as object), ...event }, ...around }, FIXTURE_BOT);
}

function asMessage(input: SlackInput | null): SlackMessageInput {
  if (input?.kind !== 'message') throw new Error(`no message: ${input?.kind}`);
  return input;
}

describe('parseMessage', () => {
  const harmless: readonly (readonly [title: string, event: object])[] = [
    ['a text that is none', { text: { mrkdwn: 'hi' } }],
    ['no text', { text: undefined }],
    ['a thread that is none', { thread_ts: 'yesterday' }],
    ['files that are no list', { files: 'a.png' }],
    ['a workspace of the sender that is none', { user_team: 7 }],
    ['a subtype of null', { subtype: null }],
    ['a bot of null', { bot_id: null }],
    ['blocks that are none', { blocks: 7 }],
  ];
  for (const [title, event] of harmless) {
    it(`loses no message for ${title}`, () => {
      const input = asMessage(changed('message-direct', event));

      expect([input.delivery, input.ts, input.thread, input.files]).to.deep.equal([
        'D0ADA00001:1790000000.000100',
        '1790000000.000100',
        null,
        [],
      ]);
    });
  }

  const malformed: readonly (readonly [title: string, event: object, around?: object])[] = [
    ['no ts', { ts: undefined }],
    ['a ts that is none', { ts: '1790000000' }],
    ['no channel', { channel: undefined }],
    ['a channel with a semicolon', { channel: 'D0ADA;thread=1' }],
    ['a user that is no id', { user: { id: 'U0ADA00001' } }],
    ['an empty user', { user: '' }],
    ['an id of 65 characters', { user: 'U'.repeat(65) }],
    ['no workspace', {}, { team_id: undefined }],
    ['no event', {}, { event: null }],
  ];
  for (const [title, event, around] of malformed) {
    it(`can’t read a message with ${title}`, () => {
      expect(changed('message-direct', event, around)).to.equal(null);
    });
  }

  it('reads the same delivery when a mention comes again, by a new event, after it was edited', () => {
    const edited = { edited: { user: 'U0ADA00001', ts: '1790000090.000000' }, text: '<@U0BOT00001> help!' };

    const first = asMessage(changed('app-mention', {}));
    const again = asMessage(changed('app-mention', edited, { event_id: 'Ev0EDITED01' }));

    expect(again.delivery).to.equal(first.delivery);
  });

  it('reads a mention with a file by the event of the message, and as the same as by its own', () => {
    const mention = { text: '<@U0BOT00001> see', files: [FILE] };

    const byMessage = asMessage(changed('message-channel', { ...mention, subtype: 'file_share' }));
    const byMention = asMessage(changed('message-channel', { ...mention, type: 'app_mention' }));

    expect(byMessage).to.deep.equal(byMention);
    expect([byMessage.isMention, byMessage.files.length]).to.deep.equal([true, 1]);
  });

  for (const subtype of ['me_message', 'bot_message', 'message_replied', 'channel_topic', 'ekm_access_denied', 7, {}]) {
    it(`leaves alone the subtype ${JSON.stringify(subtype)}`, () => {
      expect(changed('message-direct', { subtype })).to.deep.equal({ kind: 'nothing' });
      expect(changed('app-mention', { subtype })).to.deep.equal({ kind: 'nothing' });
    });
  }

  for (const name of ['message-direct', 'message-channel', 'app-mention', 'app-home-opened']) {
    const others: readonly (readonly [who: string, event: object])[] = [
      ['another bot', { bot_id: 'B0OTHER001' }],
      ['itself', { user: FIXTURE_BOT.user }],
      ['nobody', { user: undefined }],
    ];
    for (const [who, event] of others) {
      it(`leaves alone ${name} by ${who}`, () => {
        expect(changed(name, event)).to.deep.equal({ kind: 'nothing' });
      });
    }
  }

  it('takes a mention in a direct message for the message that it is, once', () => {
    const text = `<@${FIXTURE_BOT.user}> help`;

    const told = asMessage(changed('message-direct', { text }));

    expect([told.where, told.text, told.isMention]).to.deep.equal(['direct', text, false]);
    expect(changed('app-mention', { channel: 'D0ADA00001' })).to.deep.equal({ kind: 'nothing' });
  });

  for (const text of ['<@U0BOT000019> hi', '<@U0BEN00001> hi', '@unstuck', '&lt;@U0BOT00001&gt;', '<#U0BOT00001>']) {
    it(`takes no mention of the bot from ${text}`, () => {
      expect(changed('message-channel', { text })?.kind).to.equal('message');
    });
  }

  for (const channel_type of ['mpim', 'app_home', 'other', undefined, 7]) {
    it(`leaves alone what is said in ${channel_type}`, () => {
      expect(changed('message-channel', { channel_type })).to.deep.equal({ kind: 'nothing' });
    });
  }

  it('tells a stranger in a shared channel by their own workspace, and takes an organisation for none', () => {
    const stranger = asMessage(changed('message-channel', { user_team: 'T0OTHERS01' }));
    const colleague = asMessage(
      changed('message-channel', { user_team: 'E0ORG00001' }, { enterprise_id: 'E0ORG00001' }),
    );

    expect([stranger.team, colleague.team]).to.deep.equal(['T0OTHERS01', FIXTURE_BOT.team]);
  });

  it('leaves out a file that it can’t read, and keeps those beside it', () => {
    const input = asMessage(changed('message-file-share', { files: [null, { id: 7 }, FILE, 'x'] }));

    expect(input.files).to.deep.equal([{ id: 'F0SCREEN01', name: 'a.png', url: 'https://files.slack.com/a' }]);
  });

  it('looks at eleven files, one more than are taken', () => {
    const files = Array.from({ length: 12 }, (_, at) => ({ ...FILE, id: `F${at}` }));

    const input = asMessage(changed('message-file-share', { files }));

    expect(input.files.map(({ id }) => id)).to.deep.equal(Array.from({ length: 11 }, (_, at) => `F${at}`));
  });

  const names: readonly (readonly [title: string, sent: unknown, given: string | null])[] = [
    ['cuts a name by whole characters', '🙈'.repeat(201), '🙈'.repeat(200)],
    ['makes a name one line', ' a\r\nb\u202e.png ', 'a b.png'],
    ['takes an empty name for none', '\u200b \n', null],
    ['takes what is no text for no name', { x: 1 }, null],
  ];
  for (const [title, name, given] of names) {
    it(title, () => {
      const input = asMessage(changed('message-file-share', { files: [{ ...FILE, name }] }));

      expect(input.files.map((file) => file.name)).to.deep.equal([given]);
    });
  }

  it('knows an address, whatever a file without one calls itself', () => {
    const files = [
      { ...FILE, url_private_download: 'https://files.slack.com/a/download' },
      { ...FILE, mode: undefined, url_private: undefined },
      { ...FILE, url_private: 7 },
    ];

    const input = asMessage(changed('message-file-share', { files }));

    expect(input.files.map(({ url }) => url)).to.deep.equal(['https://files.slack.com/a/download', null, null]);
  });
});
