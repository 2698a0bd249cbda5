import { expect } from 'chai';
import { judgeSlack, type SlackEvidence } from '../../../soak/slack/judgeSlack.ts';
import type { CallToSlack } from '../../../soak/slack/slackCalls.ts';
import { en } from '../../../src/cards/text/en.ts';
import { readBlockKit } from '../../support/readBlockKit.ts';

const DIRECT = 'D0P00000000';

/** A message of a row of the outbox, as Slack took it in the first life. */
function posted(text: string, different: Partial<CallToSlack> = {}): CallToSlack {
  return {
    ...{ at: 1_000, life: 0, method: 'chat.postMessage', operation: 'send', conversation: DIRECT, about: '' },
    ...{ shown: '1.1', fate: 'taken', row: 'row-1', line: text, card: readBlockKit({ text }, '1.1'), marks: [] },
    ...different,
  };
}

/** It was looked whether a message is there. */
function looked(fate: CallToSlack['fate'], different: Partial<CallToSlack> = {}): CallToSlack {
  const method = 'conversations.history';
  return posted('', { at: 2_000, method, operation: 'other', row: null, shown: '', fate, ...different });
}

const ANSWER = 'Restart it.';
const lost = posted(ANSWER, { fate: 'unclear' });
const again = posted(`${en.requests.again('UN-7K3Q-M2')}\n${ANSWER}`, { at: 3_000, shown: '1.2' });
const TWICE = `“${again.line}” in ${DIRECT} came twice`;

const judged = (different: Partial<SlackEvidence>) => {
  const lives = [{ upAt: 0, endedAt: null }];
  return judgeSlack({ calls: [], lives, withoutCard: [], faults: [], failedAtLast: 0, ...different });
};

const card = posted('Is it a meeting?', { operation: 'reply', row: null });
const fault = posted('', {
  ...{ at: 6_000, operation: 'reply', row: null, shown: '1.9' },
  card: { ...readBlockKit({ text: '' }, '1.9'), title: en.faults.title },
});
const TOLD = `${DIRECT} was told that something went wrong, after`;

const FINE: readonly (readonly [title: string, run: Partial<SlackEvidence>])[] = [
  ['a message that came once', { calls: [posted(ANSWER)] }],
  ['one that came again as another row', { calls: [lost, posted(ANSWER, { row: 'row-2' })] }],
  ['one that was posted again, since nobody saw the first', { calls: [{ ...lost, shown: '' }, posted(ANSWER)] }],
  ['one that was found, and changed', { calls: [lost, looked('taken'), posted(ANSWER, { operation: 'update' })] }],
  ['one that came again and says so, after it was looked for in vain', { calls: [lost, looked('refused'), again] }],
  [
    'a fault that is told since a card was not taken, though another one was meanwhile',
    { calls: [{ ...card, fate: 'unclear' }, { ...card, at: 2_000 }, fault] },
  ],
  [
    'a fault that is told in a channel since a card was not taken in a thread of it',
    {
      calls: [
        { ...card, fate: 'unclear', conversation: 'C0DESK00001;messageid=1.1' },
        { ...fault, conversation: 'C0DESK00001' },
      ],
    },
  ],
];

const WRONG: readonly (readonly [title: string, run: Partial<SlackEvidence>, flaw: string])[] = [
  [
    'one that came again without saying so',
    { calls: [lost, looked('unclear'), { ...again, line: ANSWER, card: lost.card }] },
    `“${ANSWER}” in ${DIRECT} came twice, and doesn’t say so`,
  ],
  ['one that came again and was never looked for', { calls: [lost, again] }, `${TWICE}, and could have been found`],
  [
    'one that came again, though it was there to be found',
    { calls: [lost, looked('taken'), again] },
    `${TWICE}, and could have been found`,
  ],
  [
    'one that came again, and was looked for elsewhere',
    { calls: [lost, looked('refused', { conversation: 'D0P01000000' }), again] },
    `${TWICE}, and could have been found`,
  ],
  [
    'a fault that is told though every card was taken',
    { calls: [card, fault] },
    `${TOLD} chat.postMessage (reply, taken, 5000 ms before, “Is it a meeting?”)`,
  ],
  [
    'a fault that is told twice for one card that was not taken',
    { calls: [{ ...card, fate: 'refused' }, fault, { ...fault, at: 6_500 }] },
    `${TOLD} chat.postMessage (reply, refused, 5500 ms before, “Is it a meeting?”), chat.postMessage (reply, taken, 500 ms before, “${en.faults.title}”)`,
  ],
  [
    'a fault that is told for what failed elsewhere, long ago or in an earlier life',
    {
      calls: [
        { ...card, fate: 'refused', conversation: 'D0P01000000' },
        { ...card, fate: 'refused', at: -20_000 },
        { ...card, fate: 'refused', life: -1 },
        fault,
      ],
    },
    `${TOLD} chat.postMessage (reply, refused, 26000 ms before, “Is it a meeting?”), chat.postMessage (reply, refused, 5000 ms before, “Is it a meeting?”)`,
  ],
  [
    'a fault that is told twice in a channel for one card that was not taken in a thread of it',
    {
      calls: [
        { ...card, fate: 'refused', conversation: 'C0DESK00001;messageid=1.1' },
        { ...fault, conversation: 'C0DESK00001' },
        { ...fault, conversation: 'C0DESK00001', at: 6_500 },
      ],
    },
    `C0DESK00001 was told that something went wrong, after chat.postMessage (reply, refused, 5500 ms before, “Is it a meeting?”), chat.postMessage (reply, taken, 500 ms before, “${en.faults.title}”)`,
  ],
  [
    'somebody who is left without a card',
    { withoutCard: ['slack:T0FAKE0001:D0P00000000'] },
    'the newest message of slack:T0FAKE0001:D0P00000000 is no card that can be tapped',
  ],
  [
    'what Slack would have refused',
    { faults: ['chat.postMessage: a text with markup'] },
    'chat.postMessage: a text with markup',
  ],
  [
    'a delivery that failed while nothing else did',
    { failedAtLast: 1 },
    '1 deliveries were answered with a 5xx while nothing failed',
  ],
];

describe('what is judged of Slack in a soak run', () => {
  for (const [title, run] of FINE) {
    it(`passes ${title}`, () => {
      const { failures } = judged(run);

      expect(failures).to.deep.equal([]);
    });
  }

  for (const [title, run, flaw] of WRONG) {
    it(`fails ${title}`, () => {
      const { failures } = judged(run);

      expect(failures).to.include(flaw);
    });
  }

  it('counts what was under way when a life ended', () => {
    const lives = [
      { upAt: 0, endedAt: 2_500 },
      { upAt: 2_600, endedAt: null },
    ];

    const { counts } = judged({ lives, calls: [lost, posted(ANSWER), looked('unclear', { life: 1, at: 2_700 })] });

    expect(counts['calls under way at an end']).to.equal(1);
  });
});
