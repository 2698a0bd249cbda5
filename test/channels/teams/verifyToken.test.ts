import { expect } from 'chai';
import { generateKeyPair, SignJWT } from 'jose';
import type { FoundKey } from '../../../src/channels/teams/signingKeys.ts';
import { createVerifyToken } from '../../../src/channels/teams/verifyToken.ts';
import { type TeamsActivity, teamsActivities } from '../../support/teamsActivity.ts';
import { APP_ID, OTHER_TENANT, SERVICE_URL, startTeamsDoor, type TestDoor } from './testDoor.ts';

const MINUTE = 60_000;
const reaction = teamsActivities(SERVICE_URL).reacts('1:card');

describe('a token that has been verified', () => {
  let door: TestDoor;
  let token: string;

  beforeEach(async () => {
    door = await startTeamsDoor();
    token = door.identity.authorization({ claims: { nbf: door.seconds(0), exp: door.seconds(7) } });
    await door.knock(reaction, token);
  });
  afterEach(() => door.close());

  const status = async (activity: TeamsActivity = reaction) => (await door.knock(activity, token)).status;

  it('is taken again without a second look', async () => {
    // Verified now, it would be refused: it has not begun yet.
    door.wait(-30 * MINUTE);

    const again = await status();

    expect(again).to.equal(200);
  });

  it('is looked at again after five minutes', async () => {
    door.wait(5 * MINUTE);
    await status();
    // Were it still remembered from the first time, its end would be too near to tell.
    door.wait(2 * MINUTE + 5 * MINUTE - 1);
    const lastMoment = await status();
    door.wait(1);

    const past = await status();

    expect([lastMoment, past]).to.deep.equal([200, 401]);
  });

  it('is never taken longer than it would be without having been seen', async () => {
    door.wait(12 * MINUTE);

    const past = await status();

    expect(past).to.equal(401);
  });

  it('opens no other door than at first', async () => {
    const elsewhere = await status({ ...reaction, serviceUrl: 'https://smba.trafficmanager.net/amer/' });
    const onAnotherChannel = await status({ ...reaction, channelId: 'directline' });
    const ofAnotherTenant = await status({ ...reaction, conversation: { id: 'a:1', tenantId: OTHER_TENANT } });

    expect([elsewhere, onAnotherChannel, ofAnotherTenant]).to.deep.equal([401, 403, 403]);
  });

  it('does nothing for a token that differs in one letter', async () => {
    const end = token.lastIndexOf('.') + 10;
    const other = token[end] === 'A' ? 'B' : 'A';

    const answer = await door.knock(reaction, `${token.slice(0, end)}${other}${token.slice(end + 1)}`);

    expect(answer).to.deep.equal({ status: 401 });
  });

  it('is one of many: the oldest are forgotten, and looked at again', async () => {
    for (let number = 0; number < 501; number++) {
      await door.knock(reaction, door.identity.authorization({ claims: { number } }));
    }
    door.wait(-30 * MINUTE);

    const forgotten = await status();

    expect(forgotten).to.equal(401);
  });
});

describe('a token whose key has become another under the same id', () => {
  const now = () => new Date('2026-01-05T09:00:00Z');
  const issuer = 'https://api.botframework.com';

  it('is refused, also where it has been taken before', async () => {
    const signing = await generateKeyPair('RS256');
    const other = await generateKeyPair('RS256');
    let published = signing.publicKey;
    const find = async (): Promise<FoundKey> => ({
      kind: 'found',
      signingKey: { key: published, endorsements: new Set() },
    });
    const keys = { find, refresh: async () => undefined };
    const verifyToken = createVerifyToken({ keys, issuers: [issuer], audience: APP_ID, now });
    const token = await new SignJWT({ serviceurl: SERVICE_URL })
      .setProtectedHeader({ alg: 'RS256', kid: 'same' })
      .setIssuer(issuer)
      .setAudience(APP_ID)
      .setExpirationTime(new Date('2026-01-05T10:00:00Z'))
      .sign(signing.privateKey);
    const first = await verifyToken(`Bearer ${token}`);
    published = other.publicKey;

    const second = await verifyToken(`Bearer ${token}`);

    expect([first.kind, second]).to.deep.equal(['verified', { kind: 'refused', reason: 'token-signature' }]);
  });
});
