import { expect } from 'chai';
import fc from 'fast-check';
import { escapeMarkdown } from '../../src/cards/adaptiveCard/escapeMarkdown.ts';
import { plainHtml, plainText } from '../../web/plainText.ts';

const SEED = 2423848;

describe('text of a card on the page', () => {
  it('is what it was before it was escaped, whatever it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => plainText(escapeMarkdown(text)) === text),
      { seed: SEED },
    );
  });

  it('holds no markup as HTML, whatever it was', () => {
    fc.assert(
      fc.property(fc.string(), (text) => !/[<>"']/.test(plainHtml(text))),
      { seed: SEED },
    );
  });

  it('keeps backslashes that escape nothing', () => {
    expect(plainText(String.raw`C:\Users\\me \*not strong\*`)).to.equal(String.raw`C:\Users\me *not strong*`);
  });
});
