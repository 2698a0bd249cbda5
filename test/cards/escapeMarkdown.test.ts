import { expect } from 'chai';
import { escapeMarkdown } from '../../src/cards/adaptiveCard/escapeMarkdown.ts';

function escapes(text: string, expected: string): void {
  it(`writes ${text} as ${expected}`, () => {
    expect(escapeMarkdown(text)).to.equal(expected);
  });
}

describe('escapeMarkdown', () => {
  escapes('Can’t join a meeting?', 'Can’t join a meeting?');
  escapes('2 of 4: inside, outside (or both) & more!', '2 of 4: inside, outside (or both) & more!');
  escapes('**bold** _it_', '\\*\\*bold\\*\\* \\_it\\_');
  escapes('[click](https://evil.example)', '\\[click\\](https\\://evil.example)');
  escapes('<b>`x`</b> ~~y~~', '\\<b\\>\\`x\\`\\</b\\> \\~\\~y\\~\\~');
  escapes('a \\* b', 'a \\\\\\* b');
  escapes('- item', '\\- item');
  escapes('# head', '\\# head');
  escapes('12. item', '12\\. item');
  escapes('1) item', '1\\) item');
  escapes('a - b # c 1. d', 'a - b # c 1. d');
  escapes('&lt; AT&T', '\\&lt; AT&T');
  escapes('{{DATE(2017-02-14T06:00:00Z)}} {a} {{{', '{\\{DATE(2017-02-14T06:00:00Z)}} {a} {\\{\\{');
  escapes('www.evil.example me@evil.example', 'www\\.evil.example me\\@evil.example');
  escapes('\n\n  - item', '\n\n  \\- item');
});
