import { expect } from 'chai';
import { judgeThreads } from '../../../soak/desk/judgeThreads.ts';
import { en } from '../../../src/cards/text/en.ts';
import { CASE, call, DESK, type Different, kept, known, post, RULES } from './known.ts';

const SAID = { kind: 'message', text: 'It says marky000004' } as const;
const NOTE = { kind: 'note', text: 'DNS, markn000003.' } as const;
const REPLY = { kind: 'reply', text: 'Restart it, markr000002.' } as const;
const THREAD = `the thread of ${CASE.id} under message-1`;
const NEWER = { conversation: `${DESK};messageid=message-2` };

/** A life that ended so many milliseconds after the posts were there, and the one that came after it. */
const lives = (endedAfter: number) => [
  { upAt: 0, endedAt: 2_000 + endedAfter },
  { upAt: 2_100 + endedAfter, endedAt: null },
];
const later = { at: 9_000, life: 1, shown: 'later' };
const renewed = [call(), call({ at: 8_000, shown: 'message-2' })];

const FINE: readonly (readonly [title: string, run: Different])[] = [
  ['a thread with the rules, and each text once', { cases: [kept(SAID, NOTE, REPLY)] }],
  ['a card whose thread has nothing yet, below a newer one', { calls: renewed, cases: [kept(SAID)] }],
  [
    'rules and a text that came again after an end right behind them',
    {
      ...{ cases: [kept(SAID)], lives: lives(40) },
      posts: [
        ...[post(RULES), post(en.trail.again(RULES), later)],
        ...[post(SAID.text), post(en.trail.again(SAID.text), later)],
      ],
    },
  ],
  [
    'a text that came again after an unclear answer',
    { cases: [kept(SAID)], posts: [post(RULES), post(SAID.text, { fate: 'unclear' }), post(SAID.text, { at: 9_000 })] },
  ],
  [
    'a text that nobody saw the first time',
    { cases: [kept(SAID)], posts: [post(RULES), post(SAID.text, { shown: '', fate: 'refused' }), post(SAID.text)] },
  ],
  [
    'a thread that begins later than its case, with all of it in one post',
    {
      ...{ calls: renewed, cases: [kept(SAID, NOTE)] },
      posts: [post(RULES), post(SAID.text), post(`${RULES}\n${SAID.text}\n${NOTE.text}`, NEWER)],
    },
  ],
  [
    'an answer to somebody before the rules',
    { posts: [post('No', { operation: 'reply', about: 'from-1', at: 1_500 }), post(RULES)] },
  ],
  [
    'texts that came again, all of them a while after they were posted, in one life',
    {
      ...{ cases: [kept(SAID, NOTE, REPLY)], lives: lives(1_600) },
      posts: [post(RULES), ...[SAID, NOTE, REPLY].flatMap(({ text }) => [post(text), post(text, later)])],
    },
  ],
];

const WRONG: readonly (readonly [title: string, run: Different, flaws: readonly string[]])[] = [
  [
    'a text that came twice in one life',
    { cases: [kept(SAID)], posts: [post(RULES), post(SAID.text), post(SAID.text, { at: 2_100 })] },
    [`${THREAD} says marky000004 twice for no reason`],
  ],
  [
    'a note that came again long after it was posted',
    { cases: [kept(NOTE)], lives: lives(6_000), posts: [post(RULES), post(NOTE.text), post(NOTE.text, later)] },
    [`${THREAD} says markn000003 twice for no reason`],
  ],
  [
    'a text that came twice after an end',
    {
      ...{ cases: [kept(SAID)], lives: lives(40) },
      posts: [post(RULES), post(SAID.text), post(SAID.text, later), post(SAID.text, { ...later, at: 9_100 })],
    },
    [`${THREAD} says marky000004 twice for no reason`],
  ],
  [
    'rules that came twice',
    { posts: [post(RULES), post(RULES, { at: 2_100 })] },
    [`${THREAD} says what the rules are twice for no reason`],
  ],
  [
    'a text before the rules',
    { cases: [kept(SAID)], posts: [post(SAID.text), post(RULES)] },
    [`${THREAD} doesn’t begin with the rules`],
  ],
  [
    'an earlier thread that doesn’t begin with the rules',
    {
      ...{ calls: renewed, cases: [kept(SAID)] },
      posts: [post(SAID.text), post(RULES, NEWER), post(SAID.text, NEWER)],
    },
    [`${THREAD} doesn’t begin with the rules`],
  ],
  [
    'a text that the newest thread hasn’t',
    {
      ...{ calls: renewed, cases: [kept(SAID, REPLY)] },
      posts: [post(RULES), post(SAID.text), post(RULES, NEWER), post(REPLY.text, NEWER)],
    },
    [`the thread of ${CASE.id} under message-2 doesn’t say marky000004`],
  ],
  ['a thread without anything', { posts: [] }, [`${THREAD} doesn’t say what the rules are`]],
  [
    'texts that came again, each a while after they were posted, in more lives than may be',
    {
      cases: [kept(SAID)],
      lives: [0, 1, 2, 3].map((life) => ({ upAt: 0, endedAt: life < 3 ? 3_600 + life * 10_000 : null })),
      posts: [post(RULES), ...[0, 1, 2, 3].map((life) => post(SAID.text, { at: 2_000 + life * 10_000, life }))],
    },
    ['3 times posts in threads came again that were sent more than 500 ms before an end'],
  ],
];

describe('what is judged of the threads of a desk in a soak run', () => {
  for (const [title, run] of FINE) {
    it(`passes ${title}`, () => {
      expect(judgeThreads(known(run)).failures).to.deep.equal([]);
    });
  }

  for (const [title, run, flaws] of WRONG) {
    it(`fails ${title}`, () => {
      expect(judgeThreads(known(run)).failures).to.deep.equal(flaws);
    });
  }

  it('counts the posts, and what came again of them', () => {
    const { counts } = judgeThreads(
      known({ cases: [kept(SAID)], lives: lives(40), posts: [post(RULES), post(SAID.text), post(SAID.text, later)] }),
    );

    expect(counts).to.deep.equal({ 'posts in threads': 3, 'posts in threads that came again': 1 });
  });
});
