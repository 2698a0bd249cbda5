import { expect } from 'chai';
import { type DeskAgent, signInAtDesk } from '../support/deskAgent.ts';
import type { TeamsDesk } from '../support/teamsDesk.ts';
import { inChannel } from './atDesk.ts';
import { ANA, type DeskWorld, startDeskWorld } from './deskWorld.ts';
import { freePort } from './freePort.ts';
import { arriveWithCase } from './toCase.ts';

/** More than a card can show: 25 KB as sent. */
const LONG = '漢'.repeat(4_000);

/** What is configured to sign in at the page with, which is off. */
const TOKEN = 'a-token-of-32-characters-for-later';

describe('the link to a case on the desk’s card', () => {
  let world: DeskWorld;
  let desk: TeamsDesk;
  let id: string;
  let bea: DeskAgent;
  let link: string;

  before(async () => {
    const port = await freePort();
    world = await startDeskWorld({
      isInChannel: true,
      env: {
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        DESK_PAGE: 'off',
        DESK_TOKEN: TOKEN,
        ESCALATE_TO: '19:second-line@thread.tacv2',
        HELPDESK_HOURS: 'always',
      },
    });
    desk = world.channel;
    id = await arriveWithCase(world.teams(), [], LONG);
    await inChannel(desk, ANA, world.rows).sees(id);
  });
  after(() => world.stop());

  /** Somebody tries to sign in as Bea. */
  const opens = (credential: object) =>
    fetch(`${world.bot.origin()}/desk/open`, {
      method: 'POST',
      headers: { origin: world.bot.origin(), 'content-type': 'application/json' },
      body: JSON.stringify({ ...credential, name: 'Bea' }),
    });

  it('stands on a card that can’t show all, and opens that case alone, under the name chosen there', async () => {
    const root = desk.posts().find((post) => post.thread === null && post.text.includes(id));
    link = root?.links[0]?.split('#link=')[1] ?? '';

    bea = await signInAtDesk(world.bot.origin(), { link }, 'Bea');

    expect(root?.text).to.include('open the case to see all of it');
    expect((await bea.list()).map((each) => each.id)).to.deep.equal([id]);
    expect((await bea.show(id))?.id).to.equal(id);
  });

  it('lets its holder act, marked as such in the audit', async () => {
    await bea.taps(id, 'Claim');

    const lines = await world.rows.audit(id);
    expect(lines.find(({ action }) => action === 'case-claimed')).to.include({ who: 'page:bea', via: 'link' });
  });

  it('is the only way in while the page is off: the token that is configured is none', async () => {
    const { status, headers } = await opens({ token: TOKEN });

    expect([status, headers.get('set-cookie')]).to.deep.equal([401, null]);
  });

  it('opens nothing any more once the case is with another line', async () => {
    await bea.click({ verb: 'desk-escalate', card: id, case: id }, id);

    expect((await world.rows.case(id)).line).to.equal('next');
    expect(await bea.show(id)).to.equal(null);
    expect((await bea.click({ verb: 'desk-claim', card: id, case: id }, id)).refused).to.equal(true);
    expect((await bea.types('reply Hello', id)).said).to.equal('There is no such case here.');
    expect((await world.rows.case(id)).status).to.equal('waiting');
    const again = await opens({ link });
    expect([again.status, again.headers.get('set-cookie')]).to.deep.equal([410, null]);
  });
});
