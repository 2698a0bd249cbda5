import { expect } from 'chai';
import { type Env, readConfig } from '../../src/config/env.ts';
import { variableSchemas } from '../../src/config/variableSchemas.ts';
import { AppError } from '../../src/errors.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const TENANT = '66666666-7777-8888-9999-aaaaaaaaaaaa';
const REGISTERED = { MicrosoftAppId: ID, MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: TENANT };
const TOKEN = '0123456789abcdef0123456789abcdef';
const CHANNEL = '19:desk@thread.tacv2';
const SLACK_CHANNEL = 'C0123456789';
const SIGNING_SECRET = '0123456789abcdef'.repeat(2);
const BOT_TOKEN = 'xoxb-made-up';
const SLACK = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET };
const PRODUCTION = { NODE_ENV: 'production', WEB_CHAT: 'on' };

/** Expects this environment to be refused, with one line that begins so for each problem, in this order. */
function refuses(env: Env, ...beginnings: string[]): void {
  expect(() => readConfig(env))
    .to.throw(AppError)
    .that.satisfies((error: AppError) => {
      const lines = error.message.split('\n');
      expect(error.code).to.equal('config-invalid');
      expect(lines).to.have.lengthOf(beginnings.length);
      for (const [at, line] of lines.entries()) expect(line).to.match(new RegExp(`^${beginnings[at]}.*\\.$`));
      return true;
    });
}

