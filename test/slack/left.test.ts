import { expect } from 'chai';
import { clicks, doesNotSee, fills, isOffered, newest, play, says, sees } from '../support/chat.ts';
import { type SlackDesk, slackDesk } from '../support/slackDesk.ts';
import { slackPerson, WORKSPACE } from '../support/slackWorkspace.ts';
import { type WebChat, webChat } from '../support/webChat.ts';
import { type SlackWorld, startSlackWorld } from './slackWorld.ts';

const DESK = 'C0HELPDESK1';
const ANA = slackPerson('ana', 'Ana Beck');

describe('taking the app out of its workspace', () => {
  let world: SlackWorld;
  let desk: SlackDesk;
  let guest: WebChat;

  beforeEach(async () => {
    world = await startSlackWorld({ DESK_PAGE: 'off', ADMIN_IDS: `slack:${WORKSPACE.team}:${ANA.id}` });
    desk = slackDesk(world.bot.origin, world.slack, DESK, { secret: WORKSPACE.signingSecret, now: world.bot.now });
    await desk.says(ANA, 'desk here');
    guest = webChat(world.bot.origin);
    await guest.arrive();
  });
  afterEach(async () => {
    await guest.leave();
    await world.stop();
  });

  const chat = () => world.chat();
  const deliver = async (event: object) => (await world.deliver('events', event)).status;
  /** Slack takes the token no more. */
  const leave = (event: object = chat().person.uninstalls()) => {
    world.slack.failNext({ on: 'auth.test', answer: { error: 'token_revoked' } });
    return deliver(event);
  };

  it('erases where its people were, so that whoever comes back is new', async () => {
    const luis = chat();
    await play(luis, [says('hi'), clicks('Talk to a person'), fills('Send', 'The projector is off')]);
    const id = /UN-\w{4}-\w{2}/.exec(newest(luis).text)?.[0] ?? '';
    await desk.until(({ text }) => text.includes(id));

    const statuses = [await leave(), await leave(luis.person.revokes())];

    expect(statuses).to.deep.equal([200, 200]);
    await play(luis, [says('hello'), sees('Can’t join a meeting?')]);
    await play(luis, [says('my requests'), sees('You have no requests'), doesNotSee(id)]);
  });

  it('promises nobody any more that a helpdesk is there, from that moment on', async () => {
    await play(guest, [clicks('Talk to a person'), isOffered('Send'), clicks('Keep trying')]);

    await leave();

    await play(guest, [clicks('Talk to a person'), doesNotSee('the helpdesk gets'), sees('helpdesk@contoso.com')]);
  });

  it('leaves what others have, and asks Slack only whether it is so', async () => {
    await play(guest, [clicks('Start'), says('just me')]);
    world.slack.clear();

    await leave();

    await play(guest, [says('inside'), sees('one computer')]);
    expect(world.slack.ledger.map(({ method }) => method)).to.deep.equal(['auth.test']);
  });

  it('erases nothing once it is installed again, though Slack still delivers that it was removed', async () => {
    const luis = chat();
    await play(luis, [says('hi'), clicks('Start')]);

    const statuses = [await deliver(luis.person.uninstalls()), await deliver(luis.person.revokes())];

    expect(statuses).to.deep.equal([200, 200]);
    await play(luis, [says('just me'), sees('Inside or outside')]);
  });

  it('erases nothing while Slack can’t be asked whether it is so, and has it delivered again', async () => {
    const luis = chat();
    await play(luis, [says('hi'), clicks('Start')]);
    world.slack.failNext({ on: 'auth.test', answer: 500 });

    const status = await deliver(luis.person.uninstalls());

    expect(status).to.equal(503);
    await play(luis, [says('just me'), sees('Inside or outside')]);
  });

  it('isn’t told by the tokens of people alone', async () => {
    const luis = chat();
    await play(luis, [says('hi'), clicks('Start')]);
    const revoked = luis.person.revokes();
    const event = { ...Object(revoked['event']), tokens: { oauth: [ANA.id], bot: [] } };

    const status = await deliver({ ...revoked, event });

    expect(status).to.equal(200);
    await play(luis, [says('just me'), sees('Inside or outside')]);
  });
});
