import { expect } from 'chai';
import { judge } from '../../../soak/desk/judge.ts';
import { en } from '../../../src/cards/text/en.ts';
import { CASE, call, card, DESK, type Different, kept, known, PERSON, post, RULES, seen, written } from './known.ts';

const CLOSED = { kind: 'closed', how: 'withdrawn' } as const;
const NOTED = { kind: 'on-screen' } as const;
const EARLIER = Date.parse(CASE.openedAt) - 1;
const LATER = Date.parse(CASE.openedAt) + 1;
const REPLY = { kind: 'reply', text: 'Restart it, markr000002.' } as const;
const NOTE = { kind: 'note', text: 'DNS, markn000003.' } as const;
const SAID = { kind: 'message', text: 'It says marky000004' } as const;
const replied = written({ kind: 'reply', mark: 'markr000002', by: 'Ana' });
const noted = written({ kind: 'note', mark: 'markn000003', by: 'Ana' });
const said = written({ kind: 'said', mark: 'marky000004', by: PERSON });

/** What the channel was told in answer to what Ana wrote. */
const answered = (different: Partial<ReturnType<typeof call>>) =>
  call({ operation: 'reply', conversation: `${DESK};messageid=message-1`, about: 'from-1', shown: 'm2', ...different });
const wentWrong = answered({ at: 1_500, card: card('', en.faults.title), line: '' });
const whichCase = answered({ at: 1_500, card: card(''), line: en.desk.whichCase });

/** What is said of an answer that isn’t in its case as often as it should be, and of how that came about. */
const flawOf = (times: number, how: How = {}) =>
  `markr000002 by Ana was answered, and is ${times} times in its case (${went(how)})`;
const went = ({ how = 'under message-1', told = 'nothing', cards = FIRST }: How) =>
  `written ${how} as from-1; told ${told}; cards of its case, counted from its answer: ${cards}`;
type How = { readonly how?: string; readonly told?: string; readonly cards?: string };
const FIRST = 'message-1 (taken, 100 ms)';

/** A life that ended so many milliseconds after the case’s card was posted, and the one that came after it. */
const lives = (endedAfter: number) => [
  { upAt: 0, endedAt: 1_000 + endedAfter },
  { upAt: 1_100 + endedAfter, endedAt: null },
];
const repeated = (different: Partial<ReturnType<typeof call>> = {}) =>
  call({ at: 9_000, life: 1, shown: 'message-2', line: en.trail.again('A case'), ...different });

