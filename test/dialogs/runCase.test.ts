import { TestAdapter, TurnContext } from 'botbuilder';
import { expect } from 'chai';
import type { OutgoingCard } from '../../src/cards/model.ts';
import { en } from '../../src/cards/text/en.ts';
import { caseDialogs } from '../../src/dialogs/caseDialogs.ts';
import { runCase } from '../../src/dialogs/runCase.ts';
import { answer, newDraft, start } from '../../src/knowledge/index.ts';
import { readPack } from '../../src/readPack.ts';
import type { ConversationState } from '../../src/turn/turnStore.ts';

const pack = await readPack('lync-online-meeting-join');
const dialogs = caseDialogs({ pack, texts: en, contact: undefined, newCardId: () => 'card' });

/** Where an earlier version left somebody: one question answered. */
const draft = answer(start(pack, newDraft(pack)), 'users', 'single');

const waterfallAt = (id: string, stepIndex: number) => ({
  id,
  state: { options: {}, values: { instanceId: 'x' }, stepIndex },
});
const openCard = { id: 'card', state: { card: 'card', missed: 0 } };

/** Dialog stacks that other versions may have left, and what a person may meet. */
const STACKS: readonly (readonly [string, readonly unknown[]])[] = [
  ['no dialog', []],
  ['a dialog that is gone', [waterfallAt('main', 1), waterfallAt('interview', 2), openCard]],
  ['a prompt that is gone', [waterfallAt('main', 1), waterfallAt('scoping', 1), { id: 'choice', state: {} }]],
  ['a step that comes later now', [waterfallAt('main', 1), waterfallAt('scoping', 0), openCard]],
  ['a step that is past the end', [waterfallAt('main', 40), waterfallAt('scoping', 40), openCard]],
  ['a card without its id', [waterfallAt('main', 1), waterfallAt('scoping', 1), { id: 'card', state: {} }]],
  ['the wrong waterfall', [waterfallAt('main', 3), waterfallAt('escalation', 0), openCard]],
];

describe('a conversation that another version began', () => {
  for (const [what, dialogStack] of STACKS) {
    it(`goes on with its answers from ${what}`, async () => {
      const first = await turn({ draft, dialogStack }, 'inside');
      const second = await turn(first.state, 'inside');
      const third = await turn(second.state, 'change');

      const shown = third.cards.at(-1)?.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));
      expect([first, second, third].map(({ cards }) => cards.length)).to.deep.equal([1, 1, 1]);
      expect(shown?.[0]?.detail).to.equal('Now: One person');
    });
  }

  it('asks again what the new version of the pack doesn’t know, and keeps the rest', async () => {
    const old = {
      ...draft,
      version: '0.9.0',
      answers: { users: 'single', location: 'moon', mood: 'bad' },
      symptom: 'gone',
    };

    const { state } = await turn({ draft: old, dialogStack: [] }, 'hello');

    expect(state.draft.answers).to.deep.equal({ users: 'single' });
    expect(state.draft.symptom).to.equal(undefined);
    expect(state.draft.version).to.equal(pack.version);
  });

  it('begins anew with another pack', async () => {
    const { state } = await turn({ draft: { ...draft, pack: 'another' }, dialogStack: [] }, 'hello');

    expect(state.draft).to.deep.equal(newDraft(pack));
  });

  it('keeps less than 4 KB of a whole case', async () => {
    let state: ConversationState = { draft: newDraft(pack), dialogStack: [] };
    for (const text of ['hi', 'start', '2', '1', '2', '2', 'fix', ...Array.from({ length: 12 }, () => 'no')]) {
      ({ state } = await turn(state, text));
    }

    expect(JSON.stringify(state.draft).length).to.be.below(2048);
    expect(JSON.stringify(state).length).to.be.below(4096);
  });
});

async function turn(state: ConversationState, text: string) {
  const cards: OutgoingCard['view'][] = [];
  const context = new TurnContext(new TestAdapter(), {
    type: 'message',
    text,
    channelId: 'test',
    conversation: { id: 'c', name: '', isGroup: false, conversationType: 'personal' },
    from: { id: 'u', name: '' },
    recipient: { id: 'b', name: '' },
  });
  context.onSendActivities(async (_, activities) => {
    for (const { attachments = [] } of activities) {
      for (const { content } of attachments) cards.push((content as OutgoingCard).view);
    }
    return [];
  });
  const next = await runCase({ dialogs, pack }, context, { state, step: 'go-on', desk: null });
  return { cards, state: JSON.parse(JSON.stringify(next)) as ConversationState };
}
