import { expect } from 'chai';
import { httpsOnHosts } from '../../../src/channels/teams/httpsOnHosts.ts';
import { onThisMachine } from '../../../src/channels/teams/onThisMachine.ts';
import { teamsClouds } from '../../../src/channels/teams/teamsCloud.ts';

const TEAMS: Readonly<Record<string, boolean>> = {
  'https://smba.trafficmanager.net/emea/': true,
  'https://SMBA.trafficmanager.net/amer': true,
  'https://smba.trafficmanager.net:443/in/': true,
  'https://smba.infra.gcc.teams.microsoft.com/gcc': true,
  'http://smba.trafficmanager.net/emea/': false,
  'https://smba.trafficmanager.net:8443/': false,
  'https://smba.trafficmanager.net.evil.example/': false,
  'https://evil.example/smba.trafficmanager.net': false,
  'https://smba.trafficmanager.net@evil.example/': false,
  'https://someone@smba.trafficmanager.net/': false,
  'https://evil.trafficmanager.net/': false,
  'https://smba.trafficmanager.net./': false,
  'https://smba.trafficmanager.net/emea/?to=': false,
  'https://smba.trafficmanager.net/emea/#/': false,
  'http://127.0.0.1/': false,
  'smba.trafficmanager.net': false,
  'file:///etc/passwd': false,
  '': false,
};

const LOCAL: Readonly<Record<string, boolean>> = {
  'http://localhost:56150': true,
  'http://127.0.0.1:56150/_connector': true,
  'https://127.8.9.10/': true,
  'http://[::1]:3000/': true,
  'http://2130706433/': true,
  'http://localhost.evil.example/': false,
  'http://evil.example/127.0.0.1': false,
  'http://someone@localhost/': false,
  'http://0.0.0.0/': false,
  'http://10.0.0.1/': false,
  'http://[::ffff:10.0.0.1]/': false,
  'http://169.254.169.254/': false,
  'ftp://localhost/': false,
  localhost: false,
  '': false,
};

describe('httpsOnHosts', () => {
  const rule = httpsOnHosts(teamsClouds.public.serviceHosts);
  for (const [serviceUrl, expected] of Object.entries(TEAMS)) {
    it(`${expected ? 'accepts' : 'refuses'} ${serviceUrl || 'nothing'}`, () => {
      expect(rule(serviceUrl)).to.equal(expected);
    });
  }
});

describe('onThisMachine', () => {
  for (const [serviceUrl, expected] of Object.entries(LOCAL)) {
    it(`${expected ? 'accepts' : 'refuses'} ${serviceUrl || 'nothing'}`, () => {
      expect(onThisMachine(serviceUrl)).to.equal(expected);
    });
  }
});
