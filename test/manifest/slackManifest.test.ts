import { readFileSync } from 'node:fs';
import type { AppsManifestCreateArguments } from '@slack/web-api';
import { expect } from 'chai';

type Manifest = AppsManifestCreateArguments['manifest'];

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Written out, since the compiler sees any text in a JSON file: here it knows each scope, event and kind by its name. */
const TYPED: Manifest = {
  display_information: {
    name: 'Unstuck',
    description: 'Gets you into an online meeting that you can’t join.',
    background_color: '#4f52b2',
  },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'Unstuck', always_online: true },
    slash_commands: [
      {
        command: '/unstuck',
        url: 'https://example.com/slack/commands',
        description: 'Get help with a meeting that you can’t join',
        usage_hint: '[what is wrong]',
      },
    ],
    shortcuts: [
      {
        name: 'Get help with this',
        type: 'message',
        callback_id: 'get_help',
        description: 'Have Unstuck help you with what this message says',
      },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'groups:history',
        'im:history',
        'im:write',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      request_url: 'https://example.com/slack/events',
      bot_events: [
        'app_home_opened',
        'app_mention',
        'app_uninstalled',
        'message.channels',
        'message.groups',
        'message.im',
        'tokens_revoked',
      ],
    },
    interactivity: { is_enabled: true, request_url: 'https://example.com/slack/actions' },
    org_deploy_enabled: false,
    socket_mode_enabled: false,
    token_rotation_enabled: false,
  },
};

describe('the Slack manifest', () => {
  const manifest: Manifest = JSON.parse(read('manifest/slack/manifest.json'));
  const { app_home: home, slash_commands: commands, shortcuts } = manifest.features ?? {};
  const { interactivity, event_subscriptions: events, ...settings } = manifest.settings ?? {};

  it('is what the type of web-api takes, and nothing besides', () => {
    expect(manifest).to.deep.equal(TYPED);
  });

  it('lets people write to the app', () => {
    expect(home?.messages_tab_enabled).to.equal(true);
    expect(home?.messages_tab_read_only_enabled).to.equal(false);
  });

  it('is told of first in docs/slack.md, by what people see where it doesn’t', () => {
    const [, heading, ...steps] = read('docs/slack.md').split(/\n+/);

    expect(heading).to.equal('## The composer says: Sending messages to this app has been turned off');
    expect(steps.slice(0, 6).join('\n'))
      .to.include('*App Home*')
      .and.include('*Show Tabs*')
      .and.include('*Messages Tab*')
      .and.include('*Allow users to send Slash commands and messages from the messages tab*');
  });

  it('has the Home tab, and hears that somebody looks at it', () => {
    expect(home?.home_tab_enabled).to.equal(true);
    expect(events?.bot_events).to.include('app_home_opened');
  });

  it('hears taps, and has one command and one shortcut for messages', () => {
    expect(interactivity?.is_enabled).to.equal(true);
    expect(commands?.map(({ command }) => command)).to.deep.equal(['/unstuck']);
    expect(shortcuts?.map(({ type, name }) => [type, name])).to.deep.equal([['message', 'Get help with this']]);
  });

  for (const event of ['message.im', 'app_mention', 'message.channels', 'message.groups'] as const) {
    it(`hears what is said: ${event}`, () => {
      expect(events?.bot_events).to.include(event);
    });
  }

  for (const event of ['app_uninstalled', 'tokens_revoked'] as const) {
    it(`hears that it is to delete what it holds: ${event}`, () => {
      expect(events?.bot_events).to.include(event);
    });
  }

  it('is for one workspace, over requests, with a token that stays', () => {
    expect(settings).to.deep.equal({
      ...{ org_deploy_enabled: false, socket_mode_enabled: false, token_rotation_enabled: false },
    });
  });

  it('has each kind of delivery come to the address that reads it, at a host that is to be filled in', () => {
    expect([events?.request_url, interactivity?.request_url, commands?.[0]?.url]).to.deep.equal(
      ['events', 'actions', 'commands'].map((way) => `https://example.com/slack/${way}`),
    );
  });

  it('keeps to the lengths that Slack shows', () => {
    const { name, description = '' } = manifest.display_information;

    // Source: slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json.
    expect([name.length <= 35, description.length <= 140]).to.deep.equal([true, true]);
    expect(shortcuts?.every((each) => each.name.length <= 24 && each.description.length <= 150)).to.equal(true);
  });

  it('asks for each scope with a reason in docs/slack.md, for no other, and for none of a person’s', () => {
    const { bot, ...others } = manifest.oauth_config?.scopes ?? {};

    expect(bot).to.deep.equal(reasonsUnder('Scopes'));
    expect(others).to.deep.equal({});
  });

  it('hears each event with a reason in docs/slack.md, and no other', () => {
    expect(events?.bot_events).to.deep.equal(reasonsUnder('Events'));
  });
});

/** What the table of that section gives a reason for. */
function reasonsUnder(section: string): string[] {
  const [, text = ''] = new RegExp(`^## ${section}\n(.*?)^## `, 'ms').exec(read('docs/slack.md')) ?? [];
  return [...text.matchAll(/^\| `([\w.:]+)` \| \S.{10,} \|$/gm)].map(([, name = '']) => name);
}
