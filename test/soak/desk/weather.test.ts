import { expect } from 'chai';
import { createWeather, FAIR } from '../../../soak/desk/weather.ts';
import { randomFrom } from '../../../soak/random.ts';

const CALLS = 3_000;
const CHANNEL = '19:desk@thread.tacv2';

describe('the weather of a desk in a soak run', () => {
  for (const operation of ['send', 'update'] as const) {
    it(`fails a third of the time, in every way, for ${operation}`, () => {
      const weather = createWeather(randomFrom(1));

      const all = Array.from({ length: CALLS }, (_, at) =>
        weather({ operation, conversation: CHANNEL, about: `m${at}` }),
      );

      const failed = all.filter(({ answer }) => answer !== FAIR.answer);
      expect(failed.length / CALLS).to.be.within(0.3, 0.37);
      const ways = failed.map(({ answer }) => (typeof answer === 'string' ? answer : `${answer.status}`));
      const gone = operation === 'update' ? ['404'] : [];
      expect([...new Set(ways)].sort()).to.deep.equal([...gone, '429', '503', 'reset', 'silence'].sort());
    });
  }

  it('shows nothing of what was certainly not taken, and some of what nobody knows', () => {
    const weather = createWeather(randomFrom(2));

    const all = Array.from({ length: CALLS }, (_, at) =>
      weather({ operation: 'update', conversation: CHANNEL, about: `m${at}` }),
    );

    const refused = all.filter(({ answer }) => typeof answer === 'object' && answer.status < 500);
    const unclear = all.filter(({ answer }) => answer === 'silence');
    expect(refused.some(({ isShown }) => isShown)).to.equal(false);
    expect(new Set(unclear.map(({ isShown }) => isShown))).to.deep.equal(new Set([true, false]));
  });

  it('never finds a message again that it couldn’t find, and is fair to all else where it is fair', () => {
    let isFair = false;
    const weather = createWeather(randomFrom(3), () => isFair);
    const statusOf = ({ answer }: ReturnType<typeof weather>) => (typeof answer === 'object' ? answer.status : 200);

    const about = Array.from({ length: CALLS }, (_, at) => `m${at}`).find((each) => {
      return statusOf(weather({ operation: 'update', conversation: CHANNEL, about: each })) === 404;
    });

    const later = Array.from({ length: 20 }, () =>
      weather({ operation: 'update', conversation: CHANNEL, about: about ?? '' }),
    );
    expect(later.map(statusOf)).to.deep.equal(later.map(() => 404));
    isFair = true;
    expect(statusOf(weather({ operation: 'update', conversation: CHANNEL, about: about ?? '' }))).to.equal(404);
    const others = Array.from({ length: 20 }, (_, at) =>
      weather({ operation: 'update', conversation: CHANNEL, about: `other-${at}` }),
    );
    expect(others).to.deep.equal(others.map(() => FAIR));
  });

  it('finds no thread any more whose message it couldn’t find, nor changes one whose thread is gone', () => {
    const weather = createWeather(randomFrom(4));
    const statusOf = ({ answer }: ReturnType<typeof weather>) => (typeof answer === 'object' ? answer.status : 200);
    const post = (root: string) =>
      ({ operation: 'send', conversation: `${CHANNEL};messageid=${root}`, about: '' }) as const;
    const change = (root: string) => ({ operation: 'update', conversation: CHANNEL, about: root }) as const;

    for (const [first, then] of [
      [post, change],
      [change, post],
    ] as const) {
      const roots = Array.from({ length: CALLS }, (_, at) => `${first.name}-${at}`);
      const root = roots.find((each) => statusOf(weather(first(each))) === 404) ?? '';
      expect(Array.from({ length: 20 }, () => statusOf(weather(then(root))))).to.deep.equal(Array(20).fill(404));
    }
  });
});
