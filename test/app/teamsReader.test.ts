import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { teamsReader } from '../../src/app/teamsReader.ts';
import { teamsDeskReference } from '../../src/channels/teams/teamsDeskReference.ts';
import { BOT, TENANT, teamsActivities } from '../support/teamsActivity.ts';

const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const CHANNEL = '19:desk@thread.tacv2';
const CONFIGURED = teamsDeskReference({
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  ...{ channelId: CHANNEL, tenant: TENANT, botId: BOT.id },
});

describe('what Teams tells of where the desk is', () => {
  const said = teamsActivities(SERVICE_URL).says('cases', { channel: CHANNEL, team: '19:general@thread.tacv2' });
  const activity = said as unknown as Activity;

  it('is more than a configured place says, once: the team, and from where it is heard', () => {
    const learnt = teamsReader.referenceOf(activity);

    expect([CONFIGURED, learnt].map((known) => teamsReader.tellsMore(activity, known))).to.deep.equal([true, false]);
    expect(learnt).to.deep.include({ team: '19:general@thread.tacv2', serviceUrl: SERVICE_URL });
  });

  it('is no more where no team is named', () => {
    expect(teamsReader.tellsMore({ ...activity, channelData: {} }, CONFIGURED)).to.equal(false);
  });
});
