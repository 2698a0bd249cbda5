import type { Activity, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { createSlackApi } from '../../../src/channels/slack/createSlackApi.ts';
import { createSlackChannel, type SlackChannel } from '../../../src/channels/slack/slackChannel.ts';
import { slackClient } from '../../../src/channels/slack/slackClient.ts';
import { refuseForm } from '../../../src/channels/slack/slackFormAnswer.ts';
import { createIdentity } from '../../../src/channels/slack/slackIdentity.ts';
import type { SlackForm, SlackFormFound } from '../../../src/channels/slack/slackPort.ts';
import { createLog } from '../../../src/log.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fakeSlack.ts';
import { NO_FILES } from '../../support/noFiles.ts';
import { tappedButton } from '../../support/slackActions.ts';
import { slackPayloads } from '../../support/slackPayloads.ts';
import { directChannel, SLACK_ADA, WORKSPACE } from '../../support/slackWorkspace.ts';

const DIRECT = directChannel(SLACK_ADA);
const words = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
const ELEMENT = { type: 'plain_text_input', action_id: 'text', placeholder: words('…'), max_length: 9 } as const;
const FORM: SlackForm = {
  ...{ title: words('Form'), close: words('Cancel'), submit: words('Send') },
  blocks: [{ type: 'input', block_id: 'text', label: words('Words'), element: ELEMENT }],
  form: { send: { card: 'c1', verb: 'send', text: '' } },
};

describe('the channel of Slack', () => {
  let slack: FakeSlack;
  let dispatcher: ReturnType<typeof slackClient>;
  let channel: SlackChannel;
  let turns: Activity[];
  let lines: string[];
  let logic: (context: TurnContext, taken: () => void) => Promise<void>;
  let formOf: (activity: Activity, from: 'button' | 'form') => Promise<SlackFormFound>;
  let left: string[];
  const ada = slackPayloads(SLACK_ADA);
  const taps = (
    actionId: string,
    message: Parameters<typeof ada.taps>[1] = { ts: '17.000002' },
    value = { verb: 'x' },
  ) => ada.taps(tappedButton(value, actionId), message);

  beforeEach(async () => {
    slack = await startFakeSlack();
    slack.addPerson(SLACK_ADA);
    dispatcher = slackClient();
    [turns, lines, left] = [[], [], []];
    logic = async (context) => {
      await context.sendActivity('Taken');
    };
    formOf = async () => ({ kind: 'form', form: FORM, closes: true, ask: 'Words' });
    const now = () => new Date();
    const wait = (milliseconds: number) => new Promise<void>((done) => void setTimeout(done, milliseconds).unref());
    const { botToken: token, signingSecret } = WORKSPACE;
    const api = createSlackApi({ token, apiUrl: slack.apiUrl, dispatcher, now, wait });
    channel = createSlackChannel({
      ...{ api, identity: createIdentity(api, now) },
      signingSecrets: [signingSecret],
      ...{ now, wait, answerWithin: 20_000 },
      log: createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }),
      files: NO_FILES,
      port: {
        logic: (context, taken) => {
          turns.push(context.activity);
          return logic(context, taken);
        },
        formOf: (activity, from) => formOf(activity, from),
        homeOf: async () => [{ type: 'section', text: words('Home') }],
        onLeft: async (team) => void left.push(team),
        texts: {
          ...{
            wroteToYou: 'I wrote',
            couldNotWrite: 'I couldn’t',
            tryLater: 'later',
            answerLost: 'lost',
            labelOf: () => null,
          },
          formNotOpened: (field) => `Type it: ${field}`,
          fileGone: (name) => `No ${name}`,
          notDone: { title: 'No', close: 'Close' },
        },
      },
    });
  });
  afterEach(async () => {
    await slack.close();
    await dispatcher.close();
  });

  const said = () => slack.posts(DIRECT).map(({ text, thread }) => [text, thread]);

  it('answers what is said in a thread of the direct message there, as part of the one conversation', async () => {
    const answer = await channel.take('events', ada.says('hi', { thread: '17.000001' }));

    expect(answer).to.deep.equal({ status: 200 });
    expect(turns[0]?.conversation.id).to.equal(DIRECT);
    expect(said()).to.deep.equal([['Taken', '17.000001']]);
  });

  it('answers in a channel in the thread below what was said', async () => {
    await channel.take('events', ada.mentions('hi', { channel: 'C0DESK0001' })[0]);

    const [post] = slack.posts('C0DESK0001');
    expect(turns[0]?.conversation.id).to.equal(`C0DESK0001;thread=${post?.thread}`);
  });

  it('says nothing to what isn’t for the bot', async () => {
    expect(await channel.take('events', ada.botSays('hi', 'other'))).to.deep.equal({ status: 200 });
    expect(await channel.take('events', 'x')).to.include({ status: 400 });
    expect(turns).to.deep.equal([]);
  });

  it('lets nobody in from another workspace', async () => {
    const other = slackPayloads(SLACK_ADA, { team: 'T0OTHER001' });

    expect(await channel.take('events', other.says('hi'))).to.deep.equal({ status: 403 });
    expect(await channel.take('commands', other.commands('hi'))).to.deep.equal({ status: 403 });
    expect(turns).to.deep.equal([]);
  });

  it('leaves alone what strangers say in a shared channel, and what Slackbot says', async () => {
    const said = ada.says('hi', { channel: 'C0SHARED001' });
    const by = (change: object) => ({ ...said, event: { ...Object(said['event']), ...change } });

    expect(await channel.take('events', by({ user_team: 'T0OTHER001' }))).to.deep.equal({ status: 200 });
    expect(await channel.take('events', by({ user: 'USLACKBOT' }))).to.deep.equal({ status: 200 });
    expect(turns).to.deep.equal([]);
  });

  it('asks for the names of those who are mentioned, of all at once, and of ten at most', async () => {
    const ids = Array.from({ length: 12 }, (_, nth) => `U0MENTION${10 + nth}`);
    slack.addPerson(...ids.map((id) => ({ ...SLACK_ADA, id, name: `Name ${id.slice(-2)}` })));
    const release = slack.hold();

    const answer = channel.take('events', ada.saysRaw(ids.map((id) => `<@${id}> <@${id}>`).join(' ')));
    const asked = () => slack.ledger.filter(({ method }) => method === 'users.info');
    await slack.waitFor((ledger) => ledger.some(({ method }) => method === 'auth.test'));
    release();
    const holdAgain = slack.hold();
    await slack.waitFor(() => asked().length === 11);
    holdAgain();
    await answer;

    expect(turns[0]?.text).to.match(/^@Name 10 @Name 10 @Name 11 .* @Name 19 @U0MENTION20 @U0MENTION20 @U0MENTION21/);
    expect(asked()).to.have.lengthOf(11);
  });

  it('answers beside a thread of the direct message that isn’t there any more', async () => {
    slack.failNext({ on: 'chat.postMessage', answer: { error: 'thread_not_found' } });

    const answer = await channel.take('events', ada.says('hi', { thread: '17.000001' }));

    expect(answer).to.deep.equal({ status: 200 });
    expect(said()).to.deep.equal([['Taken', null]]);
  });

  it('takes a command and a shortcut as if they were said in the direct message', async () => {
    const answer = await channel.take('commands', ada.commands('it is black', 'C0GENERAL1'));
    await channel.take('actions', ada.getsHelp('error 43'));
    await channel.take('commands', ada.commands());

    expect(answer).to.deep.equal({ status: 200, body: 'I wrote' });
    expect(turns.map(({ text, value }) => text ?? value)).to.deep.equal([
      'it is black',
      'error 43',
      { card: 'home', verb: 'my-go-on' },
    ]);
    expect(turns.every(({ conversation }) => conversation.id === DIRECT)).to.equal(true);
  });

  it('says so where somebody can’t be written to, or can’t be just now', async () => {
    slack.failNext({ on: 'conversations.open', answer: { error: 'user_disabled' } });
    const refused = await channel.take('commands', ada.commands('hi'));
    slack.failNext({ on: 'conversations.open', answer: 500 });
    const failed = await channel.take('commands', ada.commands('hi'));

    expect(refused).to.deep.equal({ status: 200, body: 'I couldn’t' });
    expect(failed).to.deep.equal({ status: 200, body: 'later' });
  });

  it('shows the Home tab, and hears that the app was taken out', async () => {
    await channel.take('events', ada.opensHome('home'));
    slack.failNext({ on: 'auth.test', answer: { error: 'token_revoked' } });
    await channel.take('events', ada.uninstalls());

    expect(slack.home(SLACK_ADA.id)?.['blocks']).to.have.lengthOf(1);
    expect(left).to.deep.equal([WORKSPACE.team]);
  });

  describe('with a form behind a button', () => {
    it('opens it, and runs no turn', async () => {
      const tap = taps('open:1');

      expect(await channel.take('actions', tap)).to.deep.equal({ status: 200 });

      const view = slack.modal(String(tap['trigger_id']));
      const kept = JSON.parse(String(view?.['private_metadata']));
      expect(kept.at).to.deep.equal({ channel: DIRECT, where: 'direct', thread: null, message: '17.000002' });
      expect(turns).to.deep.equal([]);
    });

    it('runs a click that means nothing where the card isn’t in force any more', async () => {
      formOf = async () => ({ kind: 'stale' });

      await channel.take('actions', taps('open:1', undefined, Object.assign({ verb: 'x' }, { card: 'c1' })));

      expect(turns[0]?.value).to.deep.equal({ card: 'c1' });
    });

    const sent = async (text: string) => {
      const tap = taps('open:1');
      await channel.take('actions', tap);
      const view = slack.modal(String(tap['trigger_id'])) ?? {};
      formOf = async () => ({ kind: 'click' });
      return channel.take('actions', ada.submits(view, { text: { text: { type: 'plain_text_input', value: text } } }));
    };

    it('runs a turn of what was typed, on the message of the button', async () => {
      expect(await sent('Hello')).to.deep.equal({ status: 200 });

      expect(turns[0]).to.deep.include({ value: { card: 'c1', verb: 'send', text: 'Hello' }, replyToId: '17.000002' });
    });

    it('says beside the first field why it was refused', async () => {
      logic = async (context) => void refuseForm(context, 'Too late.');

      const answer = await sent('Hello');

      expect(answer).to.deep.equal({ status: 200, body: { response_action: 'errors', errors: { text: 'Too late.' } } });
    });

    it('takes what isn’t a form of ours as nothing', async () => {
      const answer = await channel.take('actions', ada.submits({ private_metadata: '{"a":1}' }, {}));

      expect([answer, turns]).to.deep.equal([{ status: 200 }, []]);
    });
  });

  it('changes what one person alone sees by its own address, and all else by its ts', async () => {
    await channel.take('events', ada.says('hi'));
    const ts = slack.posts(DIRECT).at(-1)?.ts ?? '';
    logic = async (context) => {
      await context.updateActivity({ type: 'message', id: ts, text: 'Done' });
    };
    const responseUrl = slack.responseUrl();
    const taken = [taps('tapped:1', { ts, isEphemeral: true, responseUrl }), taps('tapped:1', { ts, responseUrl })];

    const answers = [];
    for (const tap of taken) answers.push(await channel.take('actions', tap));

    expect(answers).to.deep.equal([{ status: 200 }, { status: 200 }]);
    expect(said()).to.deep.equal([['Done', null]]);
    const changes = slack.ledger.filter(({ method }) => method === 'respond' || method === 'chat.update');
    expect(changes.map(({ method }) => method)).to.deep.equal(['respond', 'chat.update']);
    expect(lines.join('')).to.not.include(responseUrl);
  });

  it('writes down nothing of what was said, of keys, or of addresses', async () => {
    logic = async () => {
      throw Object.assign(new Error('canary typed'), { code: 'canary-code' });
    };
    const responseUrl = slack.responseUrl();
    const tap = taps('open:1', { ts: '17.000002', responseUrl });
    slack.failNext({ on: 'views.open', answer: 500 });

    await channel.take('events', ada.says('canary typed'));
    await channel.take('actions', tap);
    await channel.take('events', 'canary typed');

    expect(lines.length).to.be.at.least(3);
    const { botToken, signingSecret } = WORKSPACE;
    for (const secret of [
      'canary typed',
      botToken,
      signingSecret,
      responseUrl,
      String(tap['trigger_id']),
      SLACK_ADA.name,
    ])
      expect(lines.join('')).to.not.include(secret);
  });
});
