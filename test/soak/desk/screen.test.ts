import { expect } from 'chai';
import { createScreen, type Screen } from '../../../soak/desk/screen.ts';
import { CASE, call, card, DESK } from './known.ts';

const MARK = 'marks000001';

describe('the screen of a desk in a soak run', () => {
  let screen: Screen;

  beforeEach(() => {
    screen = createScreen(DESK);
  });

  it('finds a case by what stands on its card', () => {
    screen.show(call({ marks: [MARK] }));

    expect(screen.find(MARK)).to.include({ case: CASE.id, root: 'message-1' });
  });

  it('shows nothing that people don’t see, and nothing of other conversations', () => {
    screen.show(call({ marks: [MARK], shown: '' }));
    screen.show(call({ marks: [MARK], conversation: 'a:1' }));

    expect(screen.find(MARK)).to.equal(null);
  });

  it('shows a card as it was changed last', () => {
    screen.show(call({ marks: [MARK] }));
    screen.show(call({ operation: 'update', about: 'message-1', card: card('Solved') }));

    expect(screen.find(MARK)?.card.text).to.equal('Solved');
  });

  it('takes the newest of several cards for the one', () => {
    screen.show(call({ marks: [MARK] }));
    screen.show(call({ marks: [MARK], shown: 'message-2' }));

    expect(screen.get(CASE.id)?.root).to.equal('message-2');
  });

  it('knows every card of a case, the newest first', () => {
    screen.show(call({ card: card('Waiting') }));
    screen.show(call({ shown: 'message-2', card: card('Solved') }));

    expect(screen.cardsOf(CASE.id).map(({ text }) => text)).to.deep.equal(['Solved', 'Waiting']);
  });

  it('finds what is in the thread of any of them', () => {
    screen.show(call({ marks: [MARK] }));
    screen.show(call({ conversation: `${DESK};messageid=message-1`, shown: 'form', card: card('Your answer') }));
    screen.show(call({ shown: 'message-2' }));

    expect(screen.inThreadOf(CASE.id, ({ text }) => text === 'Your answer')?.id).to.equal('form');
  });
});
