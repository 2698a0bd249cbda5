import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { type BotProcess, startBotProcess } from './support/botProcess.ts';
import { type CuttingProxy, cuttingProxy } from './support/cuttingProxy.ts';
import { openEventStream } from './support/eventStream.ts';
import { type FakeConnector, startFakeConnector } from './support/fakeConnector.ts';
import { sendRaw } from './support/httpRaw.ts';
import { visitorOf } from './support/httpWeb.ts';
import { postActivity } from './support/postActivity.ts';
import { freshDatabase } from './support/postgres.ts';
import { teamsActivities } from './support/teamsActivity.ts';

/** What is planted, each a word that occurs nowhere else. */
const SECRETS = {
  'the app’s password': 'canary-app-password',
  'the database’s password': 'canary-database-password',
  'a bearer token': 'canary.bearer.token',
  'the passcode of a link pasted in Teams': 'canaryTeamsPasscode',
  'what was typed in Teams': 'canary typed in teams',
  'what was clicked': 'canary-clicked-value',
  'a person’s name': 'Canary Fullname',
  'an e-mail address': 'canary@people.example',
  'another cookie': 'canary-other-cookie',
  'an address that a proxy names': '198.51.100.231',
  'a part of a web address': 'canary-in-the-path',
  'a header': 'canary-in-a-header',
  'a body that is no JSON': 'canary-no-json',
} as const;

/**
 * What the database holds and no log, until the chat has been idle for 30 days: the page shows a person after a reload
 * what they typed, and the card that gave them their link back. The link as it was typed is not kept.
 */
const STORED = {
  'what was typed on the page': 'canary typed on the page',
  'the link that was given back on the page': 'https://teams.microsoft.com/meet/123?p=canaryWebPasscode',
} as const;

const everything = (...bots: readonly BotProcess[]) =>
  bots.map((bot) => `${bot.output().stdout}\n${bot.output().stderr}`).join('\n');

/** All files of a folder as they are on the disk, also what only the write-ahead log has. */
async function rawFiles(folder: string): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('\n');
}

describe('planted secrets', () => {
  let connector: FakeConnector;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let way: CuttingProxy;
  let local: BotProcess;
  let registered: BotProcess;
  let onPostgres: BotProcess;
  let unreached: BotProcess;
  let refused: BotProcess;
  let misnamed: BotProcess;
  let sessions: readonly string[];
  const all = () => [local, registered, onPostgres, unreached, refused, misnamed];
  before(async function () {
    this.timeout(120_000);
    connector = await startFakeConnector();
    database = await freshDatabase();
    way = await cuttingProxy(database.url);
    [local, registered, onPostgres, unreached, refused, misnamed] = await Promise.all([
      startBotProcess({ LOG_LEVEL: 'debug' }),
      startBotProcess(REGISTERED),
      startWithDatabase(way.url),
      startWithDatabase(withPassword('postgres://unstuck@127.0.0.1:1/unstuck')),
      startWithDatabase(withPassword(database.url)),
      startWithDatabase(withPassword('postgres://unstuck@127.0.0.1')),
    ]);
    await sendTokens(registered.origin, connector.serviceUrl);
    sessions = await Promise.all([local, onPostgres].map(({ origin }) => talkOnThePage(origin)));
    await talkInTeams(local.origin, connector);
    way.cutAt('insert into "conversations"', 'answer');
    await talkInTeams(onPostgres.origin, connector);
    for (const { origin } of [local, onPostgres]) await sendNonsense(origin);
    await database.drop();
    await talkInTeams(onPostgres.origin, connector);
    for (const bot of all()) await bot.kill();
  });
  after(async () => {
    for (const bot of all()) await bot.remove();
    await connector.close();
    await way.close();
  });

  it('were there to be told: turns ran, turns failed, requests were refused', async () => {
    const text = everything(local, registered);

    expect(text).to.include('request refused').and.include('"channel":"teams"').and.include('"channel":"web"');
    expect(text).to.match(/"level":50/);
    expect(connector.ledger.length).to.be.at.least(3);
  });

  it('were there to be told: turns ran on PostgreSQL, a connection broke, the database went', async () => {
    expect(everything(onPostgres)).to.include('"channel":"teams"').and.include('"channel":"web"');
    expect(way.cuts).to.equal(1);
    expect(everything(onPostgres)).to.include('"code":"3D000"');
  });

  it('were there to be told: no database, a refused password, an address that isn’t one', async () => {
    expect(everything(unreached)).to.include('Can’t reach the database');
    expect(everything(refused)).to.include('refuses the name or the password');
    expect(everything(misnamed)).to.include('DATABASE_URL: must be an address');
  });

  for (const [what, secret] of Object.entries({ ...SECRETS, ...STORED })) {
    it(`are in nothing that is written out: ${what}`, () => {
      expect(everything(...all()).toLowerCase()).not.to.include(secret.toLowerCase());
    });
  }

  it('are in nothing that is written out: the password with which it works', () => {
    const { password } = new URL(way.url);

    expect(password).to.match(/^\w{16,}$/);
    expect(everything(...all())).not.to.include(password);
  });

  it('are in nothing that is written out: the cookies, which are the keys to chats', () => {
    for (const session of sessions) {
      expect(session).to.match(/^[\w-]{22}$/);
      expect(everything(...all())).not.to.include(session);
    }
  });

  for (const [what, secret] of Object.entries(SECRETS)) {
    it(`are not in the database: ${what}`, async () => {
      const stored = (await rawFiles(local.dataFolder)) + (await rawFiles(registered.dataFolder));

      expect(stored).not.to.include(secret);
    });
  }

  it('are in the database where they may be: what the page shows again, and whose chat it is', async () => {
    const stored = await rawFiles(local.dataFolder);

    expect(stored).to.include(STORED['what was typed on the page']).and.include(sessions[0]);
    expect(stored).to.include(`"url":"${STORED['the link that was given back on the page']}"`);
  });

  it('are not in the database: a link as it was typed', async () => {
    const stored = await rawFiles(local.dataFolder);

    expect(stored).not.to.include(Object.values(STORED).join(' '));
    expect(stored).not.to.include(`"text":"${STORED['the link that was given back on the page']}","channelData"`);
  });
});

