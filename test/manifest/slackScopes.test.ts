import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { createSlackApi } from '../../src/channels/slack/createSlackApi.ts';
import { createFetchSlackFile } from '../../src/channels/slack/fetchSlackFile.ts';
import type { SlackApi } from '../../src/channels/slack/slackApi.ts';
import { slackClient } from '../../src/channels/slack/slackClient.ts';
import { slackMessage } from '../../src/channels/slack/slackMessage.ts';
import { type FakeSlack, startFakeSlack } from '../support/fakeSlack.ts';
import { MANIFEST_SCOPES, SCOPES_OF_EVENTS } from '../support/fakeSlackScopes.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from '../support/slackWorkspace.ts';

const MESSAGE = slackMessage({ text: 'Hello' });
const NOW = new Date(1_700_000_000_000);
const TITLE = { type: 'plain_text', text: 'Form', emoji: false } as const;
const HEADER = { type: 'header', text: TITLE } as const;

/** All that the bot asks of Slack, in each kind of channel in which it does that. */
const DEEDS: readonly ((api: SlackApi) => Promise<unknown>)[] = [
  (api) => api.whoAmI(),
  (api) => api.openDirect(SLACK_ADA.id),
  (api) => api.person(SLACK_ADA.id),
  (api) => api.openModal('t1', { type: 'modal', title: TITLE, blocks: [HEADER] }),
  (api) => api.publishHome(SLACK_ADA.id, { type: 'home', blocks: [HEADER] }),
  ...[directChannel(SLACK_ADA), 'C0DESK00001', 'G0DESK00001'].flatMap((channel) =>
    [null, '1700000000.000100'].map((thread) => async (api: SlackApi) => {
      const target = { channel, thread };
      const ts = await api.post(target, MESSAGE, 'answer').catch(() => '1700000000.000123');
      const each = [
        () => api.update(channel, ts, MESSAGE, 'answer'),
        () => api.postEphemeral(target, SLACK_ADA.id, MESSAGE),
        () => api.find(target, 'o1', NOW),
        () => api.upload(target, [{ name: 'a.png', bytes: Buffer.from('a') }], ''),
      ];
      for (const deed of each) await deed().catch(() => undefined);
    }),
  ),
];

/** The calls that fail without a scope, and what of the manifest isn't heard. */
const NEEDED: Readonly<Record<string, { readonly calls?: readonly string[]; readonly events?: readonly string[] }>> = {
  'app_mentions:read': { events: ['app_mention'] },
  'channels:history': {
    calls: ['conversations.history C', 'conversations.replies C'],
    events: ['message.channels'],
  },
  'chat:write': {
    calls: ['chat.postEphemeral', 'chat.postMessage', 'chat.update'].flatMap((method) =>
      ['C', 'D', 'G'].map((kind) => `${method} ${kind}`),
    ),
  },
  commands: { events: ['shortcut', 'slash_command'] },
  'files:read': { calls: ['file'] },
  // Without an address the later call isn't made.
  'files:write': { calls: ['files.getUploadURLExternal'] },
  'groups:history': {
    calls: ['conversations.history G', 'conversations.replies G'],
    events: ['message.groups'],
  },
  'im:history': { calls: ['conversations.history D', 'conversations.replies D'], events: ['message.im'] },
  'im:write': { calls: ['conversations.open'] },
  'users:read': { calls: ['users.info'] },
};

describe('the scopes of the Slack manifest', () => {
  let slack: FakeSlack;
  const dispatcher = slackClient();
  beforeEach(async () => {
    slack = await startFakeSlack();
    slack.addPerson(SLACK_ADA);
  });
  afterEach(() => slack.close());
  after(() => dispatcher.destroy());

  /** The calls that fail for want of a scope, by method and kind of channel, while the bot does all that it ever does. */
  const failing = async (scopes: readonly string[]): Promise<readonly string[]> => {
    slack.grant(scopes);
    let time = NOW.getTime();
    const parts = { token: WORKSPACE.botToken, apiUrl: slack.apiUrl, dispatcher, now: () => new Date(time) };
    const wait = async (milliseconds: number) => {
      time += milliseconds;
    };
    const api = createSlackApi({ ...parts, wait });
    for (const deed of DEEDS) await deed(api).catch(() => undefined);
    await createFetchSlackFile(parts)({ name: 'a.png', url: slack.serveFile('F1/a.png', Buffer.from('a')) });
    const failed = slack.ledger.filter(({ error }) => error === 'missing_scope');
    return [...new Set(failed.map(({ method, channel }) => `${method} ${channel.slice(0, 1)}`.trim()))].sort();
  };
  const unheard = (scope: string) => heard().filter((event) => SCOPES_OF_EVENTS[event] === scope);

  it('are enough for all that the bot does and hears', async () => {
    expect(await failing(MANIFEST_SCOPES)).to.deep.equal([]);
    expect(slack.faults).to.deep.equal([]);
    expect(slack.ledger.filter(({ error }) => error !== '')).to.deep.equal([]);
    for (const event of heard()) expect(['', ...MANIFEST_SCOPES]).to.include(SCOPES_OF_EVENTS[event], event);
  });

  for (const scope of MANIFEST_SCOPES) {
    it(`are the fewest that work: there are none without ${scope}`, async () => {
      const calls = await failing(MANIFEST_SCOPES.filter((other) => other !== scope));

      const { calls: needing = [], events = [] } = NEEDED[scope] ?? {};
      expect([calls, unheard(scope)]).to.deep.equal([needing, events]);
      expect([...calls, ...unheard(scope)]).to.not.deep.equal([]);
    });
  }
});

/** The events, commands and shortcuts that the manifest subscribes to. */
function heard(): string[] {
  const { features, settings } = JSON.parse(
    readFileSync(new URL('../../manifest/slack/manifest.json', import.meta.url), 'utf8'),
  );
  const events: string[] = settings.event_subscriptions.bot_events;
  return [
    ...events,
    ...(features.shortcuts.length > 0 ? ['shortcut'] : []),
    ...(features.slash_commands.length > 0 ? ['slash_command'] : []),
  ];
}
