import { expect } from 'chai';
import { botToken } from '../../../src/channels/teams/botToken.ts';
import { rejectionOf } from '../../contracts/turnStoreSamples.ts';

const SOON_MS = 5;

describe('botToken', () => {
  it('gives the token of the credentials', async () => {
    const token = botToken({ getToken: async () => 'abc' });

    expect(await token()).to.equal('abc');
  });

  it('fetches once for all who wait', async () => {
    let fetches = 0;
    const token = botToken({ getToken: async () => `abc${++fetches}` });

    expect(await Promise.all([token(), token(), token()])).to.deep.equal(['abc1', 'abc1', 'abc1']);
  });

  it('gives up on a sign-in that is never answered, and signs in anew for the next', async () => {
    const answers = [new Promise<string>(() => undefined), Promise.resolve('abc')];
    const token = botToken({ getToken: () => answers.shift() }, SOON_MS);

    const [one, other] = await Promise.all([rejectionOf(token()), rejectionOf(token())]);

    expect([one, other]).to.have.nested.property('[0].code', 'sign-in-failed');
    expect(other).to.equal(one);
    expect(await token()).to.equal('abc');
  });

  it('signs in anew after a sign-in that was refused', async () => {
    const answers = [Promise.reject(new Error('invalid_client')), Promise.resolve('abc')];
    const token = botToken({ getToken: () => answers.shift() });

    const refusal = await rejectionOf(token());

    expect(refusal).to.have.property('code', 'sign-in-failed');
    expect(refusal).to.have.nested.property('cause.message', 'invalid_client');
    expect(await token()).to.equal('abc');
  });

  it('refuses credentials that give none', () => {
    expect(() => botToken({})).to.throw('the credentials give no token');
  });
});
