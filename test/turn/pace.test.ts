import { expect } from 'chai';
import { createPaces, type Pace, type Paces } from '../../src/turn/pace.ts';

const RATES = { person: { burst: 4, perSecond: 1 }, tenant: { burst: 6, perSecond: 2 } };

describe('createPaces', () => {
  let at: number;
  let paces: Paces;
  beforeEach(() => {
    at = Date.UTC(2026, 0, 15, 12);
    paces = createPaces(() => new Date(at), RATES);
  });

  /** What one person gets for so many turns in the same moment. */
  const takes = (count: number, person = 'ada', conversation = `teams:contoso:${person}`): Pace[] =>
    Array.from({ length: count }, () => paces.take({ conversation, person: `teams:contoso:${person}` }));

  it('lets a burst go, tells the person once, and is silent then', () => {
    const given = takes(7);

    expect(given).to.deep.equal(['go', 'go', 'go', 'go', 'too-fast', 'silent', 'silent']);
  });

  it('lets one go for each second that has passed', () => {
    takes(5);
    at += 2_000;

    const given = takes(3);

    expect(given).to.deep.equal(['go', 'go', 'silent']);
  });

  it('tells a person again who had slowed down', () => {
    takes(6);
    at += 4_000;

    const given = takes(6);

    expect(given).to.deep.equal(['go', 'go', 'go', 'go', 'too-fast', 'silent']);
  });

  it('goes on when the clock is set back, and gives nothing for it', () => {
    takes(4);
    at -= 3_600_000;
    const behind = takes(1);
    at += 1_000;

    const given = takes(2);

    expect([...behind, ...given]).to.deep.equal(['too-fast', 'go', 'silent']);
  });

  it('holds a tenant back as a whole, and tells each of its people once', () => {
    takes(4, 'ada');
    takes(2, 'kim');

    const given = [...takes(2, 'lee'), ...takes(2, 'sam')];

    expect(given).to.deep.equal(['too-many', 'silent', 'too-many', 'silent']);
  });

  it('lets another tenant go meanwhile', () => {
    for (const person of ['ada', 'kim']) takes(4, person);

    const other = paces.take({ conversation: 'teams:fabrikam:x', person: 'teams:fabrikam:x' });

    expect(other).to.equal('go');
  });

  it('holds nobody back for others where there are no tenants', () => {
    const given = ['a', 'b', 'c'].flatMap((person) => takes(4, person, `web::${person}`));

    expect(new Set(given)).to.deep.equal(new Set(['go']));
  });

  it('lets through what a person does who corrects several answers', () => {
    paces = createPaces(() => new Date(at));

    const given = takes(16);

    expect([given.slice(0, 15).every((each) => each === 'go'), given[15]]).to.deep.equal([true, 'too-fast']);
  });
});