describe('readConfig', () => {
  it('needs nothing for a first start', () => {
    const config = readConfig({});

    expect(config).to.deep.equal({
      mode: 'development',
      port: 3978,
      host: '127.0.0.1',
      dataDir: './data',
      web: { enabled: true },
      pack: 'lync-online-meeting-join',
      greet: 'install',
      trustedProxies: [],
      caseRetentionDays: 365,
      desk: {
        hours: 'unknown',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        holidays: [],
        claimMinutes: 30,
        ping: [],
        admins: [],
        page: { enabled: true },
      },
      teams: {
        enabled: true,
        loopbackOnly: true,
        appType: 'SingleTenant',
        cloud: 'public',
        tenants: [],
        serviceHosts: [],
      },
      slack: { enabled: false, signingSecrets: [] },
      logLevel: 'info',
    });
  });

  it('takes every setting', () => {
    const config = readConfig({
      ...REGISTERED,
      NODE_ENV: 'production',
      PORT: '8080',
      HOST: '::1',
      DATA_DIR: '/srv/unstuck',
      DATABASE_URL: 'postgres://unstuck:hush@db.contoso.com/unstuck',
      TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8,192.0.2.1',
      PUBLIC_URL: 'https://Unstuck.contoso.com/',
      WEB_CHAT: 'on',
      PACK: 'other-pack',
      GREET: 'first-message',
      HELPDESK_CONTACT: 'ext. 100',
      HELPDESK_HOURS: 'Sa 10:00-12:00',
      HELPDESK_TIME_ZONE: 'America/New_York',
      HELPDESK_HOLIDAYS: '2026-12-25, 2027-01-01',
      CLAIM_MINUTES: '45',
      DESK_CHANNEL: '19:desk@thread.tacv2',
      DESK_PING: `${ID.toUpperCase()},29:1ada-Zk3,U0123456789,S0123456789,here`,
      ADMIN_IDS: `teams:${TENANT.toUpperCase()}:${ID}, teams:${TENANT}:29:1ADA-Zk3, slack:T0123456789:W0123456789`,
      ESCALATE_TO: 'second-line@contoso.com',
      DESK_PAGE: 'on',
      DESK_TOKEN: TOKEN,
      SMTP_URL: 'smtps://unstuck:hush@mail.contoso.com:465',
      SMTP_FROM: 'unstuck@contoso.com',
      TEAMS_APP_ID: TENANT,
      TEAMS_CLOUD: 'us-gov',
      TEAMS_TENANTS: `${TENANT},${ID},${TENANT}`,
      TEAMS_SERVICE_HOSTS: 'smba.example.com',
      SLACK_SIGNING_SECRET: `${SIGNING_SECRET}, the_one_before_that`,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: 'xapp-made-up',
      SLACK_API_URL: 'http://localhost:8080/api',
      CASE_RETENTION_DAYS: '30',
      METRICS_PORT: '9464',
      METRICS_HOST: '10.1.2.3',
      LOG_LEVEL: 'debug',
    });

    expect(config).to.deep.equal({
      mode: 'production',
      port: 8080,
      host: '::1',
      dataDir: '/srv/unstuck',
      databaseUrl: 'postgres://unstuck:hush@db.contoso.com/unstuck',
      trustedProxies: ['10.0.0.0/8', 'fd00::/8', '192.0.2.1'],
      metrics: { host: '10.1.2.3', port: 9464 },
      caseRetentionDays: 30,
      publicUrl: 'https://unstuck.contoso.com',
      web: { enabled: true },
      pack: 'other-pack',
      greet: 'first-message',
      helpdeskContact: 'ext. 100',
      desk: {
        hours: [{ day: 6, from: 600, to: 720 }],
        timeZone: 'America/New_York',
        holidays: ['2026-12-25', '2027-01-01'],
        claimMinutes: 45,
        channel: { on: 'teams', id: '19:desk@thread.tacv2' },
        ping: [ID, '29:1ada-Zk3', 'U0123456789', 'S0123456789', 'here'],
        admins: [`teams:${TENANT}:${ID}`, `teams:${TENANT}:29:1ADA-Zk3`, 'slack:T0123456789:W0123456789'],
        escalateTo: { kind: 'mail', address: 'second-line@contoso.com' },
        page: { enabled: true, token: TOKEN },
      },
      mail: { url: 'smtps://unstuck:hush@mail.contoso.com:465', from: 'unstuck@contoso.com' },
      teams: {
        enabled: true,
        loopbackOnly: false,
        appId: ID,
        appPassword: 'a-secret',
        appType: 'SingleTenant',
        tenantId: TENANT,
        catalogueAppId: TENANT,
        cloud: 'us-gov',
        tenants: [TENANT, ID],
        serviceHosts: ['smba.example.com'],
      },
      slack: {
        enabled: true,
        signingSecrets: [SIGNING_SECRET, 'the_one_before_that'],
        botToken: BOT_TOKEN,
        appToken: 'xapp-made-up',
        apiUrl: 'http://localhost:8080/api/',
      },
      logLevel: 'debug',
    });
  });

  it('takes an empty or blank value as not set', () => {
    const config = readConfig({ PORT: '', MicrosoftAppId: '  ', HELPDESK_CONTACT: '', WEB_CHAT: ' ' });

    expect(config).to.deep.equal(readConfig({}));
  });

  it('passes over what it doesn’t know', () => {
    const config = readConfig({ PATH: '/bin', port: '1' });

    expect(config).to.deep.equal(readConfig({}));
  });

  it('tells all problems at once, a line each', () => {
    refuses(
      { NODE_ENV: 'prod', PORT: 'x', PUBLIC_URL: 'nonsense', MicrosoftAppPassword: 'p', LOG_LEVEL: 'loud' },
      'NODE_ENV: must be one of: development, production, test',
      'PORT: ',
      'PUBLIC_URL: ',
      'LOG_LEVEL: ',
      'MicrosoftAppId: is missing',
    );
  });

  it('never repeats a value, which could be a misplaced secret', () => {
    const secret = 'hunter2-hunter2';
    const env = Object.fromEntries(Object.keys(variableSchemas).map((name) => [name, secret]));

    expect(() => readConfig(env))
      .to.throw(AppError)
      .that.satisfies((error: AppError) => !error.message.includes('hunter2') && error.cause === undefined);
  });
});

