import type { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import type { Dispatcher } from 'undici';
import { createSlackApi } from '../../../src/channels/slack/createSlackApi.ts';
import { createSlackChannel, type SlackChannel } from '../../../src/channels/slack/slackChannel.ts';
import { slackClient } from '../../../src/channels/slack/slackClient.ts';
import { createIdentity } from '../../../src/channels/slack/slackIdentity.ts';
import type { SlackForm, SlackFormFound, SlackPort } from '../../../src/channels/slack/slackPort.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fakeSlack.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { NO_FILES } from '../../support/noFiles.ts';
import { tappedButton } from '../../support/slackActions.ts';
import { slackIds } from '../../support/slackIds.ts';
import { slackPayloads } from '../../support/slackPayloads.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from '../../support/slackWorkspace.ts';

const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;

const FORM: SlackForm = {
  blocks: [
    {
      type: 'input',
      block_id: 'link',
      label: words('Join link'),
      element: { type: 'plain_text_input', action_id: 'link' },
    },
  ],
  ...{ title: words('A form'), close: words('Close'), submit: words('Send') },
  form: { send: { card: 'c', verb: 'link' } },
};

const REFUSED = { on: 'auth.test', answer: { error: 'account_inactive' } } as const;

describe('the channel of Slack, where a form or all of it fails', () => {
  let slack: FakeSlack;
  let dispatcher: Dispatcher & { close(): Promise<void> };
  const ada = slackPayloads(SLACK_ADA);
  let turns: TurnContext['activity'][];
  let left: string[];
  let recorded: ReturnType<typeof recordingLog>;

  beforeEach(async () => {
    slack = await startFakeSlack();
    dispatcher = slackClient();
    [turns, left] = [[], []];
    recorded = recordingLog();
  });
  afterEach(async () => {
    await dispatcher.close();
    await slack.close();
  });

  /** `wait`: how the channel's patience passes. */
  function channelWith(
    change: Partial<SlackPort>,
    wait: (milliseconds: number) => Promise<void> = () => new Promise(() => undefined),
    answerWithin = 5_000,
  ): SlackChannel & { readonly identity: () => Promise<unknown> } {
    const now = () => new Date(1_700_000_000_000);
    const api = createSlackApi({
      ...{ token: WORKSPACE.botToken, apiUrl: slack.apiUrl, dispatcher, now },
      wait: async () => undefined,
    });
    const identity = createIdentity(api, now);
    const channel = createSlackChannel({
      ...{ api, identity, now, wait, answerWithin, log: recorded.log, signingSecrets: [] },
      files: NO_FILES,
      port: {
        logic: async ({ activity }, taken) => {
          turns.push(activity);
          taken();
        },
        formOf: async (): Promise<SlackFormFound> => ({ kind: 'form', form: FORM, closes: true, ask: 'Join <link>' }),
        homeOf: async () => [],
        onLeft: async (team) => void left.push(team),
        texts: {
          labelOf: (field) => (field === 'link' ? 'Join link' : null),
          formNotOpened: (field) => (field === null ? 'no form' : `no form, type: ${field}`),
          ...{
            wroteToYou: 'there',
            couldNotWrite: 'not there',
            tryLater: 'later',
            answerLost: 'lost',
            fileGone: String,
            notDone: { title: 'No', close: 'Close' },
          },
        },
        ...change,
      },
    });
    return { ...channel, identity };
  }

  const tap = (name = 'open:link') => ada.taps(tappedButton({ card: 'c', verb: 'link' }, name), { ts: slackIds.ts() });
  const said = () => slack.posts(directChannel(SLACK_ADA)).map(({ text }) => text);

  it('waits two seconds for a form to open, and then asks for its field in the chat', async () => {
    slack.failNext({ on: 'views.open', answer: 'silence' });
    const waited: number[] = [];
    const channel = channelWith({}, async (milliseconds) => {
      waited.push(milliseconds);
      await slack.waitFor((ledger) => ledger.some(({ method }) => method === 'views.open'));
    });

    const answer = await channel.take('actions', tap());

    expect(answer).to.deep.equal({ status: 200 });
    expect(waited).to.deep.equal([2_000]);
    // Escaped, as all that is posted.
    expect(said()).to.deep.equal(['no form, type: Join &lt;link&gt;']);
    expect(turns).to.deep.equal([]);
  });

  for (const [what, formOf] of [
    ['takes too long', () => new Promise<SlackFormFound>(() => undefined)],
    ['fails', () => Promise.reject(new Error('made up'))],
  ] as const) {
    it(`asks for the field that the button names where reading its form ${what}`, async () => {
      const channel = channelWith({ formOf }, what === 'fails' ? undefined : async () => undefined);

      const answers = [await channel.take('actions', tap()), await channel.take('actions', tap('open:desk-form'))];

      expect(answers).to.deep.equal([{ status: 200 }, { status: 200 }]);
      expect(said()).to.deep.equal(['no form, type: Join link', 'no form']);
    });
  }

  for (const [what, answer] of [
    ['comes too late', { error: 'expired_trigger_id' }],
    ['fails', 500],
  ] as const) {
    it(`asks for its field in the chat, and runs no turn, where opening it ${what}`, async () => {
      slack.failNext({ on: 'views.open', answer });

      const { status } = await channelWith({}).take('actions', tap());

      expect(status).to.equal(200);
      expect(said()).to.deep.equal(['no form, type: Join &lt;link&gt;']);
      expect(turns).to.deep.equal([]);
    });

    it(`takes the tap as a click like any other where opening it ${what} and that asks for the same`, async () => {
      slack.failNext({ on: 'views.open', answer });
      const formOf = async (): Promise<SlackFormFound> => ({ kind: 'form', form: FORM, closes: false, ask: null });

      const { status } = await channelWith({ formOf }).take('actions', tap());

      expect(status).to.equal(200);
      expect(said()).to.deep.equal([]);
      expect(turns.map(({ value }) => value)).to.deep.equal([{ card: 'c', verb: 'link' }]);
    });
  }

  describe('once it was taken out of its workspace', () => {
    for (const [what, tell] of [
      ['the app was taken out', () => ada.uninstalls()],
      ['its token was withdrawn', () => ada.revokes()],
    ] as const) {
      it(`says so though Slack says no more who the bot is, as ${what}`, async () => {
        slack.failNext(REFUSED, REFUSED);

        const answer = await channelWith({}).take('events', tell());

        expect(answer).to.deep.equal({ status: 200 });
        expect(left).to.deep.equal([WORKSPACE.team]);
      });
    }

    it('asks Slack nothing but whether it still is', async () => {
      const channel = channelWith({});
      await channel.identity();
      slack.clear();
      slack.failNext(REFUSED, REFUSED);

      await channel.take('events', ada.uninstalls());
      await channel.take('events', ada.revokes());

      expect(left).to.deep.equal([WORKSPACE.team, WORKSPACE.team]);
      expect(slack.ledger.map(({ method }) => method)).to.deep.equal(['auth.test', 'auth.test']);
    });

    for (const [when, faults] of [
      ['it is known who the bot is', []],
      ['Slack didn’t say who the bot is', [REFUSED]],
    ] as const) {
      it(`erases nothing where it is installed again, and ${when}`, async () => {
        slack.failNext(...faults);

        const answer = await channelWith({}).take('events', ada.uninstalls());

        expect(answer).to.deep.equal({ status: 200 });
        expect(left).to.deep.equal([]);
        expect(recorded.lines.filter((line) => line.includes('still-installed'))).to.have.lengthOf(1);
      });
    }

    for (const answer of [500, 401, 'reset', { error: 'fatal_error' }] as const) {
      it(`has it delivered again where Slack can’t be asked whether it is: ${JSON.stringify(answer)}`, async () => {
        const channel = channelWith({});
        await channel.identity();
        slack.failNext({ on: 'auth.test', answer });

        const first = await channel.take('events', ada.uninstalls());
        slack.failNext(REFUSED);
        const again = await channel.take('events', ada.uninstalls());

        expect([first.status, again.status]).to.deep.equal([503, 200]);
        expect(left).to.deep.equal([WORKSPACE.team]);
      });
    }

    it('takes no notice of tokens of people', async () => {
      const revoked = ada.revokes();
      const event = { ...Object(revoked['event']), tokens: { oauth: [SLACK_ADA.id], bot: [] } };

      const answer = await channelWith({}).take('events', { ...revoked, event });

      expect(answer).to.deep.equal({ status: 200 });
      expect(left).to.deep.equal([]);
    });

    it('has it delivered again where that takes long, and goes on by itself', async () => {
      const [begun, finished] = [gate(), gate()];
      const onLeft = async (team: string) => {
        begun.open();
        await finished.opened;
        left.push(team);
      };
      const channel = channelWith({ onLeft }, undefined, 20);
      await channel.identity();
      slack.failNext(REFUSED);

      const answer = await channel.take('events', ada.uninstalls());
      await begun.opened;
      finished.open();
      await finished.opened;

      expect(answer).to.deep.equal({ status: 503 });
      expect(left).to.deep.equal([WORKSPACE.team]);
    });

    it('has it delivered again where not all could be erased', async () => {
      const onLeft = () => Promise.reject(new Error('made up'));
      slack.failNext(REFUSED, REFUSED);

      const answer = await channelWith({ onLeft }).take('events', ada.uninstalls());

      expect(answer).to.deep.equal({ status: 503 });
    });
  });
});

function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
