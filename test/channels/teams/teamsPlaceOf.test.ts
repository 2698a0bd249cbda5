import { expect } from 'chai';
import { parseInboundActivity } from '../../../src/channels/teams/parseInboundActivity.ts';
import { type TeamsPlace, teamsPlaceOf } from '../../../src/channels/teams/teamsPlaceOf.ts';
import { type TeamsActivity, teamsActivities } from '../../support/teamsActivity.ts';

const ada = teamsActivities('https://smba.trafficmanager.net/emea/');
const channel = '19:desk@thread.tacv2';
const says = ada.says('hello', { channel });

const PLACES: readonly (readonly [what: string, activity: TeamsActivity, place: TeamsPlace])[] = [
  ['a private chat', ada.says('hello'), 'personal'],
  ['a group chat', ada.says('hello', 'groupChat'), 'group-chat'],
  ['a channel that says nothing of its type', says, 'standard-channel'],
  ['a standard channel', ada.says('hello', { channel, type: 'standard' }), 'standard-channel'],
  ['a private channel', ada.says('hello', { channel, type: 'private' }), 'private-channel'],
  ['a shared channel', ada.says('hello', { channel, type: 'shared' }), 'shared-channel'],
  ['a tap in a shared channel', ada.clicks({}, '1', { channel, type: 'shared' }), 'shared-channel'],
  ['a type in capitals', { ...says, channelData: { channel: { type: 'Private' } } }, 'private-channel'],
  ['a type that nobody knows', { ...says, channelData: { channel: { type: 'secret' } } }, 'unknown'],
  ['a type that is a name of the language', { ...says, channelData: { channel: { type: 'constructor' } } }, 'unknown'],
  ['a type that is no text', { ...says, channelData: { channel: { type: {} } } }, 'unknown'],
  [
    'a kind of conversation that nobody knows',
    { ...says, conversation: { id: '1', conversationType: 'x' } },
    'unknown',
  ],
  ['a conversation of no kind', { ...says, conversation: { id: '1' } }, 'unknown'],
  ['no channel data', { ...says, channelData: undefined }, 'standard-channel'],
];

describe('the kind of place in Teams', () => {
  for (const [what, body, place] of PLACES) {
    it(`is ${place} for ${what}`, () => {
      expect(teamsPlaceOf(parseInboundActivity(body) ?? {})).to.equal(place);
    });
  }
});
