import { createRequire } from 'node:module';
import { expect } from 'chai';
import { httpsOnHosts } from '../../../src/channels/teams/httpsOnHosts.ts';
import { type TeamsCloudName, teamsClouds } from '../../../src/channels/teams/teamsCloud.ts';
import { teamsActivities } from '../../support/teamsActivity.ts';
import { startTeamsDoor } from './testDoor.ts';

/** Where Teams is answered in each cloud. */
const PLACES: Readonly<Record<TeamsCloudName, readonly string[]>> = {
  public: [
    'https://smba.trafficmanager.net/emea/',
    'https://smba.onyx.prod.teams.trafficmanager.net/amer/',
    'https://smba.infra.gcc.teams.microsoft.com/gcc/',
  ],
  'us-gov': ['https://smba.infra.gov.teams.microsoft.us/gcch/'],
  'us-dod': ['https://smba.infra.dod.teams.microsoft.us/dod/'],
  china: ['https://frontend.botapi.msg.infra.teams.microsoftonline.cn/'],
};
const ISSUERS: Readonly<Record<TeamsCloudName, string>> = {
  public: 'https://api.botframework.com',
  'us-gov': 'https://api.botframework.us',
  'us-dod': 'https://api.botframework.us',
  china: 'https://api.botframework.azure.cn',
};
const names = Object.keys(PLACES) as TeamsCloudName[];

describe('a cloud', () => {
  for (const name of names) {
    it(`takes tokens of its own issuer and its own places alone: ${name}`, async () => {
      const door = await startTeamsDoor({ cloud: teamsClouds[name] });
      const statuses = new Map<string, number>();
      for (const place of names.flatMap((each) => PLACES[each])) {
        for (const iss of new Set(Object.values(ISSUERS))) {
          const token = door.identity.authorization({ claims: { iss, serviceurl: place } });
          const { status } = await door.knock(teamsActivities(place).reacts('1:card'), token);
          statuses.set(`${iss} ${place}`, status);
        }
      }
      await door.close();

      const letIn = [...statuses].filter(([, status]) => status === 200).map(([what]) => what);
      expect(letIn).to.deep.equal(PLACES[name].map((place) => `${ISSUERS[name]} ${place}`));
      expect([...new Set(statuses.values())].sort()).to.deep.equal([200, 401, 403]);
    });
  }

  it('may have more places, by configuration', async () => {
    const door = await startTeamsDoor({ serviceHosts: ['smba.new.teams.microsoft.com'] });
    const knock = async (place: string) => {
      const token = door.identity.authorization({ claims: { serviceurl: place } });
      return (await door.knock(teamsActivities(place).reacts('1:card'), token)).status;
    };

    const statuses = [
      await knock('https://smba.new.teams.microsoft.com/emea/'),
      await knock('https://smba.trafficmanager.net/emea/'),
      await knock('https://other.new.teams.microsoft.com/emea/'),
    ];

    await door.close();
    expect(statuses).to.deep.equal([200, 200, 403]);
  });

  for (const name of names) {
    it(`is written to, without having been asked, at a place of its own: ${name}`, () => {
      const { serviceUrl, serviceHosts } = teamsClouds[name];

      expect(httpsOnHosts(serviceHosts)(serviceUrl)).to.equal(true);
      expect(serviceUrl).to.match(/\/$/);
    });
  }

  it('has the addresses that the SDK has for it', () => {
    const ofBotbuilder = createRequire(createRequire(import.meta.url).resolve('botbuilder'));
    const { AuthenticationConstants, GovernmentConstants } = ofBotbuilder('botframework-connector');

    for (const [name, sdk] of [
      ['public', AuthenticationConstants],
      ['us-gov', GovernmentConstants],
      ['us-dod', GovernmentConstants],
    ] as const) {
      expect(teamsClouds[name], name).to.deep.include({
        tokenIssuers: [sdk.ToBotFromChannelTokenIssuer],
        keysUrl: sdk.ToBotFromChannelOpenIdMetadataUrl,
        audience: sdk.ToChannelFromBotOAuthScope,
        loginUrl: sdk.ToChannelFromBotLoginUrlPrefix,
      });
    }
  });
});

describe('the tenants', () => {
  const OTHER = '72f988bf-86f1-41af-91ab-2d7cd011db47';
  const activity = teamsActivities('https://smba.trafficmanager.net/emea/').reacts('1:card');

  for (const [tenants, expected] of [
    [undefined, 403],
    [[OTHER], 200],
    [[OTHER.toUpperCase()], 200],
    [[], 403],
  ] as const) {
    it(`${expected === 200 ? 'let in' : 'keep out'} another than the registration’s: ${tenants ?? 'not set'}`, async () => {
      const door = await startTeamsDoor(tenants && { tenants });

      const answer = await door.knock({ ...activity, conversation: { id: 'a:1', tenantId: OTHER }, channelData: {} });

      await door.close();
      expect(answer).to.deep.equal({ status: expected });
    });
  }
});
