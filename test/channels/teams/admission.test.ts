import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { TeamsRequest } from '../../../src/channels/teams/admission.ts';
import { createTeamsChannel } from '../../../src/channels/teams/teamsChannel.ts';
import { createLog } from '../../../src/log.ts';
import type { TokenChanges } from '../../support/fakeIdentity.ts';
import { TENANT, type TeamsActivity, teamsActivities } from '../../support/teamsActivity.ts';
import { APP_ID, OTHER_TENANT, SERVICE_URL, startTeamsDoor, type TestDoor } from './testDoor.ts';

/** Admitted, and then left alone: what is tested here is the door. */
const reaction = teamsActivities(SERVICE_URL).reacts('1:card');
const OTHER_APP = '99999999-1111-4222-8333-444444444444';

interface Attempt extends TokenChanges {
  readonly activity?: TeamsActivity;
  /** How far the clock of the token is from the bot's, in minutes. */
  readonly end?: number;
  readonly begin?: number;
  /** Instead of a token of the identity. */
  readonly authorization?: string | undefined;
}

const at = (serviceUrl: string, activity = serviceUrl): Attempt => ({
  activity: { ...reaction, serviceUrl: activity },
  claims: { serviceurl: serviceUrl },
});
const of = (tenantId: unknown, channelData: unknown = undefined): Attempt => ({
  activity: { ...reaction, conversation: { id: 'a:1', tenantId }, channelData },
});
const fromEntra = (issuer: string, claims: object): Attempt => ({
  claims: { iss: issuer, aud: APP_ID, ver: '1.0', ...claims },
});
const sts = (tenant: string) => `https://sts.windows.net/${tenant}/`;
const entra = (tenant: string) => `https://login.microsoftonline.com/${tenant}/v2.0`;
const BOT_FRAMEWORK_TENANT = 'd6d49420-f39b-4df7-a1dc-d59a935871db';

type Row = readonly [status: number, code: string, attempt: Attempt];

