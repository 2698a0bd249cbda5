import { expect } from 'chai';
import { shownLine, shownRich, shownText } from '../../src/cards/shownText.ts';

describe('shownText', () => {
  it('leaves a short text as it is', () => {
    expect(shownText('short', 5)).to.equal('short');
  });

  it('cuts a long text and says so', () => {
    expect(shownText('123456', 5)).to.equal('1234…');
  });

  it('never cuts an emoji in half', () => {
    expect(shownText('123😀56', 5)).to.equal('123…');
  });

  it('has something to see for a blank text', () => {
    expect(['', ' \n', '\u0000', '\u202E'].map((text) => shownText(text, 9))).to.deep.equal(['–', '–', '–', '–']);
  });

  it('makes one line of several', () => {
    expect(shownLine('a \r\n\n b\u2028c', 9)).to.equal('a b c');
  });
});

describe('shownRich', () => {
  it('counts all spans together and drops what comes after the cut', () => {
    const text = [{ text: 'one ' }, { text: 'two three', style: 'strong' as const }, { text: ' four' }];

    expect(shownRich(text, 8)).to.deep.equal([{ text: 'one ' }, { text: 'two…', style: 'strong' }]);
  });

  it('leaves out empty spans', () => {
    expect(shownRich([{ text: '' }, { text: 'a' }, { text: '\u0000' }], 8)).to.deep.equal([{ text: 'a' }]);
  });

  it('has something to see for no text at all', () => {
    expect([shownRich([], 8), shownRich([{ text: ' ', href: 'https://example.com/' }], 8)]).to.deep.equal([
      [{ text: '–' }],
      [{ text: '–' }],
    ]);
  });
});
