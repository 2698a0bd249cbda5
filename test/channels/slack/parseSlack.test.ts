import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import type { SlackInput } from '../../../src/channels/slack/slackInput.ts';
import { FIXTURE_BOT, FIXTURE_NAMES, slackFixture, wayOf } from '../../support/slackFixtures.ts';

const COMMAND_URL = 'https://hooks.slack.com/commands/T0UNSTUCK1/1/not-a-real-hook';
const [TEAM, ADA, DM, CHANNEL] = ['T0UNSTUCK1', 'U0ADA00001', 'D0ADA00001', 'C0SUPPORT1'];
const HOOK = 'https://hooks.slack.com/actions/T0UNSTUCK1/1/not-a-real-hook';
const NOTHING: SlackInput = { kind: 'nothing' };

const by = { team: TEAM, user: ADA };
const message = {
  ...by,
  kind: 'message',
  thread: null,
  files: [],
  isMention: false,
  isShared: false,
  isInOwnThread: false,
} as const;
const direct = { ...message, channel: DM, where: 'direct' } as const;
const inChannel = { ...message, channel: CHANNEL, where: 'channel' } as const;
const click = {
  ...by,
  kind: 'click',
  channel: DM,
  where: 'direct',
  message: '1790000001.000100',
  thread: null,
  actionId: 'choose',
  value: '{"card":"c4rd","verb":"choose","option":"no-sound"}',
  trigger: '790000200.123.abcdef0123456789',
  responseUrl: HOOK,
  isEphemeral: false,
} as const;
const restart = '{"card":"c4rd","verb":"restart"}';