const startWithDatabase = (url: string) => startBotProcess({ LOG_LEVEL: 'debug', DATABASE_URL: url });

const withPassword = (url: string) =>
  Object.assign(new URL(url), { password: SECRETS['the database’s password'] }).href;

const REGISTERED = {
  LOG_LEVEL: 'debug',
  WEB_CHAT: 'on',
  MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444',
  MicrosoftAppPassword: SECRETS['the app’s password'],
  MicrosoftAppTenantId: '0f0f0f0f-1111-4222-8333-555555555555',
};

/** Chats, and does all that is refused; gives the session. */
async function talkOnThePage(origin: string): Promise<string> {
  const visitor = visitorOf(origin);
  await visitor.open({ cookie: `theme=${SECRETS['another cookie']}` });
  const link = STORED['the link that was given back on the page'];
  await visitor.says('1', `${STORED['what was typed on the page']} ${link}`);
  await visitor.says('2', link);
  await visitor.send({ id: '3', value: { verb: 'answer', card: SECRETS['what was clicked'] } });
  await visitor.send({ id: '4', text: { from: SECRETS['a person’s name'] } });
  await visitor.says('5', 'x'.repeat(20_000));
  const own = visitor.session();
  const forwarded = { 'x-forwarded-for': SECRETS['an address that a proxy names'] };
  await visitor.open({ origin: `https://${SECRETS['a header']}.example`, ...forwarded });
  await visitor.send({ id: '6', text: SECRETS['an e-mail address'] }, { cookie: `unstuck=${'A'.repeat(22)}` });
  const stream = await openEventStream(`${origin}/web/events?after=0`, { cookie: visitor.cookie() });
  await stream.next();
  stream.close();
  return own;
}

/** Turns that end well, that fail when they are answered, and that are no activities. */
async function talkInTeams(origin: string, connector: FakeConnector): Promise<void> {
  const who = {
    id: '29:1canary',
    name: SECRETS['a person’s name'],
    aadObjectId: '7c9e6679-7425-40de-944b-000000000001',
  };
  const person = teamsActivities(connector.serviceUrl, who);
  const link = `https://teams.microsoft.com/l/meetup-join/x?p=${SECRETS['the passcode of a link pasted in Teams']}`;
  await postActivity(origin, person.installs());
  await postActivity(origin, person.says(SECRETS['what was typed in Teams']));
  await postActivity(origin, person.says(`start ${SECRETS['an e-mail address']}`));
  await postActivity(origin, person.pastesLink('Join the meeting', link));
  await postActivity(origin, person.clicks({ verb: 'x', card: SECRETS['what was clicked'] }, 'activity-1'));
  await postActivity(origin, person.says(SECRETS['what was typed in Teams'], 'channel'));
  connector.failNext({ answer: 500, code: 'canary-code' }, { answer: 500 }, { answer: 'reset' });
  await postActivity(origin, person.says(`${SECRETS['what was typed in Teams']}, again`));
  await postActivity(origin, person.invokes('canary/invoke', { text: SECRETS['what was typed in Teams'] }));
  await postActivity(origin, {
    ...person.says(SECRETS['what was typed in Teams']),
    conversation: SECRETS['a person’s name'],
  });
  const foreign = { serviceUrl: `https://${SECRETS['a header']}.example/` };
  await postActivity(origin, { ...person.says(SECRETS['what was typed in Teams']), ...foreign });
}

/** What is no request of ours at all. */
async function sendNonsense(origin: string): Promise<void> {
  await fetch(`${origin}/${SECRETS['a part of a web address']}?${SECRETS['a part of a web address']}`);
  const headers = { 'content-type': 'application/json', 'x-canary': SECRETS['a header'] };
  await fetch(`${origin}/api/messages`, { method: 'POST', headers, body: `{${SECRETS['a body that is no JSON']}` });
  await fetch(`${origin}/web/messages`, { method: 'POST', headers, body: SECRETS['a body that is no JSON'] });
  await sendRaw(Number(new URL(origin).port), `${SECRETS['a header']}\r\n\r\n`);
}

/** Tokens that are none of anybody's, and one that looks like one. */
async function sendTokens(origin: string, serviceUrl: string): Promise<void> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const secret = SECRETS['a bearer token'];
  const claims = {
    iss: 'https://api.botframework.com',
    aud: REGISTERED.MicrosoftAppId,
    name: SECRETS['a person’s name'],
  };
  const tokens = [
    secret,
    `${part({ alg: 'RS256', kid: secret })}.${part(claims)}.${part({ secret })}`,
    '',
    secret.repeat(9),
  ];
  const activity = teamsActivities(serviceUrl).says(SECRETS['what was typed in Teams']);
  for (const token of tokens) await postActivity(origin, activity, { headers: { authorization: `Bearer ${token}` } });
  await postActivity(origin, activity, { headers: { authorization: `Basic ${secret}` } });
  await visitorOf(origin).open();
}
