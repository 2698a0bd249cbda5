import { expect } from 'chai';
import { challengeOf } from '../../../src/channels/slack/challengeOf.ts';
import { slackFixture } from '../../support/slackFixtures.ts';

describe('challengeOf', () => {
  it('finds what Slack wants to have said back', () => {
    const challenge = challengeOf('events', slackFixture('url-verification'));

    expect(challenge).to.equal('3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P');
  });

  it('takes one of 200 characters, and none longer', () => {
    const [long, longer] = ['x'.repeat(200), 'x'.repeat(201)];

    const found = [long, longer, 7, undefined].map((challenge) =>
      challengeOf('events', { type: 'url_verification', challenge }),
    );

    expect(found).to.deep.equal([long, null, null, null]);
  });

  it('finds none in anything else', () => {
    const found = [
      ...[null, 7, 'url_verification', {}].map((payload) => challengeOf('events', payload)),
      challengeOf('events', { ...slackFixture('message-direct'), challenge: 'x' }),
      challengeOf('actions', slackFixture('url-verification')),
    ];

    expect(new Set(found)).to.deep.equal(new Set([null]));
  });
});
