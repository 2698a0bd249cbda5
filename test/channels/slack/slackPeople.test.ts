import { expect } from 'chai';
import { createCallSlack } from '../../../src/channels/slack/callSlack.ts';
import { createSlackPeople, type PeopleTools } from '../../../src/channels/slack/slackPeople.ts';
import type { SlackFault } from '../../support/fakeSlackAnswers.ts';
import { useSlackLine } from './slackLine.ts';

const MINUTE = 60_000;
const NOBODY = { name: '', timeZone: null, teams: [] };
const ada = { ok: true, user: { name: 'ada', real_name: 'Ada Lovelace', tz: 'Europe/London', profile: {} } };

describe('people of a Slack workspace', () => {
  const here = useSlackLine();
  let now: number;
  beforeEach(() => {
    now = 0;
  });

  const people = (others: Partial<PeopleTools> = {}) => {
    const clock = () => new Date(now);
    const call = createCallSlack({ ...here.line, now: clock });
    return createSlackPeople({ call, now: clock, within: 200, ...others });
  };
  const asked = () => here.slack.ledger.map(({ method, body }) => `${method} ${body.user}`);
  /** The next answers of Slack. */
  const answer = (...bodies: object[]) => here.slack.failNext(...bodies.map((body) => ({ answer: { body } })));

  const names: readonly (readonly [user: object, name: string])[] = [
    [{ name: 'ada', real_name: 'Ada Lovelace', profile: { display_name: 'Countess' } }, 'Countess'],
    [{ name: 'ada', real_name: 'Ada Lovelace', profile: { display_name: '' } }, 'Ada Lovelace'],
    [{ name: 'ada', real_name: ' ', profile: { display_name: null } }, 'ada'],
    [{ name: 'ada', profile: { display_name: ' Ada\n<!channel>\u202e ' } }, 'Ada <!channel>'],
    [{}, ''],
  ];
  for (const [user, name] of names) {
    it(`are called ${JSON.stringify(name)} by ${JSON.stringify(user)}`, async () => {
      answer({ ok: true, user });

      expect(await people()('U1')).to.deep.equal({ name, timeZone: null, teams: [] });
      expect(asked()).to.deep.equal(['users.info U1']);
    });
  }

  for (const [user, teams] of [
    [{ team_id: 'T1', is_bot: false, deleted: false }, ['T1']],
    [{ team_id: 'T1', enterprise_user: { teams: ['T1', 'T2'] } }, ['T1', 'T2']],
    [{ team_id: 'T1', enterprise_user: { teams: 'T2' } }, ['T1']],
    [{ team_id: 7, is_bot: 'no' }, []],
    [{ team_id: 'T1', is_bot: true }, []],
    [{ team_id: 'T1', deleted: true }, []],
    [{ team_id: 'T1', is_stranger: true }, []],
  ] as const) {
    it(`are of ${teams.length === 0 ? 'no workspace' : teams} by ${JSON.stringify(user)}`, async () => {
      answer({ ok: true, user: { name: 'ada', ...user } });

      expect(await people()('U1')).to.deep.equal({ name: 'ada', timeZone: null, teams });
    });
  }

  it('are no helpers of Slack’s own, which are no bots by what it says', async () => {
    answer({ ok: true, user: { name: 'slackbot', team_id: 'T1', is_bot: false } });

    expect(await people()('USLACKBOT')).to.deep.include({ name: 'slackbot', teams: [] });
  });

  for (const [tz, timeZone] of [
    ['Europe/London', 'Europe/London'],
    ['Mars/Olympus_Mons', null],
    [null, null],
  ] as const) {
    it(`live in ${timeZone} by ${tz}`, async () => {
      answer({ ok: true, user: { name: 'ada', tz } });

      expect(await people()('U1')).to.deep.equal({ name: 'ada', timeZone, teams: [] });
    });
  }

  it('are asked for again after an hour', async () => {
    answer(ada, { ok: true, user: { name: 'countess' } });
    const person = people();
    await person('U1');
    now = 60 * MINUTE - 1;
    const before = await person('U1');
    now = 60 * MINUTE;

    const after = await person('U1');

    expect([before.name, after.name]).to.deep.equal(['Ada Lovelace', 'countess']);
    expect(asked()).to.have.lengthOf(2);
  });

  it('are asked for once by all who wait for them', async () => {
    here.slack.failBy(() => ({ answer: { body: ada } }));
    const person = people();

    const both = await Promise.all([person('U1'), person('U1')]);

    expect(both.map(({ name }) => name)).to.deep.equal(['Ada Lovelace', 'Ada Lovelace']);
    expect(asked()).to.have.lengthOf(1);
  });

  it('are forgotten where there are more than are kept', async () => {
    here.slack.failBy(() => ({ answer: { body: ada } }));
    const person = people({ kept: 2 });

    for (const user of ['U1', 'U2', 'U3', 'U3', 'U2', 'U1']) await person(user);

    expect(asked()).to.deep.equal(['users.info U1', 'users.info U2', 'users.info U3', 'users.info U1']);
  });

  const nothing: readonly (readonly [what: string, fault: SlackFault])[] = [
    ['refuses', { answer: { error: 'user_not_found' } }],
    ['is limited', { answer: 429, headers: { 'retry-after': '30' } }],
    ['breaks off', { answer: 'reset' }],
    ['doesn’t answer in time', { answer: 'silence' }],
    ['answers what nobody can read', { answer: { body: { ok: true, user: 'ada' } } }],
  ];
  for (const [what, fault] of nothing) {
    it(`have no name where Slack ${what}, and nobody asks again for a minute`, async () => {
      here.slack.failNext(fault);
      here.slack.failBy(() => ({ answer: { body: ada } }));
      const person = people();

      expect(await person('U1')).to.deep.equal(NOBODY);
      now = MINUTE - 1;
      expect(await person('U1')).to.deep.equal(NOBODY);
      expect(asked()).to.have.lengthOf(1);
      now = MINUTE;
      expect(await person('U1')).to.include({ name: 'Ada Lovelace' });
    });
  }

  it('are known to the next who ask where the answer comes too late', async () => {
    answer(ada);
    const answerNow = here.slack.hold();
    const person = people();
    expect(await person('U1')).to.deep.equal(NOBODY);

    answerNow();

    let { name } = await person('U1');
    while (name === '') {
      await new Promise(setImmediate);
      ({ name } = await person('U1'));
    }
    expect(name).to.equal('Ada Lovelace');
    expect(asked()).to.have.lengthOf(1);
  });
});