describe('readConfig, one variable at a time', () => {
  const bad: readonly (readonly [name: string, value: string])[] = [
    ['NODE_ENV', 'Production'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '0x50'],
    ['PORT', '99999999999999999999'],
    ['HOST', 'http://localhost'],
    ['HOST', 'two words'],
    ['HOST', '[::1]'],
    ['PUBLIC_URL', 'unstuck.contoso.com'],
    ['PUBLIC_URL', 'http://unstuck.contoso.com'],
    ['PUBLIC_URL', 'ftp://localhost'],
    ['PUBLIC_URL', 'http://localhost.contoso.com'],
    ['PUBLIC_URL', 'https://contoso.com/unstuck'],
    ['PUBLIC_URL', 'https://contoso.com/?a=b'],
    ['PUBLIC_URL', 'https://contoso.com/#a'],
    ['PUBLIC_URL', 'https://user:word@contoso.com'],
    ['WEB_CHAT', 'yes'],
    ['PACK', '../secrets'],
    ['PACK', 'Some Pack'],
    ['GREET', 'always'],
    ['HELPDESK_CONTACT', 'x'.repeat(201)],
    ['HELPDESK_CONTACT', 'one\ntwo'],
    ['MicrosoftAppType', 'MultiTenant'],
    ['TEAMS_APP_ID', 'my-app'],
    ['LOG_LEVEL', 'trace'],
    ['DATABASE_URL', 'mysql://db/unstuck'],
    ['DATABASE_URL', 'db.contoso.com'],
    ['DATABASE_URL', 'postgres://db.contoso.com/'],
    ['TRUSTED_PROXIES', 'proxy.contoso.com'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '10.0.0.0/8;10.1.0.0/16'],
    ['TEAMS_CLOUD', 'gcc'],
    ['TEAMS_TENANTS', 'contoso.com'],
    ['TEAMS_SERVICE_HOSTS', 'https://smba.example.com'],
    ['CASE_RETENTION_DAYS', '0'],
    ['CASE_RETENTION_DAYS', 'never'],
    ['HELPDESK_HOURS', '9 to 5'],
    ['HELPDESK_TIME_ZONE', '+01:00'],
    ['HELPDESK_TIME_ZONE', 'Mars/Phobos'],
    ['HELPDESK_TIME_ZONE', 'GMT+1'],
    ['HELPDESK_HOLIDAYS', '25.12.2026'],
    ['HELPDESK_HOLIDAYS', '2026-02-29'],
    ['CLAIM_MINUTES', '9'],
    ['CLAIM_MINUTES', '481'],
    ['CLAIM_MINUTES', '30 min'],
    ['DESK_CHANNEL', 'General'],
    ['DESK_CHANNEL', `${CHANNEL};messageid=1700000000000`],
    ['DESK_CHANNEL', '19:0f0f@thread.v2'],
    ['DESK_CHANNEL', 'https://teams.microsoft.com/l/channel/19%3Adesk%40thread.tacv2/General'],
    ['DESK_CHANNEL', '19%3Adesk%40thread.tacv2'],
    ['DESK_CHANNEL', '#helpdesk'],
    ['DESK_PING', 'ana@contoso.com'],
    ['DESK_PING', '@here'],
    ['DESK_PING', 'u0123456789'],
    ['DESK_PING', '<!channel>'],
    ['DESK_PING', `${ID};${TENANT}`],
    ['ADMIN_IDS', ID],
    ['ADMIN_IDS', 'slack:T1:U1'],
    ['ADMIN_IDS', 'slack:T0123456789:S0123456789'],
    ['ADMIN_IDS', 'slack:t0123456789:u0123456789'],
    ['ADMIN_IDS', `teams:contoso.com:${ID}`],
    ['ESCALATE_TO', 'second line'],
    ['ESCALATE_TO', `${CHANNEL};messageid=1`],
    ['DESK_PAGE', 'true'],
    ['DESK_TOKEN', 'x'.repeat(31)],
    ['SMTP_URL', 'mail.contoso.com'],
    ['SMTP_URL', 'https://mail.contoso.com'],
    ['SMTP_URL', 'smtp:'],
    ['SMTP_URL', 'smtp://unstuck@mail.contoso.com'],
    ['SMTP_URL', 'smtp://unstuck:50%@mail.contoso.com'],
    ['SMTP_URL', 'smtp://mail.contoso.com/inbox'],
    ['SMTP_URL', 'smtp://mail.contoso.com?pool=true'],
    ['SMTP_URL', 'smtp://unstuck:hush@mail.contoso.com?requireTLS=false'],
    ['SMTP_FROM', 'Unstuck <unstuck@contoso.com>'],
    ['SMTP_FROM', 'unstuck@localhost'],
    ['SLACK_SIGNING_SECRET', 'x'.repeat(15)],
    ['SLACK_SIGNING_SECRET', `${SIGNING_SECRET};${SIGNING_SECRET}`],
    ['SLACK_SIGNING_SECRET', ','],
    ['SLACK_SIGNING_SECRET', [1, 2, 3].map((nth) => `${SIGNING_SECRET}${nth}`).join(',')],
    ['SLACK_BOT_TOKEN', 'xoxp-made-up'],
    ['SLACK_BOT_TOKEN', 'xoxb-made up'],
    ['SLACK_APP_TOKEN', BOT_TOKEN],
    ['SLACK_API_URL', 'slack.com/api/'],
    ['SLACK_API_URL', 'http://slack.com/api/'],
    ['SLACK_API_URL', 'https://user:word@slack.com/api/'],
    ['SLACK_API_URL', 'https://slack.com/api/?a=b'],
    ['METRICS_PORT', '70000'],
    ['METRICS_HOST', 'http://localhost'],
  ];
  for (const [name, value] of bad) {
    it(`refuses ${name}=${JSON.stringify(value.slice(0, 40))}`, () => {
      refuses({ ...SLACK, SMTP_URL: 'smtp://localhost', SMTP_FROM: 'a@contoso.com', [name]: value }, `${name}: must `);
    });
  }

  const good: readonly (readonly [name: string, value: string])[] = [
    ['NODE_ENV', 'test'],
    ['PORT', '0'],
    ['PORT', '65535'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', 'bot.internal'],
    ['PUBLIC_URL', 'https://contoso.com:8443'],
    ['PUBLIC_URL', 'http://localhost:3978'],
    ['PUBLIC_URL', 'http://127.0.0.1:3978/'],
    ['PUBLIC_URL', 'http://[::1]:3978'],
    ['HELPDESK_CONTACT', 'x'.repeat(200)],
    ['MicrosoftAppType', 'UserAssignedMSI'],
    ['LOG_LEVEL', 'silent'],
    ['DATABASE_URL', 'postgresql://db.contoso.com:5433/unstuck?sslmode=require'],
    ['TRUSTED_PROXIES', '::1'],
    ['CASE_RETENTION_DAYS', '99999'],
    ['HELPDESK_HOURS', 'always'],
    ['HELPDESK_TIME_ZONE', 'UTC'],
    ['HELPDESK_HOLIDAYS', '2028-02-29'],
    ['CLAIM_MINUTES', '10'],
    ['CLAIM_MINUTES', '480'],
    ['DESK_CHANNEL', '19:0f-0_f@thread.skype'],
    ['DESK_PING', `${ID},29:1-_ada,8:orgid:${ID},28:${ID}`],
    ['DESK_PING', 'W0123456789,here'],
    ['DESK_CHANNEL', SLACK_CHANNEL],
    ['ADMIN_IDS', `teams:${TENANT}:${ID}`],
    ['ADMIN_IDS', 'slack:T0123456789:U0123456789'],
    ['ESCALATE_TO', CHANNEL],
    ['ESCALATE_TO', SLACK_CHANNEL],
    ['SLACK_SIGNING_SECRET', `${SIGNING_SECRET},${SIGNING_SECRET}`],
    ['SLACK_API_URL', 'https://slack-proxy.contoso.com:8443/v1/api/'],
    ['DESK_TOKEN', TOKEN],
    ['SMTP_URL', 'smtp://[::1]:2525?requireTLS=false'],
    ['SMTP_URL', 'smtp://localhost?requireTLS=false'],
    ['SMTP_URL', 'smtps://us%40er:p%2Fw@mail.contoso.com:465/'],
    ['SMTP_FROM', "o'hara+unstuck@help.contoso.com"],
    ['SMTP_FROM', 'hilfe@bücher.example'],
  ];
  for (const [name, value] of good) {
    it(`takes ${name}=${JSON.stringify(value.slice(0, 40))}`, () => {
      const others = { ...SLACK, SMTP_URL: 'smtp://localhost', SMTP_FROM: 'a@contoso.com' };

      expect(() => readConfig({ ...others, [name]: value })).not.to.throw();
    });
  }
});

describe('readConfig, what depends on what', () => {
  const { MicrosoftAppPassword: _password, ...withoutPassword } = REGISTERED;
  const { MicrosoftAppTenantId: _tenant, ...withoutTenant } = REGISTERED;
  const managed = { MicrosoftAppType: 'UserAssignedMSI' };
  const refused: readonly (readonly [title: string, env: Env, ...beginnings: string[]])[] = [
    ['an app id without a password', withoutPassword, 'MicrosoftAppPassword: is missing'],
    ['an app id without a tenant', withoutTenant, 'MicrosoftAppTenantId: is missing'],
    ['an app id alone', { MicrosoftAppId: ID }, 'MicrosoftAppPassword: is missing', 'MicrosoftAppTenantId: is missing'],
    ['a managed identity without a tenant', { MicrosoftAppId: ID, ...managed }, 'MicrosoftAppTenantId: is missing'],
    ['a password without an app id', { MicrosoftAppPassword: 'p' }, 'MicrosoftAppId: is missing'],
    ['an app id that isn’t one', { ...REGISTERED, MicrosoftAppId: 'bot' }, 'MicrosoftAppId: must be an id'],
    ['a tenant that isn’t one', { ...REGISTERED, MicrosoftAppTenantId: 'contoso' }, 'MicrosoftAppTenantId: must be'],
    ['production without a channel', { NODE_ENV: 'production' }, 'WEB_CHAT: there is no channel at all'],
    [
      'a desk in Teams in production without Teams',
      { ...PRODUCTION, DESK_CHANNEL: CHANNEL, ESCALATE_TO: '19:next@thread.tacv2' },
      'DESK_CHANNEL: needs Teams',
      'ESCALATE_TO: needs Teams',
    ],
    [
      'a desk in Slack without Slack',
      { DESK_CHANNEL: SLACK_CHANNEL, ESCALATE_TO: 'G0123456789' },
      'DESK_CHANNEL: needs Slack; set SLACK_BOT_TOKEN',
      'ESCALATE_TO: needs Slack; set SLACK_BOT_TOKEN',
    ],
    [
      'a desk in Slack in production with Teams alone',
      { ...REGISTERED, NODE_ENV: 'production', DESK_CHANNEL: SLACK_CHANNEL },
      'DESK_CHANNEL: needs Slack',
    ],
    [
      'a bot token that nothing can be checked with',
      { SLACK_BOT_TOKEN: BOT_TOKEN },
      'SLACK_SIGNING_SECRET: is missing',
    ],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: SIGNING_SECRET }, 'SLACK_BOT_TOKEN: is missing'],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-made-up' }, 'SLACK_BOT_TOKEN: is missing.*SLACK_APP_TOKEN'],
    [
      'both of them, and an address, without a bot token',
      {
        SLACK_SIGNING_SECRET: SIGNING_SECRET,
        SLACK_APP_TOKEN: 'xapp-made-up',
        SLACK_API_URL: 'https://slack.com/api/',
      },
      'SLACK_BOT_TOKEN: is missing.*SLACK_SIGNING_SECRET and SLACK_APP_TOKEN',
    ],
    ['an address of Slack’s alone', { SLACK_API_URL: 'https://slack.com/api/' }, 'SLACK_API_URL: is of no use alone'],
    ['a next line that is the first', { DESK_CHANNEL: CHANNEL, ESCALATE_TO: CHANNEL }, 'ESCALATE_TO: must be another'],
    ['an open desk page in production', { ...PRODUCTION, DESK_PAGE: 'on' }, 'DESK_TOKEN: is missing'],
    ['mails from nobody', { SMTP_URL: 'smtp://localhost' }, 'SMTP_FROM: is missing'],
    ['mails without a server', { SMTP_FROM: 'unstuck@contoso.com' }, 'SMTP_URL: is missing'],
    ['mails to the next line without a server', { ESCALATE_TO: 'l2@contoso.com' }, 'SMTP_URL: is missing'],
    [
      'mails to the next line with a sender alone',
      { ESCALATE_TO: 'l2@contoso.com', SMTP_FROM: 'unstuck@contoso.com' },
      'SMTP_URL: is missing',
    ],
    ['production with the page off', { ...PRODUCTION, WEB_CHAT: 'off' }, 'WEB_CHAT: there is no channel at all'],
  ];
  for (const [title, env, ...beginnings] of refused) {
    it(`refuses ${title}`, () => {
      refuses(env, ...beginnings);
    });
  }

  const channels: readonly (readonly [title: string, env: Env, web: boolean, teams: boolean, loopback: boolean])[] = [
    ['development', {}, true, true, true],
    ['development with the page off', { WEB_CHAT: 'off' }, false, true, true],
    ['development with an app id', REGISTERED, true, true, false],
    ['a test', { NODE_ENV: 'test' }, true, true, true],
    ['production with the page on', PRODUCTION, true, false, true],
    ['production with an app id', { ...REGISTERED, NODE_ENV: 'production' }, false, true, false],
    ['production with both', { ...REGISTERED, ...PRODUCTION }, true, true, false],
    ['a managed identity', { ...withoutPassword, ...managed, NODE_ENV: 'production' }, false, true, false],
  ];
  for (const [title, env, web, teams, loopback] of channels) {
    it(`in ${title} has ${web ? 'a' : 'no'} page, ${teams ? '' : 'no '}Teams${loopback ? ' from loopback' : ''}`, () => {
      const config = readConfig(env);

      expect([config.web.enabled, config.teams.enabled, config.teams.loopbackOnly]).to.deep.equal([
        web,
        teams,
        loopback,
      ]);
    });
  }

  const pages: readonly (readonly [title: string, env: Env, enabled: boolean])[] = [
    ['development', {}, true],
    ['development that turns it off', { DESK_PAGE: 'off' }, false],
    ['a test', { NODE_ENV: 'test' }, true],
    ['production', PRODUCTION, false],
    ['production with a token alone', { ...PRODUCTION, DESK_TOKEN: TOKEN }, false],
    ['production that turns it on', { ...PRODUCTION, DESK_PAGE: 'on', DESK_TOKEN: TOKEN }, true],
  ];
  for (const [title, env, enabled] of pages) {
    it(`has ${enabled ? 'a' : 'no'} desk page in ${title}`, () => {
      expect(readConfig(env).desk.page.enabled).to.equal(enabled);
    });
  }

  it('takes holidays and a time zone without hours', () => {
    const { desk } = readConfig({ HELPDESK_HOLIDAYS: '2026-12-25', HELPDESK_TIME_ZONE: 'Europe/Berlin' });

    expect(desk).to.deep.include({ hours: 'unknown', holidays: ['2026-12-25'], timeZone: 'Europe/Berlin' });
  });

  it('takes a channel as the next line', () => {
    const { desk } = readConfig({ ...REGISTERED, NODE_ENV: 'production', ESCALATE_TO: CHANNEL });

    expect(desk.escalateTo).to.deep.equal({ kind: 'channel', channel: { on: 'teams', id: CHANNEL } });
  });

  it('takes a channel of Slack as the desk, and another one as the next line', () => {
    const { desk } = readConfig({ ...SLACK, DESK_CHANNEL: SLACK_CHANNEL, ESCALATE_TO: 'G0123456789' });

    expect([desk.channel, desk.escalateTo]).to.deep.equal([
      { on: 'slack', id: SLACK_CHANNEL },
      { kind: 'channel', channel: { on: 'slack', id: 'G0123456789' } },
    ]);
  });

  it('takes Slack as the one channel in production, by requests or by a socket', () => {
    const requests = readConfig({ NODE_ENV: 'production', ...SLACK });
    const socket = readConfig({ NODE_ENV: 'production', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: 'xapp-made-up' });

    expect([requests, socket].map(({ slack }) => slack)).to.deep.equal([
      { enabled: true, signingSecrets: [SIGNING_SECRET], botToken: BOT_TOKEN },
      { enabled: true, signingSecrets: [], botToken: BOT_TOKEN, appToken: 'xapp-made-up' },
    ]);
  });

  it('listens to the world in production alone', () => {
    expect(readConfig(PRODUCTION).host).to.equal('0.0.0.0');
    expect(readConfig({ ...PRODUCTION, HOST: '127.0.0.1' }).host).to.equal('127.0.0.1');
  });
});
