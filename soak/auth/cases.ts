import type { TokenChanges } from '../../test/support/fakeIdentity.ts';
import { TENANT } from '../../test/support/teamsActivity.ts';
import { APP_ID, type AuthDoor, message, SERVICE_URL } from './authDoor.ts';

/** One token and one activity that come to the door. */
export interface AuthCase {
  readonly name: string;
  /** The answer that it has to get; 200 is being let in. */
  readonly status: number;
  readonly authorization: string;
  readonly activity: Readonly<Record<string, unknown>>;
}

interface Attempt extends TokenChanges {
  /** Changes of the activity. */
  readonly activity?: Readonly<Record<string, unknown>>;
}

const OTHER_APP = '99999999-1111-4222-8333-444444444444';
const MINUTE = 60;

/** Everything that the table of docs/reliability.md names, and that one token can show. */
export function authCases({ identity, now }: AuthDoor): readonly AuthCase[] {
  const seconds = Math.floor(now().getTime() / 1000);
  return Object.entries(attempts(seconds)).map(([name, [status, attempt]]) => ({
    name,
    status,
    authorization: identity.authorization(attempt),
    activity: { ...message(), ...attempt.activity },
  }));
}

function attempts(now: number): Readonly<Record<string, readonly [status: number, attempt: Attempt]>> {
  return {
    'a good token': [200, {}],
    'another issuer': [401, { claims: { iss: 'https://evil.example' } }],
    'no issuer': [401, { claims: { iss: undefined } }],
    'the issuer of another cloud': [401, { claims: { iss: 'https://api.botframework.us' } }],
    'another audience': [401, { claims: { aud: OTHER_APP } }],
    'no audience': [401, { claims: { aud: undefined } }],
    'algorithm none': [401, { header: { alg: 'none' }, signedWith: 'nothing' }],
    'algorithm none with a signature': [401, { header: { alg: 'none' } }],
    'HS256 with the public key as secret': [401, { header: { alg: 'HS256' }, signedWith: 'hmac' }],
    'HS256 that says RS256': [401, { signedWith: 'hmac' }],
    'a key that was never published': [401, { signedWith: 'other' }],
    'a key id that nobody knows': [401, { header: { kid: 'unknown' } }],
    'no key id': [401, { header: { kid: undefined } }],
    'no signature': [401, { signedWith: 'nothing' }],
    'four minutes past its end': [200, { claims: { exp: now - 4 * MINUTE } }],
    'six minutes past its end': [401, { claims: { exp: now - 6 * MINUTE } }],
    'four minutes before its beginning': [200, { claims: { nbf: now + 4 * MINUTE } }],
    'six minutes before its beginning': [401, { claims: { nbf: now + 6 * MINUTE } }],
    ...serviceUrls(),
    ...otherKinds(),
  };
}

function serviceUrls(): Readonly<Record<string, readonly [number, Attempt]>> {
  const both = (serviceUrl: string) => ({ activity: { serviceUrl }, claims: { serviceurl: serviceUrl } });
  return {
    'no service URL in the token': [401, { claims: { serviceurl: undefined } }],
    'no service URL in the activity': [403, { activity: { serviceUrl: undefined } }],
    'no service URL at all': [401, { activity: { serviceUrl: undefined }, claims: { serviceurl: undefined } }],
    'different service URLs': [401, { claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }],
    'a service URL that goes on': [401, { activity: { serviceUrl: `${SERVICE_URL}../` } }],
    'a service URL with a suffix': [403, both('https://smba.trafficmanager.net.evil.example/emea/')],
    'a service URL with a user name': [403, both('https://smba.trafficmanager.net@evil.example/emea/')],
    'a service URL with a port': [403, both('https://smba.trafficmanager.net:8443/emea/')],
    'a service URL without TLS': [403, both('http://smba.trafficmanager.net/emea/')],
    'a service URL elsewhere': [403, both('https://evil.example/')],
  };
}

/** Signed with the published key, as if somebody had got Entra to use it: the claims alone have to keep them out. */
function otherKinds(): Readonly<Record<string, readonly [number, Attempt]>> {
  const sts = `https://sts.windows.net/${TENANT}/`;
  const entra = `https://login.microsoftonline.com/${TENANT}/v2.0`;
  const emulator = { ver: '1.0', tid: TENANT, appid: APP_ID };
  const skill = { ver: '2.0', tid: TENANT, azp: OTHER_APP };
  const toAse = { channelId: 'AseChannel' };
  return {
    'another channel': [403, { activity: { channelId: 'directline' } }],
    'an emulator token': [401, { claims: { ...emulator, iss: sts } }],
    'an emulator token with the right issuer': [401, { claims: { ...emulator, tid: undefined } }],
    'a skill token': [401, { claims: { ...skill, iss: entra } }],
    'a skill token with the right issuer': [401, { claims: { ...skill, tid: undefined } }],
    'a tenant’s token with the right issuer': [401, { claims: { tid: TENANT } }],
    'an ASE token': [401, { claims: { iss: entra, tid: TENANT }, activity: toAse }],
    'an ASE token with the right issuer': [403, { activity: toAse }],
    'another tenant': [403, { activity: { conversation: { id: 'a:1', tenantId: OTHER_APP } } }],
    'no tenant': [403, { activity: { conversation: { id: 'a:1' }, channelData: {} } }],
  };
}
