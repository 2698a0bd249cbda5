import { expect } from 'chai';
import { setConfiguredPlaces } from '../../src/app/configuredPlaces.ts';
import { readConfig } from '../../src/config/env.ts';
import type { AppError } from '../../src/errors.ts';
import type { DeskPlace } from '../../src/helpdesk/desk/deskPlace.ts';
import { TENANT } from '../support/teamsActivity.ts';

const SLACK_CHANNEL = 'C0123456789';
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-made-up', SLACK_SIGNING_SECRET: '0123456789abcdef' };

const [DESK, OTHER] = ['19:desk@thread.tacv2', '19:other@thread.tacv2'];

const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';

const FIRST: DeskPlace = {
  ...{ line: 'first', key: `teams:${TENANT}:${DESK}`, channel: 'msteams', reference: {} },
  ...{ setBy: 'teams:t:ana', setAt: '2026-01-05T09:00:00.000Z', lost: null },
};

/** The lines of the desk with their places, once it was started with these variables. */
async function placesWith(
  env: Readonly<Record<string, string>>,
  known: DeskPlace = FIRST,
  slackTeam: string | null = null,
) {
  const all = new Map([[known.line, known]]);
  const refusal = await setConfiguredPlaces({
    config: readConfig({ NODE_ENV: 'test', MicrosoftAppTenantId: TENANT, ...env }),
    slackTeam,
    now: () => new Date('2026-01-06T09:00:00.000Z'),
    newId: () => 'id',
    places: {
      get: async (line) => all.get(line) ?? null,
      set: async (place) => void all.set(place.line, place),
    },
  }).then(
    () => null,
    ({ code, message }: AppError) => ({ code, message }),
  );
  const places = [...all.values()].map(({ line, key }) => `${line} ${key.replace(/^.*?:19/, '19')}`);
  return { refusal, places, references: [...all.values()].map(({ reference }) => reference) };
}

describe('where the configuration says that the desk is', () => {
  for (const lost of [null, 'removed']) {
    it(`refuses a next line in the channel that the desk is in${lost ? ', also when that is lost' : ''}`, async () => {
      const { refusal, places } = await placesWith({ ESCALATE_TO: DESK }, { ...FIRST, lost });

      expect(refusal?.code).to.equal('config-invalid');
      expect(refusal?.message)
        .to.match(/^ESCALATE_TO: .*DESK_CHANNEL/)
        .and.not.include(DESK);
      expect(places).to.deep.equal([`first ${DESK}`]);
    });
  }

  it('refuses it also where the tenant isn’t set, which the desk there knows from Teams', async () => {
    const { refusal } = await placesWith({ ESCALATE_TO: DESK, MicrosoftAppTenantId: '' });

    expect(refusal?.code).to.equal('config-invalid');
  });

  it('takes a next line in another channel', async () => {
    const { refusal, places } = await placesWith({ ESCALATE_TO: OTHER });

    expect(refusal).to.equal(null);
    expect(places).to.deep.equal([`first ${DESK}`, `next ${OTHER}`]);
  });

  it('is posted to as the bot, at the address of its cloud, for both lines', async () => {
    const { references } = await placesWith({
      ...{ DESK_CHANNEL: OTHER, ESCALATE_TO: DESK, TEAMS_CLOUD: 'us-gov' },
      ...{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'a password' },
    });

    expect(references).to.deep.equal(
      [OTHER, DESK].map((id) => ({
        channelId: 'msteams',
        serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams/',
        bot: { id: `28:${APP_ID}`, name: '' },
        conversation: { id, conversationType: 'channel', isGroup: true, tenantId: TENANT, name: '' },
      })),
    );
  });

  it('takes one in the channel that the configuration has the desk leave', async () => {
    const { refusal, places } = await placesWith({ DESK_CHANNEL: OTHER, ESCALATE_TO: DESK });

    expect(refusal).to.equal(null);
    expect(places).to.deep.equal([`first ${OTHER}`, `next ${DESK}`]);
  });

  it('takes channels of Slack, for both lines, once the workspace is known', async () => {
    const env = { ...SLACK, DESK_CHANNEL: SLACK_CHANNEL, ESCALATE_TO: 'G0123456789' };

    const { refusal, places, references } = await placesWith(env, FIRST, 'T0123456789');

    expect(refusal).to.equal(null);
    expect(places).to.deep.equal([`first slack:T0123456789:${SLACK_CHANNEL}`, 'next slack:T0123456789:G0123456789']);
    expect(references).to.deep.equal(
      [SLACK_CHANNEL, 'G0123456789'].map((id) => ({
        channelId: 'slack',
        serviceUrl: 'https://slack.com/',
        bot: { id: '', name: '' },
        conversation: { id, conversationType: 'channel', isGroup: true, tenantId: 'T0123456789', name: '' },
      })),
    );
  });

  it('leaves a channel of Slack for later while the workspace isn’t known, and takes one of Teams', async () => {
    const { refusal, places } = await placesWith({ ...SLACK, DESK_CHANNEL: SLACK_CHANNEL, ESCALATE_TO: OTHER });

    expect(refusal).to.equal(null);
    expect(places).to.deep.equal([`first ${DESK}`, `next ${OTHER}`]);
  });

  it('refuses a next line in Slack that the desk was put in by what somebody said there', async () => {
    const place = { ...FIRST, key: `slack:T0123456789:${SLACK_CHANNEL}`, channel: 'slack' };

    const { refusal } = await placesWith({ ...SLACK, ESCALATE_TO: SLACK_CHANNEL }, place, 'T0123456789');

    expect(refusal?.code).to.equal('config-invalid');
  });
});