const FINE: readonly (readonly [title: string, run: Different])[] = [
  ['a case that was sent and is on the desk', {}],
  ['an answer that came to its person', { books: [replied], cases: [kept(REPLY)], shown: [seen(REPLY.text)] }],
  [
    'an answer that came again in Teams after an end right behind it',
    {
      ...{ books: [replied], cases: [kept(REPLY)], lives: lives(1_400) },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
  ],
  [
    'an answer that came again in Teams, once, a while after it was sent',
    {
      ...{ books: [replied], cases: [kept(REPLY)], lives: lives(1_600) },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
  ],
  [
    'an answer under a card that came again, whose writer was told that it belongs to no case',
    { books: [replied], calls: [call(), whichCase, repeated()], lives: lives(40) },
  ],
  [
    'an answer under a card that wasn’t noted yet, whose writer was told that it belongs to no case',
    { books: [{ ...replied, began: EARLIER }], calls: [call(), whichCase], cases: [kept(NOTED)], lives: lives(40) },
  ],
  [
    'an answer under a card that was noted after it had been typed, and before a delivery of it was answered',
    {
      ...{ books: [{ ...replied, began: EARLIER, at: LATER }], cases: [kept(NOTED)] },
      ...{ calls: [call(), whichCase], lives: lives(40) },
    },
  ],
  [
    'an answer under a card of which the bot was told nothing yet',
    { books: [{ ...replied, began: EARLIER }], calls: [call({ fate: 'unclear' }), whichCase], cases: [kept(NOTED)] },
  ],
  [
    'an answer to a case that was closed by then, of which the page said so',
    { books: [{ ...replied, thread: null, said: en.requests.refused.closed, at: LATER }], cases: [kept(CLOSED)] },
  ],
  [
    'a fault told at the desk, since the channel failed before',
    {
      books: [replied],
      calls: [call(), { ...whichCase, at: 1_400, fate: 'unclear' }, wentWrong, repeated()],
      lives: lives(40),
    },
  ],
  [
    'a note under a card that came again, whose writer the channel didn’t tell so',
    {
      books: [noted],
      calls: [call(), { ...whichCase, shown: '', fate: 'refused' }, { ...wentWrong, at: 1_600 }, repeated()],
      lives: lives(40),
    },
  ],
  [
    'an answer that came again in Slack, and says so',
    {
      ...{ books: [replied], cases: [kept(REPLY)], kind: 'slack' },
      shown: [seen(REPLY.text), seen(`${en.requests.again(CASE.id)} ${REPLY.text}`)],
    },
  ],
  ['a note that stays at the desk', { books: [noted], cases: [kept(NOTE)] }],
  ['something said that the desk saw', { books: [said], cases: [kept(SAID)] }],
  [
    'a card that came again, and says so, after an end right behind it',
    { calls: [call(), repeated()], lives: lives(40) },
  ],
  [
    'a card that came again, and says so, after an unclear answer',
    { calls: [call({ fate: 'unclear' }), repeated({ life: 0 })] },
  ],
  [
    'a card that was posted anew, since the one before was gone',
    {
      calls: [
        call(),
        call({ at: 2_000, operation: 'update', about: 'message-1', shown: '', fate: 'gone' }),
        call({ at: 2_100, shown: 'message-2' }),
      ],
    },
  ],
  [
    'a card that was posted anew, since the thread of the one before was gone',
    {
      calls: [
        call(),
        call({ at: 2_000, conversation: `${DESK};messageid=message-1`, card: card(''), shown: '', fate: 'gone' }),
        call({ at: 2_100, shown: 'message-2' }),
      ],
    },
  ],
  [
    'a case that came to the desk within a minute of the bot’s being back',
    { calls: [call({ at: 100_000, life: 1 })], lives: lives(49_000) },
  ],
];

const WRONG: readonly (readonly [title: string, run: Different, flaw: string])[] = [
  ['a case that was lost', { cases: [] }, 'somebody sent marks000001, and 0 cases came of it'],
  ['a case that was made twice', { cases: [kept(), kept()] }, 'somebody sent marks000001, and 2 cases came of it'],
  ['a case that never came to the desk', { calls: [] }, `${CASE.id}, sent by somebody, never came to the desk`],
  [
    'a case that nobody at the desk saw, for all that the bot was told',
    { calls: [call({ shown: '', fate: 'unclear' })] },
    `${CASE.id}, sent by somebody, never came to the desk`,
  ],
  [
    'a case that came to the desk too late',
    { calls: [call({ at: 50_000, shown: '', fate: 'unclear' }), call({ at: 62_000 })] },
    `${CASE.id} came to the desk 61.1 s after it was sent, or the bot was back (a post: unclear in life 0, which goes on, at 49.1 s; message-1: taken in life 0, which goes on, at 61.1 s)`,
  ],
  [
    'a case that came to the desk at once in the life after one that had it for over a minute',
    { calls: [call({ at: 100_000, life: 1 })], lives: lives(98_000) },
    `${CASE.id} came to the desk 98.1 s after it was sent, or the bot was back (message-1: taken in life 1, which goes on, at 99.1 s)`,
  ],
  [
    'a card that came again for no reason',
    { calls: [call(), repeated({ life: 0 })] },
    `“${CASE.id} · Waiting” was posted twice for no reason (message-1: taken in life 0, which goes on; ` +
      'then message-2: taken in life 0, which goes on, 8000 ms later)',
  ],
  [
    'a card that came again, since one of its case was gone that wasn’t the one before',
    {
      calls: [
        call(),
        call({ at: 2_000, operation: 'update', about: 'message-0', shown: '', fate: 'gone' }),
        repeated({ life: 0 }),
      ],
    },
    `“${CASE.id} · Waiting” was posted twice for no reason (message-1: taken in life 0, which goes on; ` +
      'then message-2: taken in life 0, which goes on, 8000 ms later)',
  ],
  [
    'a card that came again, since a form in its thread was gone',
    {
      calls: [
        call(),
        call({
          ...{ at: 2_000, operation: 'update', about: 'form-1', shown: '', fate: 'gone' },
          ...{ conversation: `${DESK};messageid=message-1`, card: card('') },
        }),
        repeated({ life: 0 }),
      ],
    },
    `“${CASE.id} · Waiting” was posted twice for no reason (message-1: taken in life 0, which goes on; ` +
      'then message-2: taken in life 0, which goes on, 8000 ms later)',
  ],
  [
    'a card that came again, since the thread of another case was gone',
    {
      calls: [
        call(),
        call({ at: 2_000, conversation: `${DESK};messageid=other`, card: card(''), shown: '', fate: 'gone' }),
        repeated({ life: 0 }),
      ],
    },
    `“${CASE.id} · Waiting” was posted twice for no reason (message-1: taken in life 0, which goes on; ` +
      'then message-2: taken in life 0, which goes on, 8000 ms later)',
  ],
  [
    'a card that came again long after it was posted',
    { calls: [call(), repeated({ at: 30_000 })], lives: lives(6_000) },
    `“${CASE.id} · Waiting” was posted twice for no reason (message-1: taken in life 0, 6000 ms before its end; ` +
      'then message-2: taken in life 1, which goes on, 29000 ms later)',
  ],
  [
    'a card that came again and doesn’t say so',
    { calls: [call(), repeated({ line: 'A case' })], lives: lives(40) },
    `“${CASE.id} · Waiting” was posted again and doesn’t say so`,
  ],
  ['an answer that isn’t in its case', { books: [replied] }, flawOf(0)],
  [
    'an answer that is in its case twice',
    { books: [replied], cases: [kept(REPLY, REPLY)], shown: [seen(REPLY.text)] },
    flawOf(2),
  ],
  [
    'an answer that never came',
    { books: [replied], cases: [kept(REPLY)] },
    `markr000002 by Ana never came to ${PERSON}`,
  ],
  [
    'an answer that stands on the page twice, whatever ended',
    {
      ...{ books: [replied], cases: [kept(REPLY)], lives: lives(1_500), kind: 'web' },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
    `markr000002 by Ana came again to ${PERSON}, for no reason`,
  ],
  [
    'an answer that came again in Teams for no reason',
    { books: [replied], cases: [kept(REPLY)], shown: [seen(REPLY.text), seen(REPLY.text)] },
    `markr000002 by Ana came again to ${PERSON}, for no reason`,
  ],
  [
    'an answer that came again in Slack and doesn’t say so, whatever ended',
    {
      ...{ books: [replied], cases: [kept(REPLY)], lives: lives(1_400), kind: 'slack' },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
    `markr000002 by Ana came again to ${PERSON}, for no reason`,
  ],
  [
    'an answer of which its writer was told that it went wrong, and it was sent',
    { books: [replied], cases: [kept(REPLY)], shown: [seen(REPLY.text)], calls: [call(), wentWrong] },
    `Ana was told of markr000002: ${en.faults.title}`,
  ],
  [
    'an answer of which its writer was told that it went wrong, and so it did',
    { books: [replied], calls: [call(), wentWrong] },
    flawOf(0, { told: `“${en.faults.title}”` }),
  ],
  [
    'a fault told at the desk, though telling it failed before',
    { calls: [call(), { ...wentWrong, at: 1_400, shown: '', fate: 'refused' }, wentWrong] },
    `somebody at the desk was told: ${en.faults.title}`,
  ],
  [
    'somebody at the desk who is told that they go too fast',
    { calls: [call(), answered({ line: en.notices.tooFast })] },
    `somebody at the desk was told: ${en.notices.tooFast}`,
  ],
  [
    'an answer that belongs to no case, under the newest card',
    { books: [{ ...replied, began: LATER, at: LATER }], calls: [call(), whichCase], cases: [kept(NOTED)] },
    flawOf(0, { told: `“${en.desk.whichCase}”`, cards: `message-1 (taken, ${1_000 - LATER} ms)` }),
  ],
  [
    'an answer that belongs to no case, on the page',
    { books: [{ ...replied, thread: null, said: en.desk.whichCase }], calls: [call(), repeated()], lives: lives(40) },
    flawOf(0, {
      how: 'on the page',
      told: `“${en.desk.whichCase}”`,
      cards: `${FIRST}, message-2 (taken, 8100 ms)`,
    }),
  ],
  [
    'an answer to a case that was open, of which the page said that it is closed',
    { books: [{ ...replied, thread: null, said: en.requests.refused.closed, at: LATER }] },
    flawOf(0, {
      how: 'on the page',
      told: `“${en.requests.refused.closed}”`,
      cards: `message-1 (taken, ${1_000 - LATER} ms)`,
    }),
  ],
  [
    'answers most of which are refused',
    { books: [1, 2, 3, 4].map(() => replied), calls: [call(), whichCase, repeated()], lives: lives(40) },
    '4 of 4 replies were refused',
  ],
  [
    'answers that came again in Teams, each a while after they were sent',
    {
      ...{ books: [replied, replied, replied], cases: [kept(REPLY)], lives: lives(1_600) },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
    '3 replies came again that were sent more than 500 ms before an end',
  ],
  [
    'an answer that came again in Teams long after it was sent',
    {
      ...{ books: [replied], cases: [kept(REPLY)], lives: lives(6_100) },
      shown: [seen(REPLY.text), seen(REPLY.text, { at: 9_000, life: 1 })],
    },
    `markr000002 by Ana came again to ${PERSON}, for no reason`,
  ],
  [
    'a note that came to somebody',
    { books: [noted], cases: [kept(NOTE)], shown: [seen(NOTE.text)] },
    `markn000003, a note, came to ${PERSON}`,
  ],
  [
    'a note that was sent anywhere else',
    { books: [noted], cases: [kept(NOTE)], calls: [call(), call({ conversation: 'a:1', marks: ['markn000003'] })] },
    'markn000003, a note, went to a:1',
  ],
  [
    'an answer that belongs to no case, under a card that was taken in a life that goes on',
    { books: [replied], calls: [call(), whichCase] },
    flawOf(0, { told: `“${en.desk.whichCase}”` }),
  ],
  [
    'an answer that belongs to no case, under a card of another one',
    { books: [{ ...replied, thread: 'message-9' }], calls: [call(), whichCase], lives: lives(40) },
    flawOf(0, { how: 'under message-9', told: `“${en.desk.whichCase}”` }),
  ],
  [
    'a note that belongs to no case, under the newest card',
    { books: [{ ...noted, began: LATER, at: LATER }], calls: [call(), whichCase], cases: [kept(NOTED)] },
    `markn000003, a note by Ana, is 0 times in ${CASE.id} (${went({
      told: `“${en.desk.whichCase}”`,
      cards: `message-1 (taken, ${1_000 - LATER} ms)`,
    })})`,
  ],
  ['a note that was lost', { books: [noted] }, `markn000003, a note by Ana, is 0 times in ${CASE.id} (${went({})})`],
  ['something said that was lost', { books: [said] }, `${PERSON} said marky000004, and it is 0 times in a case`],
  [
    'something said that counted twice',
    { books: [said], cases: [kept(SAID, SAID)] },
    `${PERSON} said marky000004, and it is 2 times in a case`,
  ],
  [
    'something said that the desk never saw',
    { books: [said], cases: [kept(SAID)], posts: [post(RULES)] },
    `${PERSON} said marky000004, and the desk never saw it`,
  ],
  [
    'a case that isn’t sound',
    { cases: [{ ...kept(), broken: ['it stays small'] }] },
    `of ${CASE.id} it isn’t true that it stays small`,
  ],
  [
    'a trail that isn’t in the audit',
    { cases: [{ ...kept(SAID), audited: ['e0'] }] },
    `the trail of ${CASE.id} has 2 lines, and the audit 1`,
  ],
  ['a message that still waits', { outbox: { waiting: 2, dead: 0 } }, '2 messages still wait'],
  ['a message that was given up', { outbox: { waiting: 0, dead: 1 } }, '1 messages were given up'],
  [
    'somebody who is told that something went wrong',
    { shown: [seen('', { card: { ...card(''), title: en.faults.title } })] },
    `${PERSON} was told that something went wrong`,
  ],
  [
    'somebody who is told of a case that there isn’t',
    { shown: [seen('Case number: UN-2222-33')] },
    `${PERSON} was told of UN-2222-33, which doesn’t exist`,
  ],
  [
    'somebody who is told that their case is on the screen, before it is',
    { shown: [seen('', { at: 500, card: card(CASE.id, en.requests.happened.onScreen) })] },
    `${PERSON} was told that ${CASE.id} is on the desk’s screen, before it was`,
  ],
  [
    'a case that is on the desk and doesn’t say so',
    { cases: [{ ...kept(), current: { ...CASE, isOnScreen: false } }] },
    `${CASE.id} is on the desk, and doesn’t say so`,
  ],
];

describe('what is judged of a desk in a soak run', () => {
  for (const [title, run] of FINE) {
    it(`passes ${title}`, () => {
      const { failures } = judge(known(run));

      expect(failures).to.deep.equal([]);
    });
  }

  for (const [title, run, flaw] of WRONG) {
    it(`fails ${title}`, () => {
      const { failures } = judge(known(run));

      expect(failures).to.include(flaw);
    });
  }
});