const INPUTS: Readonly<Record<string, SlackInput | null>> = {
  // Answered at the door, before it is parsed.
  'url-verification': null,
  'app-rate-limited': NOTHING,
  'message-direct': {
    ...direct,
    delivery: `${DM}:1790000000.000100`,
    ts: '1790000000.000100',
    text: 'I can’t get in &amp; it says &lt;denied&gt; <https://meet.example.com/ABC|my meeting>',
  },
  'message-direct-in-thread': {
    ...direct,
    isInOwnThread: true,
    delivery: `${DM}:1790000010.000200`,
    ts: '1790000010.000200',
    thread: '1790000000.000100',
    text: 'still not',
  },
  'message-thread-root': { ...direct, delivery: `${DM}:1790000000.000100`, ts: '1790000000.000100', text: 'hello' },
  'message-file-share': {
    ...direct,
    delivery: `${DM}:1790000020.000300`,
    ts: '1790000020.000300',
    text: 'see',
    files: [
      {
        id: 'F0SCREEN01',
        name: 'Screenshot 2026 .png',
        url: 'https://files.slack.com/files-pri/T0UNSTUCK1-F0SCREEN01/download/f0screen01.png',
      },
      {
        id: 'F0PRIVATE1',
        name: 'log.txt',
        url: 'https://files.slack.com/files-pri/T0UNSTUCK1-F0PRIVATE1/f0private1.png',
      },
      { id: 'F0GONE0001', name: null, url: null },
      { id: 'F0HIDDEN01', name: 'old.png', url: null },
      { id: 'F0EXTERN01', name: 'plan.docx', url: null },
    ],
  },
  'message-channel': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000030.000400`,
    ts: '1790000030.000400',
    text: 'anyone know?',
  },
  'message-channel-thread': {
    ...inChannel,
    isInOwnThread: true,
    delivery: `${CHANNEL}:1790000040.000500`,
    ts: '1790000040.000500',
    thread: '1790000030.000400',
    text: 'reply have you tried another browser?',
  },
  'message-private-channel': {
    ...inChannel,
    channel: 'G0PRIVATE1',
    delivery: 'G0PRIVATE1:1790000050.000600',
    ts: '1790000050.000600',
    text: 'a note',
  },
  'message-thread-broadcast': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000060.000700`,
    ts: '1790000060.000700',
    thread: '1790000030.000400',
    text: 'for all',
  },
  'message-channel-mention': NOTHING,
  'message-channel-named-mention': NOTHING,
  'message-channel-mention-file': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000076.000802`,
    ts: '1790000076.000802',
    text: '<@U0BOT00001> see',
    isMention: true,
    files: [
      {
        id: 'F0SCREEN01',
        name: 'screen.png',
        url: 'https://files.slack.com/files-pri/T0UNSTUCK1-F0SCREEN01/download/f0screen01.png',
      },
    ],
  },
  'message-group-chat': NOTHING,
  'message-changed': NOTHING,
  'message-deleted': NOTHING,
  'message-channel-join': NOTHING,
  'message-own': NOTHING,
  'message-own-user': NOTHING,
  'message-other-bot': NOTHING,
  'message-from-another-workspace': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000100.001200`,
    team: 'T0OTHERS01',
    user: 'U0STRANGE1',
    ts: '1790000100.001200',
    text: 'hi from outside',
    isShared: true,
  },
  'app-mention': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000070.000800`,
    ts: '1790000070.000800',
    text: '<@U0BOT00001> help',
    isMention: true,
  },
  'app-mention-in-thread': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000075.000801`,
    ts: '1790000075.000801',
    thread: '1790000030.000400',
    text: '<@U0BOT00001> help',
    isMention: true,
  },
  'app-mention-edited': {
    ...inChannel,
    delivery: `${CHANNEL}:1790000070.000800`,
    ts: '1790000070.000800',
    text: '<@U0BOT00001> help me',
    isMention: true,
  },
  'app-home-opened': { ...by, kind: 'home', delivery: 'Ev0HOME0001' },
  'app-home-messages': NOTHING,
  'app-uninstalled': { kind: 'left', team: TEAM },
  'tokens-revoked': { kind: 'left', team: TEAM },
  'tokens-revoked-of-person': NOTHING,
  'reaction-added': NOTHING,
  'click-direct': { ...click, delivery: `${TEAM}:${ADA}:1790000001.000100:choose:1790000200.123456` },
  'click-channel-thread': {
    ...click,
    delivery: `${TEAM}:${ADA}:1790000041.000501:open:reply:1790000200.123456`,
    channel: CHANNEL,
    where: 'channel',
    message: '1790000041.000501',
    thread: '1790000030.000400',
    actionId: 'open:reply',
    value: '{"card":"c4rd","verb":"reply"}',
  },
  'click-thread-root': {
    ...click,
    delivery: `${TEAM}:${ADA}:1790000030.000400:choose:1790000200.123456`,
    channel: CHANNEL,
    where: 'channel',
    message: '1790000030.000400',
  },
  'click-ephemeral': {
    ...click,
    delivery: `${TEAM}:${ADA}:1790000071.000100:choose:1790000200.123456`,
    channel: CHANNEL,
    where: 'channel',
    message: '1790000071.000100',
    isEphemeral: true,
  },
  'click-overflow': {
    ...click,
    delivery: `${TEAM}:${ADA}:1790000001.000100:more:1790000201.123456`,
    actionId: 'more',
    value: restart,
  },
  'click-select': {
    ...click,
    delivery: `${TEAM}:${ADA}:1790000001.000100:pick:1790000202.123456`,
    actionId: 'pick',
    value: restart,
  },
  'click-link': NOTHING,
  'click-home': {
    ...click,
    delivery: `${TEAM}:${ADA}:V0HOME0001:start:1790000200.123456`,
    channel: null,
    where: 'home',
    message: null,
    actionId: 'start',
    value: '{"card":"home","verb":"start"}',
    trigger: '790000203.123.abcdef0123456789',
    responseUrl: null,
  },
  'click-organisation': { ...click, delivery: `${TEAM}:${ADA}:1790000001.000100:choose:1790000200.123456` },
  'view-submission': {
    ...by,
    kind: 'submission',
    delivery: 'V0MODAL001:i2lvqoSfLYy1OBouOQlEW17ZaDvT1B7vKYh35kfxaZc',
    metadata:
      '{"at":{"channel":"D0ADA00001","thread":null,"message":"1790000001.000100","direct":true},"send":{"card":"c4rd","verb":"send"}}',
    values: {
      name: 'Ada\nLovelace',
      mail: 'ada@example.com',
      time: '14:30',
      topic: 'sound',
      urgency: 'soon',
      to: 'U0BEN00001',
      note: '',
      later: '',
      kind: '',
    },
  },
  'view-closed': NOTHING,
  'message-shortcut': {
    ...by,
    kind: 'shortcut',
    delivery: `${TEAM}:${ADA}:1790000031.000401:1790000205.123456`,
    text: 'nobody hears me',
    responseUrl: 'https://hooks.slack.com/app/T0UNSTUCK1/1/not-a-real-hook',
  },
  'other-shortcut': NOTHING,
  'global-shortcut': NOTHING,
  'block-suggestion': NOTHING,
  command: {
    ...by,
    kind: 'command',
    delivery: hashOf('790000207.123.abcdef0123456789'),
    text: 'no sound &amp; no picture',
    responseUrl: COMMAND_URL,
  },
  'command-bare': {
    ...by,
    kind: 'command',
    delivery: hashOf('790000208.123.abcdef0123456789'),
    text: '',
    responseUrl: COMMAND_URL,
  },
  'command-ssl-check': NOTHING,
};

describe('parseSlack', () => {
  for (const [name, input] of Object.entries(INPUTS)) {
    it(`reads ${name}`, () => {
      expect(parseSlack(wayOf(name), slackFixture(name), FIXTURE_BOT)).to.deep.equal(input);
    });
  }

  it('reads every fixture that there is', () => {
    expect([...FIXTURE_NAMES].sort()).to.deep.equal(Object.keys(INPUTS).sort());
  });
});

/** A trigger opens modals: where it tells deliveries apart, its hash does. */
function hashOf(trigger: string): string {
  return createHash('sha256').update(trigger).digest('base64url');
}
