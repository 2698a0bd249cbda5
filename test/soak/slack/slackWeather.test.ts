import { expect } from 'chai';
import { randomFrom } from '../../../soak/random.ts';
import { createSlackWeather } from '../../../soak/slack/slackWeather.ts';

const METHODS = ['chat.postMessage', 'chat.update', 'conversations.history', 'views.open', 'users.info'];

describe('createSlackWeather', () => {
  it('lets no call fail in fair weather', () => {
    const weather = createSlackWeather(randomFrom(1), () => true);

    const faults = METHODS.flatMap((method) => Array.from({ length: 50 }, () => weather({ method })));

    expect(faults.filter((fault) => fault !== undefined)).to.deep.equal([]);
  });

  for (const method of METHODS) {
    it(`has some of ${method} fail in each way, and most of them done`, () => {
      const weather = createSlackWeather(randomFrom(1), () => false);

      const faults = Array.from({ length: 1_000 }, () => weather({ method }));

      const ways = new Set(faults.flatMap((fault) => fault?.answer ?? []));
      expect(ways).to.deep.equal(new Set([429, 500, 'lost', 'silence']));
      expect(faults.filter((fault) => fault === undefined).length).to.be.greaterThan(700);
    });
  }
});
