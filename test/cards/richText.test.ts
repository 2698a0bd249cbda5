import { expect } from 'chai';
import type { RichText } from '../../src/cards/model.ts';
import { plain, rich, toPlain } from '../../src/cards/richText.ts';

function reads(markup: string, expected: RichText): void {
  it(`reads ${JSON.stringify(markup)}`, () => {
    expect(rich(markup)).to.deep.equal(expected);
  });
}

function shows(typed: string, expected: string): void {
  it(`shows ${JSON.stringify(typed)} as ${JSON.stringify(expected)}`, () => {
    expect(plain(typed)).to.deep.equal([{ text: expected }]);
  });
}

describe('rich', () => {
  reads('plain', [{ text: 'plain' }]);
  reads('', []);
  reads('**all**', [{ text: 'all', style: 'strong' }]);
  reads('`all`', [{ text: 'all', style: 'code' }]);
  reads('Open **Start** and run `cmd`.', [
    { text: 'Open ' },
    { text: 'Start', style: 'strong' },
    { text: ' and run ' },
    { text: 'cmd', style: 'code' },
    { text: '.' },
  ]);
  reads('**a `b` c**', [{ text: 'a `b` c', style: 'strong' }]);
  reads('`a **b** c`', [{ text: 'a **b** c', style: 'code' }]);
  reads('**open', [{ text: '**open' }]);
  reads('`open', [{ text: '`open' }]);
  reads('****', [{ text: '****' }]);
  reads('``', [{ text: '``' }]);
  reads('2 * 3 ** 4', [{ text: '2 * 3 ** 4' }]);
  reads('_it_ [a](b) # c <b>', [{ text: '_it_ [a](b) # c <b>' }]);

  it('takes a long text of open markers without slowing down', () => {
    const started = performance.now();

    const text = rich('**a *'.repeat(20_000));

    expect(toPlain(text)).to.contain('a');
    expect(performance.now() - started).to.be.below(1_000);
  });
});

describe('plain', () => {
  shows('**not strong** `not code`', '**not strong** `not code`');
  shows('one\r\ntwo\rthree\u2028four', 'one\ntwo\nthree\nfour');
  shows('a\u0000b\u001B[31mc\u007Fd\u009Be', 'ab[31mcde');
  shows('tab\there', 'tab here');
  shows('safe\u202Egpj.exe\u202C \u2067x\u2069', 'safegpj.exe x');
  shows('half \uD83D emoji', 'half  emoji');
  shows('👩‍💻 ok', '👩‍💻 ok');
});

describe('toPlain', () => {
  it('keeps the words and tells where a link leads', () => {
    const text: RichText = [
      { text: 'See ' },
      { text: 'this', style: 'strong', href: 'https://example.com/a' },
      { text: ' or ' },
      { text: 'https://example.com/b', href: 'https://example.com/b' },
    ];

    expect(toPlain(text)).to.equal('See this (https://example.com/a) or https://example.com/b');
  });
});
