import { createRequire } from 'node:module';
import { expect } from 'chai';
import type { TeamsRequest } from '../../../src/channels/teams/admission.ts';
import { createTeamsChannel, type TeamsChannel } from '../../../src/channels/teams/teamsChannel.ts';
import { publicCloud } from '../../../src/channels/teams/teamsCloud.ts';
import { createLog } from '../../../src/log.ts';
import { type FakeIdentity, startFakeIdentity, type TokenChanges } from '../../support/fakeIdentity.ts';
import { TENANT, type TeamsActivity, teamsActivities } from '../../support/teamsActivity.ts';

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const log = createLog({ level: 'silent' });
const ada = teamsActivities(SERVICE_URL);
/** Admitted, and then left alone: what is tested here is the door. */
const reaction = ada.reacts('1:card');

interface Attempt extends TokenChanges {
  readonly activity?: TeamsActivity;
  /** Instead of a token of the identity. */
  readonly authorization?: string | undefined;
}

const emulator = (tenant: string) => ({
  claims: { iss: `https://sts.windows.net/${tenant}/`, tid: tenant, ver: '1.0', appid: APP_ID },
});

const VERIFIED: Readonly<Record<string, readonly [status: number, attempt: Attempt]>> = {
  'a good token': [200, {}],
  'a token four minutes past its end': [200, { claims: { exp: seconds(-4 * 60) } }],
  'no header': [401, { authorization: undefined }],
  'an empty header': [401, { authorization: '' }],
  'another scheme': [401, { authorization: 'Basic dXNlcjpwYXNz' }],
  'a token that is none': [401, { authorization: 'Bearer not-a-token' }],
  'a token of three broken parts': [401, { authorization: 'Bearer e30.e30.e30' }],
  'a header of 100,000 characters': [401, { authorization: `Bearer ${'a.'.repeat(50_000)}` }],
  'alg none': [401, { header: { alg: 'none' }, signedWith: 'nothing' }],
  'alg none with a signature': [401, { header: { alg: 'none' } }],
  'HS256 with the public key as its secret': [401, { header: { alg: 'HS256' }, signedWith: 'hmac' }],
  'RS256 in the header of an HS256 signature': [401, { signedWith: 'hmac' }],
  'a key that was never published': [401, { signedWith: 'other' }],
  'a key id that nobody knows': [401, { header: { kid: 'other' } }],
  'no key id': [401, { header: { kid: undefined } }],
  'a token for another bot': [401, { claims: { aud: '99999999-1111-4222-8333-444444444444' } }],
  'a token for nobody': [401, { claims: { aud: undefined } }],
  'a token six minutes past its end': [401, { claims: { exp: seconds(-6 * 60) } }],
  'a token that begins in six minutes': [401, { claims: { nbf: seconds(6 * 60) } }],
  'another issuer': [401, { claims: { iss: 'https://evil.example' } }],
  'no issuer': [401, { claims: { iss: undefined } }],
  'a token of the emulator': [401, emulator('d6d49420-f39b-4df7-a1dc-d59a935871db')],
  'a token of the emulator in the own tenant': [401, emulator(TENANT)],
  'the right issuer with a tenant': [401, { claims: { tid: TENANT } }],
  'a token of another bot': [401, { claims: { ver: '2.0', azp: '99999999-1111-4222-8333-444444444444' } }],
  'a token without a service URL': [401, { claims: { serviceurl: undefined } }],
  'a token for another service URL': [401, { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }],
  'an activity without a service URL': [403, { activity: { ...reaction, serviceUrl: undefined } }],
  'an activity with a foreign service URL': [
    403,
    { activity: { ...reaction, serviceUrl: 'https://evil.example/' }, claims: { serviceurl: 'https://evil.example/' } },
  ],
  'a service URL without TLS': [
    403,
    {
      activity: { ...reaction, serviceUrl: 'http://smba.trafficmanager.net/emea/' },
      claims: { serviceurl: 'http://smba.trafficmanager.net/emea/' },
    },
  ],
  'a service URL on this machine': [403, { activity: { ...reaction, serviceUrl: 'http://127.0.0.1:1/' } }],
  'another channel': [403, { activity: { ...reaction, channelId: 'directline' } }],
  'an app service extension': [403, { activity: { ...reaction, channelId: 'AseChannel' } }],
  'an activity that is none': [400, { activity: { type: 123 } as never }],
};

describe('admission with a registration', () => {
  let identity: FakeIdentity;
  let channel: TeamsChannel;

  // The SDK prints every token that it refuses.
  const print = console.error;
  before(async () => {
    console.error = () => undefined;
    identity = await startFakeIdentity({ appId: APP_ID, serviceUrl: SERVICE_URL });
    channel = registered(identity.keysUrl);
  });
  after(async () => {
    await channel.close();
    await identity.close();
    console.error = print;
  });

  for (const [what, [status, attempt]] of Object.entries(VERIFIED)) {
    it(`answers ${status} to ${what}, and nothing else`, async () => {
      const authorization = 'authorization' in attempt ? attempt.authorization : identity.authorization(attempt);

      const answer = await channel.receive(request({ body: attempt.activity ?? reaction, authorization }));

      expect(answer).to.deep.equal({ status });
    });
  }

  it('answers 503 while the keys can’t be had, so that the message comes again', async () => {
    const gone = await startFakeIdentity({ appId: APP_ID, serviceUrl: SERVICE_URL });
    const deaf = registered(gone.keysUrl);
    const authorization = gone.authorization();
    await gone.close();

    const answer = await deaf.receive(request({ body: reaction, authorization }));

    expect(answer).to.deep.equal({ status: 503 });
    await deaf.close();
  });

  it('answers 503 while the service with the keys is broken', async () => {
    for (const keysUrl of identity.brokenUrls) {
      const deaf = registered(keysUrl);

      const answer = await deaf.receive(request({ body: reaction, authorization: identity.authorization() }));

      expect(answer).to.deep.equal({ status: 503 });
      await deaf.close();
    }
  });

  it('leaves the SDK’s list of issuers as it was, whatever junk comes', async () => {
    const before = issuersOfTheSdk().length;

    for (let number = 0; number < 100; number++) {
      const tenant = `${number}-junk`;
      const junk = number % 2 ? emulator(tenant) : { claims: { tid: tenant } };
      await channel.receive(request({ body: reaction, authorization: identity.authorization(junk) }));
    }

    expect(issuersOfTheSdk()).to.have.length(before);
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
  const channel = createTeamsChannel({ app: null, log, logic: async () => undefined });
  const body = { ...reaction, serviceUrl: 'http://localhost:56150/_connector' };
  after(() => channel.close());

  for (const [what, [status, changes]] of Object.entries(LOCAL)) {
    it(`answers ${status} to ${what}`, async () => {
      const answer = await channel.receive(request({ body, ...changes }));

      expect(answer).to.deep.equal({ status });
    });
  }
});

function registered(keysUrl: string): TeamsChannel {
  return createTeamsChannel({
    app: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'not-a-real-one',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: TENANT,
    },
    cloud: { ...publicCloud, keysUrl, entraKeysUrl: keysUrl },
    log,
    logic: async () => undefined,
  });
}

function request(parts: Partial<TeamsRequest>): TeamsRequest {
  return { body: reaction, authorization: undefined, remoteAddress: '127.0.0.1', forwarded: false, ...parts };
}

function seconds(fromNow: number): number {
  return Math.floor(Date.now() / 1000) + fromNow;
}

/** The list that the SDK adds to before it has verified anything. */
function issuersOfTheSdk(): readonly string[] {
  const ofBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
  return ofBotbuilder('botframework-connector').EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer;
}
