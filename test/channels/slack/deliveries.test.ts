import { expect } from 'chai';
import type { SlackIdentity } from '../../../src/channels/slack/slackApi.ts';
import { SlackCallError } from '../../../src/channels/slack/slackCallError.ts';
import { createSlackChannel, type SlackChannelParts } from '../../../src/channels/slack/slackChannel.ts';
import { createIdentity } from '../../../src/channels/slack/slackIdentity.ts';
import { recordingLog } from '../../support/httpServer.ts';
import { NO_FILES } from '../../support/noFiles.ts';
import { signSlack } from '../../support/signSlack.ts';
import { urlVerification } from '../../support/slackEvents.ts';
import { slackPayloads } from '../../support/slackPayloads.ts';
import { SLACK_ADA, WORKSPACE } from '../../support/slackWorkspace.ts';

const AT = new Date('2026-01-05T09:00:00Z');
const IDENTITY: SlackIdentity = { team: WORKSPACE.team, user: WORKSPACE.user };
const ada = slackPayloads();

/** A channel of a bot that does nothing but what `logic` says, in a workspace that says nothing but names. */
function channelWith(parts: {
  readonly logic?: SlackChannelParts['port']['logic'];
  readonly identity?: SlackChannelParts['identity'];
  readonly answerWithin?: number;
}) {
  const { log, lines } = recordingLog();
  const told: string[] = [];
  const unasked = () => Promise.reject(new Error('not asked'));
  const { logic = async () => undefined, identity = async () => IDENTITY, answerWithin = 1_000 } = parts;
  const channel = createSlackChannel({
    api: {
      ...{ post: unasked, postEphemeral: unasked, update: unasked, respond: unasked, openModal: unasked },
      ...{ publishHome: unasked, upload: unasked, find: unasked, whoAmI: unasked },
      tellAlone: async (url, words) => void told.push(`${url} ${words}`),
      openDirect: async () => 'D0ADA000000',
      person: async () => ({ name: SLACK_ADA.name, timeZone: null, teams: [WORKSPACE.team] }),
    },
    ...{ identity, answerWithin, log, now: () => AT, signingSecrets: [WORKSPACE.signingSecret] },
    files: NO_FILES,
    wait: () => new Promise(() => undefined),
    port: {
      logic,
      formOf: unasked,
      homeOf: unasked,
      onLeft: unasked,
      texts: {
        wroteToYou: 'I wrote to you',
        couldNotWrite: '',
        tryLater: 'later',
        answerLost: 'lost',
        formNotOpened: () => '',
        labelOf: () => null,
        fileGone: String,
        notDone: { title: 'No', close: 'Close' },
      },
    },
  });
  return { channel, lines, told: () => told };
}

describe('what Slack delivers to the channel', () => {
  it('is answered with the challenge, even while nobody knows who the bot is', async () => {
    const { channel } = channelWith({ identity: () => Promise.reject(new Error('unknown')) });
    const body = JSON.stringify(urlVerification('3eZbrw1aBm'));
    const headers = new Map(Object.entries(signSlack(WORKSPACE.signingSecret, AT.getTime() / 1000, body)));

    const answer = await channel.receive({
      ...{ way: 'events', bytes: Buffer.from(body), contentType: 'application/json' },
      header: (name) => headers.get(name),
    });

    expect(answer).to.deep.equal({ status: 200, body: '3eZbrw1aBm' });
  });

  it('has to come again until Slack says who the bot is, which is asked once a second', async () => {
    let [time, asked] = [AT.getTime(), 0];
    const whoAmI = async () => {
      asked += 1;
      if (asked < 3) throw new SlackCallError('auth.test', { statusCode: 401, slackCode: 'token_revoked' });
      return IDENTITY;
    };
    let turns = 0;
    const logic = async () => {
      turns += 1;
    };
    const { channel } = channelWith({ logic, identity: createIdentity({ whoAmI }, () => new Date(time)) });
    const deliver = async () => (await channel.take('events', ada.says('hi'))).status;

    const statuses = [await deliver(), await deliver()];
    time += 1_000;
    statuses.push(await deliver());
    time += 1_000;
    statuses.push(await deliver(), await deliver());

    expect(statuses).to.deep.equal([503, 503, 503, 200, 200]);
    expect([asked, turns]).to.deep.equal([3, 2]);
  });

  it('has to come again while Slack is slow to say who the bot is', async () => {
    const { channel } = channelWith({ identity: () => new Promise(() => undefined), answerWithin: 10 });

    const { status } = await channel.take('events', ada.says('hi'));

    expect(status).to.equal(503);
  });

  for (const [title, way, payload] of [
    ['a message', 'events', ada.says('hi')],
    ['a command', 'commands', ada.commands('hi')],
    ['a shortcut', 'actions', ada.getsHelp('hi')],
    ['a click', 'actions', ada.taps({ type: 'button', action_id: 'a:1', value: '{}' }, { ts: '1.000001' })],
  ] as const) {
    it(`has to come again where the turn of ${title} isn’t committed in time, and is the same delivery then`, async () => {
      let go: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const turns: (string | undefined)[] = [];
      const logic: SlackChannelParts['port']['logic'] = async ({ activity: { id } }, taken) => {
        turns.push(id);
        await gate;
        taken();
      };
      const { channel } = channelWith({ logic, answerWithin: 10 });

      const early = [await channel.take(way, payload), await channel.take(way, payload)].map(({ status }) => status);
      const waiting = channel.take(way, payload);
      go();
      const meanwhile = await waiting;
      const during = turns.length;
      const later = await channel.take(way, payload);

      expect([...early, meanwhile.status, later.status]).to.deep.equal([503, 503, 200, 200]);
      expect([during, turns.length, new Set(turns).size]).to.deep.equal([1, 2, 1]);
    });
  }

  it('is told where a command was given, once it is done, if that was too late for its answer', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { channel, told } = channelWith({ logic: () => gate, answerWithin: 10 });
    const command = { ...ada.commands('hi'), response_url: 'https://hooks.slack.com/commands/T1/1/x' };

    const { status, body } = await channel.take('commands', command);
    const before = [...told()];
    const again = channel.take('commands', command);
    go();
    const { status: later } = await again;

    expect([status, body, later]).to.deep.equal([503, undefined, 200]);
    expect(before).to.deep.equal([]);
    expect(told()).to.deep.equal(['https://hooks.slack.com/commands/T1/1/x I wrote to you']);
  });

  it('is taken once it is committed, however long its answer takes', async () => {
    const logic: SlackChannelParts['port']['logic'] = (_, taken) => {
      taken();
      return new Promise(() => undefined);
    };
    const { channel } = channelWith({ logic, answerWithin: 10 });

    const { status } = await channel.take('events', ada.says('hi'));

    expect(status).to.equal(200);
  });

  it('is told to the log without its words when its turn fails', async () => {
    const { channel, lines } = channelWith({ logic: () => Promise.reject(new Error('said secret words')) });

    const { status } = await channel.take('events', ada.says('secret words'));

    expect(status).to.equal(503);
    expect(lines.join()).to.include('turn failed').and.not.include('secret');
  });

  it('is refused where it is of another workspace, or can’t be read', async () => {
    const logic = () => expect.fail('a turn ran');
    const { channel } = channelWith({ logic });

    const other = await channel.take('events', slackPayloads(SLACK_ADA, { team: 'T0OTHER001' }).says('hi'));
    const unread = await channel.take('actions', 'hi');

    expect([other.status, unread.status]).to.deep.equal([403, 400]);
  });
});
