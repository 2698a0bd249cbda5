import { expect } from 'chai';
import { STEPS } from '../../../soak/bot/childSettings.ts';
import { crashPlan } from '../../../soak/bot/crashPlan.ts';
import { randomFrom } from '../../../soak/random.ts';

describe('crashPlan', () => {
  it('ends at every named step and at random moments, however few ends are asked for', () => {
    const plan = crashPlan(1, randomFrom(1));

    const steps = plan.flatMap(({ kill }) => (kill ? [kill.step] : []));
    expect(new Set(steps)).to.deep.equal(new Set(STEPS));
    expect(plan.length).to.be.greaterThan(steps.length);
  });

  it('divides many ends evenly between steps and random moments', () => {
    const plan = crashPlan(200, randomFrom(1));

    const random = plan.filter(({ kill }) => kill === undefined).length;
    expect([plan.length, random >= 90 && random <= 110]).to.deep.equal([200, true]);
  });

  it('is the same for the same seed, and another for another', () => {
    const plans = [1, 1, 2].map((seed) => crashPlan(30, randomFrom(seed)));

    expect(plans[0]).to.deep.equal(plans[1]);
    expect(plans[0]).to.not.deep.equal(plans[2]);
  });
});
