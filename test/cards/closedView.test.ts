import { expect } from 'chai';
import { closedView } from '../../src/cards/closedView.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { exampleViews, viewFullOf } from '../support/exampleViews.ts';

describe('closedView', () => {
  it('keeps the title and what was chosen, in a quiet line', () => {
    const closed = closedView(viewFullOf('How many?'), 'Just me');

    expect(renderPlainText(closed)).to.equal('How many?\n\nYou chose: Just me');
    expect(closed.blocks).to.have.lengthOf(1).and.to.have.nested.property('[0].tone', 'quiet');
  });

  it('leaves nothing to click', () => {
    const closed = Object.values(exampleViews).map((view) => closedView(view, 'x'));

    expect(closed.flatMap(({ actions, standing, more }) => [...actions, ...standing, ...more])).to.deep.equal([]);
  });

  it('shows what was typed as it was typed', () => {
    const closed = closedView(viewFullOf('How many?'), '**me** \u202E`x`');

    expect(closed.blocks).to.deep.equal([
      { kind: 'text', text: [{ text: 'You chose: ' }, { text: '**me** `x`' }], tone: 'quiet' },
    ]);
  });
});