const VERIFIED: Readonly<Record<string, Row>> = {
  'a good token': [200, '', {}],
  'a token four minutes past its end': [200, '', { end: -4 }],
  'a token that begins in four minutes': [200, '', { begin: 4 }],
  'a token without a beginning': [200, '', { claims: { nbf: undefined } }],
  'no header': [401, 'token-malformed', { authorization: undefined }],
  'an empty header': [401, 'token-malformed', { authorization: '' }],
  'another scheme': [401, 'token-malformed', { authorization: 'Basic dXNlcjpwYXNz' }],
  'a token that is none': [401, 'token-malformed', { authorization: 'Bearer not-a-token' }],
  'a token of three broken parts': [401, 'token-malformed', { authorization: 'Bearer e30.e30.e30' }],
  'a header of 100,000 characters': [401, 'token-malformed', { authorization: `Bearer ${'a.'.repeat(50_000)}` }],
  'alg none': [401, 'token-malformed', { header: { alg: 'none' }, signedWith: 'nothing' }],
  'alg none with a signature': [401, 'token-algorithm', { header: { alg: 'none' } }],
  'HS256 with the public key as its secret': [401, 'token-algorithm', { header: { alg: 'HS256' }, signedWith: 'hmac' }],
  'RS256 in the header of an HS256 signature': [401, 'token-signature', { signedWith: 'hmac' }],
  RS512: [401, 'token-algorithm', { header: { alg: 'RS512' } }],
  'no algorithm': [401, 'token-malformed', { header: { alg: undefined } }],
  'an extension that must be understood': [401, 'token-malformed', { header: { crit: ['exp'], exp: 1 } }],
  'a payload that isn’t encoded': [401, 'token-malformed', { header: { crit: ['b64'], b64: false } }],
  'a key that was never published': [401, 'token-signature', { signedWith: 'other' }],
  'a key id that nobody knows': [401, 'token-key-unknown', { header: { kid: 'other' } }],
  'a key id that is a name of the language': [401, 'token-key-unknown', { header: { kid: '__proto__' } }],
  'no key id': [401, 'token-malformed', { header: { kid: undefined } }],
  'a key id of another type': [401, 'token-malformed', { header: { kid: ['other'] } }],
  'a token for another bot': [401, 'token-audience', { claims: { aud: OTHER_APP } }],
  'a token for several bots': [401, 'token-claims', { claims: { aud: [APP_ID, OTHER_APP] } }],
  'a token for nobody': [401, 'token-audience', { claims: { aud: undefined } }],
  'a token six minutes past its end': [401, 'token-time', { end: -6 }],
  'a token that begins in six minutes': [401, 'token-time', { begin: 6 }],
  'a token without an end': [401, 'token-time', { claims: { exp: undefined } }],
  'an end that isn’t a number': [401, 'token-time', { claims: { exp: '9999999999' } }],
  'another issuer': [401, 'token-issuer', { claims: { iss: 'https://evil.example' } }],
  'the issuer of another cloud': [401, 'token-issuer', { claims: { iss: 'https://api.botframework.us' } }],
  'no issuer': [401, 'token-issuer', { claims: { iss: undefined } }],
  'a list of issuers': [401, 'token-issuer', { claims: { iss: ['https://api.botframework.com'] } }],
  'a token of the emulator': [
    401,
    'token-issuer',
    fromEntra(sts(BOT_FRAMEWORK_TENANT), { tid: BOT_FRAMEWORK_TENANT, appid: APP_ID }),
  ],
  'a token of the emulator in the own tenant': [
    401,
    'token-issuer',
    fromEntra(sts(TENANT), { tid: TENANT, appid: APP_ID }),
  ],
  'a token of a bot that calls this one as a skill': [
    401,
    'token-issuer',
    fromEntra(entra(TENANT), { ver: '2.0', tid: TENANT, azp: OTHER_APP }),
  ],
  'a token of an app service extension': [
    401,
    'token-issuer',
    { ...fromEntra(entra(TENANT), { tid: TENANT }), activity: { ...reaction, channelId: 'AseChannel' } },
  ],
  'the right issuer with a tenant': [401, 'token-of-another-kind', { claims: { tid: TENANT } }],
  'the right issuer with a bot': [401, 'token-of-another-kind', { claims: { ver: '2.0', azp: OTHER_APP } }],
  'the right issuer with the emulator’s claim': [401, 'token-of-another-kind', { claims: { appid: APP_ID } }],
  'a token without a service URL': [401, 'token-claims', { claims: { serviceurl: undefined } }],
  'a token with an empty service URL': [401, 'token-claims', { claims: { serviceurl: '' } }],
  'a token with a list of service URLs': [401, 'token-claims', { claims: { serviceurl: [SERVICE_URL] } }],
  'a token for another service URL': [
    401,
    'service-url-differs',
    at('https://smba.trafficmanager.net/amer/', SERVICE_URL),
  ],
  'a service URL without its last stroke': [401, 'service-url-differs', at(SERVICE_URL, SERVICE_URL.slice(0, -1))],
  'a service URL with more behind it': [401, 'service-url-differs', at(SERVICE_URL, `${SERVICE_URL}v3/`)],
  'an activity without a service URL': [
    403,
    'service-url-not-allowed',
    { activity: { ...reaction, serviceUrl: undefined } },
  ],
  'a foreign service URL in activity and token': [403, 'service-url-not-allowed', at('https://evil.example/')],
  'a service URL that only begins like one': [
    403,
    'service-url-not-allowed',
    at('https://smba.trafficmanager.net.evil.example/emea/'),
  ],
  'a service URL with a user name': [
    403,
    'service-url-not-allowed',
    at('https://smba.trafficmanager.net@evil.example/emea/'),
  ],
  'a service URL without TLS': [403, 'service-url-not-allowed', at('http://smba.trafficmanager.net/emea/')],
  'a service URL on this machine': [403, 'service-url-not-allowed', at('http://127.0.0.1:1/')],
  'another channel': [403, 'channel-not-allowed', { activity: { ...reaction, channelId: 'directline' } }],
  'a channel that is a name of the language': [
    403,
    'channel-not-allowed',
    { activity: { ...reaction, channelId: 'constructor' } },
  ],
  'an app service extension': [403, 'channel-not-allowed', { activity: { ...reaction, channelId: 'AseChannel' } }],
  'a tenant in capitals': [200, '', of(TENANT.toUpperCase())],
  'a tenant in the channel’s data alone': [200, '', of(undefined, { tenant: { id: TENANT } })],
  'another tenant': [403, 'tenant-not-allowed', of(OTHER_TENANT)],
  'another tenant in the channel’s data': [403, 'tenant-not-allowed', of(undefined, { tenant: { id: OTHER_TENANT } })],
  'another tenant behind the right one': [403, 'tenant-not-allowed', of(TENANT, { tenant: { id: OTHER_TENANT } })],
  'the right tenant behind another': [403, 'tenant-not-allowed', of(OTHER_TENANT, { tenant: { id: TENANT } })],
  'no tenant': [403, 'tenant-missing', of(undefined)],
  'a tenant of null': [403, 'tenant-missing', of(null, { tenant: { id: null } })],
  'an empty tenant': [400, 'malformed', of('')],
  'a tenant that is a list': [400, 'malformed', of(undefined, { tenant: { id: [TENANT] } })],
  'an activity that is none': [400, 'malformed', { activity: { type: 123 } }],
};

