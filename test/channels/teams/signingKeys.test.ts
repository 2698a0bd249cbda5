import { expect } from 'chai';
import type { KeyService } from '../../support/fakeIdentity.ts';
import { teamsActivities } from '../../support/teamsActivity.ts';
import { SERVICE_URL, startTeamsDoor, type TestDoor } from './testDoor.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const reaction = teamsActivities(SERVICE_URL).reacts('1:card');

/** What the service with the keys may do wrong. */
const UNWELL: Readonly<Record<Exclude<KeyService, 'well'>, string>> = {
  broken: 'answers 500, even with keys',
  junk: 'answers with something else than JSON',
  'no-keys': 'publishes no key',
  huge: 'sends more than keys can be',
  hanging: 'doesn’t answer',
  elsewhere: 'sends callers elsewhere',
  foreign: 'names another host for the keys',
};

describe('the keys that callers are checked by', () => {
  let door: TestDoor;

  beforeEach(async () => {
    door = await startTeamsDoor({ fetchKeysWithin: 300 });
  });
  afterEach(() => door.close());

  const status = async (authorization = door.identity.authorization()) =>
    (await door.knock(reaction, authorization)).status;
  const unknown = () => door.identity.authorization({ header: { kid: `made-up-${Math.random()}` } });

  for (const [service, what] of Object.entries(UNWELL)) {
    it(`can’t be had from a service that ${what}: callers are asked to come again`, async () => {
      door.identity.behave(service as KeyService);

      const refused = await status();

      expect([refused, door.identity.keyFetches() <= 1]).to.deep.equal([503, true]);
      expect(door.codes()).to.deep.equal(['keys-unavailable', 'keys-unavailable']);
    });

    it(`are kept when the service later ${what}`, async () => {
      await status();
      door.identity.behave(service as KeyService);
      door.wait(DAY + MINUTE);

      const later = await status();

      expect(later).to.equal(200);
      expect(door.identity.metadataFetches()).to.equal(2);
    });
  }

  it('aren’t asked for anywhere else than where the metadata are', async () => {
    door.identity.behave('foreign');

    await status();

    expect(door.identity.keyFetches()).to.equal(0);
  });

  it('are fetched ahead of the first caller', async () => {
    await door.channel.fetchKeys();
    door.identity.behave('broken');

    const first = await status();

    expect([first, door.identity.metadataFetches()]).to.deep.equal([200, 1]);
  });

  it('need not be there at the start: that is logged', async () => {
    door.identity.behave('broken');

    await door.channel.fetchKeys();

    expect(door.codes()).to.deep.equal(['keys-unavailable']);
  });

  it('are fetched once for fifty callers who wait for them', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => status()));

    expect(new Set(answers)).to.deep.equal(new Set([200]));
    expect([door.identity.metadataFetches(), door.identity.keyFetches()]).to.deep.equal([1, 1]);
  });

  it('are asked for again after five seconds while there are none', async () => {
    door.identity.behave('broken');
    await status();
    door.identity.behave('well');
    const atOnce = await status();
    door.wait(5 * SECOND);

    const later = await status();

    expect([atOnce, later]).to.deep.equal([503, 200]);
    expect(door.identity.metadataFetches()).to.equal(2);
  });

  it('are asked for at most once a minute for ids that nobody knows', async () => {
    await status();
    for (let number = 0; number < 20; number++) await status(unknown());
    const withinTheMinute = door.identity.metadataFetches();
    door.wait(MINUTE);
    const refused = new Set<number>();
    for (let number = 0; number < 20; number++) refused.add(await status(unknown()));

    expect([withinTheMinute, door.identity.metadataFetches()]).to.deep.equal([1, 2]);
    expect(refused).to.deep.equal(new Set([401]));
  });

  it('include a new one as soon as it is used', async () => {
    await status();
    door.identity.rotate('published');
    door.wait(MINUTE);

    const withNewKey = await status();

    expect(withNewKey).to.equal(200);
  });

  it('can’t tell of a new one while the service is down, and then can', async () => {
    await status();
    door.identity.rotate('published');
    door.identity.behave('broken');
    door.wait(MINUTE);
    const meanwhile = await status();
    door.identity.behave('well');
    door.wait(MINUTE);

    const afterwards = await status();

    expect([meanwhile, afterwards]).to.deep.equal([503, 200]);
  });

  it('lose one that is withdrawn, with every token signed by it, once they are fetched again', async () => {
    const old = door.identity.authorization();
    await status(old);
    door.identity.rotate('published');
    door.identity.withdrawOld();
    const notYetKnown = await status(old);
    door.wait(MINUTE);
    await status();

    const known = await status(old);

    expect([notYetKnown, known]).to.deep.equal([200, 401]);
  });

  it('are fetched again after an hour, while a known one serves on', async () => {
    await status();
    const old = door.identity.authorization({ claims: { exp: door.seconds(3 * 60) } });
    door.identity.rotate('published');
    door.identity.withdrawOld();
    door.wait(60 * MINUTE);

    const atTheHour = await status(old);
    await door.channel.fetchKeys();
    const fetched = await status(old);

    expect([atTheHour, fetched, door.identity.metadataFetches()]).to.deep.equal([200, 401, 2]);
  });

  it('are fetched again after two hours, before anybody is let in', async () => {
    await status();
    const old = door.identity.authorization({ claims: { exp: door.seconds(3 * 60) } });
    door.identity.rotate('published');
    door.identity.withdrawOld();
    door.wait(120 * MINUTE);

    const later = await status(old);

    expect([later, door.identity.metadataFetches()]).to.deep.equal([401, 2]);
  });

  it('are fetched also when the clock was far ahead at the start', async () => {
    door.wait(365 * DAY);
    door.identity.behave('broken');
    await door.channel.fetchKeys();
    door.identity.behave('well');
    door.wait(-365 * DAY);

    const corrected = await status();

    expect(corrected).to.equal(200);
  });

  for (const [what, channels] of Object.entries({
    'another channel': ['directline'],
    nothing: [],
    nobody: undefined,
  })) {
    it(`speak for no channel but those they are endorsed for: ${what}`, async () => {
      door.identity.endorse(channels);

      const refused = await status();

      expect([refused, door.codes()]).to.deep.equal([403, ['channel-not-endorsed']]);
    });
  }

  it('give up a fetch that is under way when the channel closes', async () => {
    const patient = await startTeamsDoor({ fetchKeysWithin: 60_000 });
    patient.identity.behave('hanging');
    const fetching = patient.channel.fetchKeys();

    await patient.close();

    expect(await fetching).to.equal(undefined);
  });
});
