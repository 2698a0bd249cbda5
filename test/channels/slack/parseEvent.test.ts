import { expect } from 'chai';
import { parseSlack } from '../../../src/channels/slack/parseSlack.ts';
import { FIXTURE_BOT, slackFixture } from '../../support/slackFixtures.ts';

const read = (payload: unknown) => parseSlack('events', payload, FIXTURE_BOT);

describe('parseEvent', () => {
  for (const payload of [undefined, null, 7, 'event_callback', [], {}, { type: 7 }, { type: 'event_callback' }]) {
    it(`can’t read ${JSON.stringify(payload)}`, () => {
      expect(read(payload)).to.equal(null);
    });
  }

  it('leaves alone events that it doesn’t know, and deliveries of another kind', () => {
    const event = { type: 'team_join', user: { id: 'U0BEN00001' } };

    const inputs = [read({ ...slackFixture('reaction-added'), event }), read({ type: 'something_new' })];

    expect(inputs).to.deep.equal([{ kind: 'nothing' }, { kind: 'nothing' }]);
  });

  it('reads that the app was removed from an event without an id', () => {
    const input = read({ ...slackFixture('app-uninstalled'), event_id: undefined });

    expect(input).to.deep.equal({ kind: 'left', team: FIXTURE_BOT.team });
  });

  it('can’t read that it was removed from nobody knows where', () => {
    expect(read({ ...slackFixture('app-uninstalled'), team_id: undefined })).to.equal(null);
  });

  for (const tokens of [
    undefined,
    null,
    {},
    { bot: 'U0BOT00001' },
    { bot: ['U0OTHER001'] },
    { oauth: ['U0BOT00001'] },
  ]) {
    it(`takes the tokens ${JSON.stringify(tokens)} for those of others`, () => {
      const event = { type: 'tokens_revoked', tokens };

      expect(read({ ...slackFixture('tokens-revoked'), event })).to.deep.equal({ kind: 'nothing' });
    });
  }

  it('can’t read a look at the home tab without an event id, or by what is no id', () => {
    const sent = slackFixture('app-home-opened');
    const event = { type: 'app_home_opened', tab: 'home', user: {} };

    expect([read({ ...sent, event_id: undefined }), read({ ...sent, event })]).to.deep.equal([null, null]);
  });
});
