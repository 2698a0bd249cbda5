import { expect } from 'chai';
import { type DeskLoss, deskLossIn } from '../../../src/channels/teams/deskLossIn.ts';
import { isLostWith } from '../../../src/channels/teams/isLostWith.ts';
import { parseInboundActivity } from '../../../src/channels/teams/parseInboundActivity.ts';
import { ADA, type TeamsActivity, type TeamsThread, teamsActivities } from '../../support/teamsActivity.ts';

const ada = teamsActivities('https://smba.trafficmanager.net/emea/');
const channel = '19:desk@thread.tacv2';
const team = '19:general@thread.tacv2';
const desk: TeamsThread = { channel, team };

const removed: DeskLoss = { why: 'removed', channel: null, team };
const gone = (what: string | null): DeskLoss => ({ why: 'channel-deleted', channel: what, team });

const ACTIVITIES: readonly (readonly [what: string, activity: TeamsActivity, loss: DeskLoss | null])[] = [
  ['the bot is taken out of a team', ada.leaves(desk), removed],
  ['the app is removed from a team', ada.installs(desk, 'remove'), removed],
  ['a team isn’t named', { ...ada.leaves(desk), channelData: { eventType: 'teamMemberRemoved' } }, removed],
  [
    'the bot is taken out of a group chat',
    ada.leaves('groupChat'),
    { ...removed, channel: '19:c0ffee@thread.v2', team: null },
  ],
  ['a channel is deleted', ada.changesTeam('channelDeleted', desk), gone(channel)],
  ['a team is deleted', ada.changesTeam('teamDeleted', desk), gone(null)],
  ['a team is deleted for good', ada.changesTeam('teamHardDeleted', desk), gone(null)],
  ['a colleague leaves', ada.leaves(desk, ADA), null],
  ['a new version takes the old one’s place', ada.installs(desk, 'remove-upgrade'), null],
  ['the app is added', ada.installs(desk), null],
  ['the bot joins', ada.joins(desk), null],
  ['a channel is renamed', ada.changesTeam('channelRenamed', desk), null],
  ['a channel is restored', ada.changesTeam('channelRestored', desk), null],
  [
    'a deleted channel isn’t named',
    { ...ada.changesTeam('channelDeleted', desk), channelData: { eventType: 'channelDeleted' } },
    null,
  ],
  ['an event is no text', { ...ada.joins(desk), channelData: { eventType: ['channelDeleted'] } }, null],
  [
    'somebody only says so',
    { ...ada.says('hi', desk), channelData: { eventType: 'channelDeleted', channel: { id: channel } } },
    null,
  ],
  ['somebody’s message carries such members', { ...ada.says('hi', desk), membersRemoved: [{ id: '28:x' }] }, null],
];

describe('what is lost in Teams', () => {
  for (const [what, body, loss] of ACTIVITIES) {
    it(`is ${loss === null ? 'nothing' : loss.why} when ${what}`, () => {
      expect(deskLossIn(parseInboundActivity(body) ?? {})).to.deep.equal(loss);
    });
  }

  const places: readonly (readonly [
    what: string,
    loss: DeskLoss,
    place: { channel: string; team: string | null },
    isLost: boolean,
  ])[] = [
    ['the channel itself', gone(channel), { channel, team }, true],
    ['the channel, of a team that nobody knows', gone(channel), { channel, team: null }, true],
    ['another channel of the team', gone('19:other@thread.tacv2'), { channel, team }, false],
    ['the team', gone(null), { channel, team }, true],
    ['the team, by its first channel', removed, { channel: team, team: null }, true],
    ['a team that isn’t known to be this channel’s', removed, { channel, team: null }, false],
    ['another team', { ...removed, team: '19:other@thread.tacv2' }, { channel, team }, false],
    ['a chat', { ...removed, channel: '19:c0ffee@thread.v2', team: null }, { channel, team: null }, false],
    ['nobody knows what', { ...removed, team: null }, { channel, team: null }, false],
  ];
  for (const [what, loss, place, isLost] of places) {
    it(`${isLost ? 'takes' : 'doesn’t take'} a desk along when it is ${what}`, () => {
      expect(isLostWith(loss, place)).to.equal(isLost);
    });
  }
});
