import { expect } from 'chai';
import { mentionedIn } from '../../../src/channels/teams/mentionedIn.ts';
import { parseInboundActivity } from '../../../src/channels/teams/parseInboundActivity.ts';
import { BOT, person, type TeamsPerson, teamsActivities } from '../../support/teamsActivity.ts';

const KIM = person('kim', 'Kim Osei');
const LEE = person('lee', 'Lee Moss');

const read = (activity: object) => mentionedIn(parseInboundActivity(activity) ?? {});
const mentioning = (...who: readonly TeamsPerson[]) =>
  teamsActivities('http://127.0.0.1/').mentions('assign', who, 'channel');

describe('mentionedIn', () => {
  it('gives everybody whom a message mentions, once, and not the bot', () => {
    expect(read(mentioning())).to.deep.equal([]);
    expect(read(mentioning(KIM))).to.deep.equal([KIM]);
    expect(read(mentioning(KIM, LEE, KIM, { ...BOT, aadObjectId: 'a1' }))).to.deep.equal([KIM, LEE]);
  });

  it('leaves out the id of the organisation where Teams doesn’t say it', () => {
    const { aadObjectId: _, ...kim } = KIM;
    const activity = mentioning();

    const mentioned = (id: unknown) => ({
      type: 'mention',
      text: '<at>Kim</at>',
      mentioned: { ...kim, ...Object(id) },
    });

    expect(read({ ...activity, entities: [mentioned({})] })).to.deep.equal([kim]);
    expect(read({ ...activity, entities: [mentioned({ aadObjectId: null })] })).to.deep.equal([kim]);
  });

  it('leaves out what can’t be read', () => {
    const odd = [
      { type: 'mention' },
      { type: 'mention', mentioned: null },
      { type: 'mention', mentioned: { name: 'Kim' } },
      { type: 'mention', mentioned: { id: '../x y', name: 'Kim' } },
      { type: 'mention', mentioned: { id: '..', name: 'Kim' } },
      { type: 'clientInfo', mentioned: KIM },
      7,
    ];

    expect(read({ ...mentioning(), entities: odd })).to.deep.equal([]);
    expect(read({ ...mentioning(), entities: 'odd' })).to.deep.equal([]);
  });
});