describe('admission with a registration', () => {
  let door: TestDoor;

  before(async () => {
    door = await startTeamsDoor();
  });
  beforeEach(() => door.forget());
  after(() => door.close());

  const authorize = (attempt: Attempt) => {
    const { end, begin, claims } = attempt;
    const time = { ...(end !== undefined && { exp: door.seconds(end) }), ...(begin && { nbf: door.seconds(begin) }) };
    return door.identity.authorization({ ...attempt, claims: { ...time, ...claims } });
  };

  for (const [what, [status, code, attempt]] of Object.entries(VERIFIED)) {
    it(`answers ${status} to ${what}, and nothing else`, async () => {
      const authorization = 'authorization' in attempt ? attempt.authorization : authorize(attempt);

      const answer = await door.knock(attempt.activity ?? reaction, authorization);

      expect(answer).to.deep.equal({ status });
      expect(door.codes()).to.deep.equal(code === '' ? [] : [code]);
    });
  }

  it('refuses a token that is spelt in another way than its signer’s', async () => {
    const good = door.identity.authorization();
    // The last letter of 2,048 bits has four to spare: another letter can mean the same signature.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const other = letters[letters.indexOf(good.slice(-1)) + 1];

    const answer = await door.knock(reaction, `${good.slice(0, -1)}${other}`);

    expect(answer).to.deep.equal({ status: 401 });
  });

  it('leaves the SDK’s list of issuers as it was, whatever junk comes', async () => {
    const before = issuersOfTheSdk().length;

    for (let number = 0; number < 100; number++) {
      const tenant = `${number}-junk`;
      const junk = number % 2 ? fromEntra(sts(tenant), { tid: tenant, appid: APP_ID }) : { claims: { tid: tenant } };
      await door.knock(reaction, door.identity.authorization(junk));
    }

    expect(issuersOfTheSdk()).to.have.length(before);
  });

  it('writes no token anywhere', async () => {
    const tokens = Object.values(VERIFIED).map(([, , attempt]) => authorize(attempt));

    const printed = await everythingPrinted(async () => {
      for (const token of tokens) await door.knock(reaction, token);
    });

    const written = printed + door.logged().join('\n');
    const parts = tokens.flatMap((token) => token.slice('Bearer '.length).split('.'));
    expect(parts.filter((part) => part.length > 20 && written.includes(part))).to.deep.equal([]);
    expect(printed).to.equal('');
    expect(door.logged()).to.not.deep.equal([]);
  });

  it('is shut where the SDK would check callers by itself', async () => {
    let turns = 0;

    const outcome = await door.channel.adapter
      .processActivityDirect(door.identity.authorization(), reaction as never, async () => void ++turns)
      .catch((error: Error) => error);

    expect(outcome).to.be.an('error').that.has.property('message').that.includes('at the door');
    expect(turns).to.equal(0);
  });
});

const LOCAL: Readonly<Record<string, readonly [status: number, changes: Partial<TeamsRequest>]>> = {
  IPv4: [200, {}],
  'all of 127/8': [200, { remoteAddress: '127.3.2.1' }],
  IPv6: [200, { remoteAddress: '::1' }],
  'IPv4 on an IPv6 socket': [200, { remoteAddress: '::ffff:127.0.0.1' }],
  'a header that isn’t needed': [200, { authorization: 'Bearer whatever' }],
  'a forwarded request': [403, { forwarded: true }],
  'the local network': [403, { remoteAddress: '192.168.1.20' }],
  'the local network on an IPv6 socket': [403, { remoteAddress: '::ffff:192.168.1.20' }],
  'the internet': [403, { remoteAddress: '203.0.113.7' }],
  'a caller without an address': [403, { remoteAddress: '' }],
  'a service URL elsewhere': [403, { body: { ...reaction, serviceUrl: SERVICE_URL } }],
  'no service URL': [403, { body: { ...reaction, serviceUrl: undefined } }],
  'an activity that is none': [400, { body: { type: 123 } }],
};

describe('admission without a registration', () => {
  const channel = createTeamsChannel({ app: null, log: createLog({ level: 'silent' }), logic: async () => undefined });
  const body = { ...reaction, serviceUrl: 'http://localhost:56150/_connector' };
  after(() => channel.close());

  for (const [what, [status, changes]] of Object.entries(LOCAL)) {
    it(`answers ${status} to ${what}`, async () => {
      const request = { body, authorization: undefined, remoteAddress: '127.0.0.1', forwarded: false, ...changes };

      const answer = await channel.receive(request);

      expect(answer).to.deep.equal({ status });
    });
  }

  it('has no keys to fetch', async () => {
    const fetched = await channel.fetchKeys();

    expect(fetched).to.equal(undefined);
  });
});

/** All that is written to the terminal meanwhile, by whatever way. */
async function everythingPrinted(act: () => Promise<void>): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let printed = '';
  for (const stream of streams) {
    stream.write = (chunk: string | Uint8Array) => {
      printed += chunk.toString();
      return true;
    };
  }
  try {
    await act();
  } finally {
    streams.forEach((stream, place) => {
      stream.write = writes[place] ?? stream.write;
    });
  }
  return printed;
}

/** The list that the SDK adds to before it has verified anything. */
function issuersOfTheSdk(): readonly string[] {
  const ofBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
  return ofBotbuilder('botframework-connector').EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer;
}
