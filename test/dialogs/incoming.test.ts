import { expect } from 'chai';
import { incomingOf } from '../../src/dialogs/incoming.ts';

const LINK = 'https://meet.contoso.com/jdoe/45GZFH99?a=1&b=2';
const ENCODED = LINK.replaceAll('&', '&amp;');
const html = (content: unknown) => [{ contentType: 'text/html', content }];

/** What is typed, and what is read. */
const READ: readonly (readonly [what: string, typed: string, read: string])[] = [
  ['words', 'hello', 'hello'],
  ['lines', 'one\r\ntwo\u2028three\u0085four', 'one\ntwo\nthree\nfour'],
  ['a tab', 'a\tb', 'a b'],
  ['control characters', 'a\u0000b\u0007c\u001B[31md\u009F', 'abc[31md'],
  ['overrides of direction', 'safe\u202Egnp.exe\u202C \u2066x\u2069', 'safegnp.exe x'],
  ['marks of direction', 'א\u200Fב \u200Eok', 'א\u200Fב \u200Eok'],
  ['what takes no room', 'st\u200Bart\uFEFF \u2060now', 'start now'],
  ['joined emoji', '👩‍💻 🏳️‍🌈', '👩‍💻 🏳️‍🌈'],
  ['half an emoji', 'x\uD83D y', 'x y'],
  ['markup', '**bold** <b>x</b> [a](b)', '**bold** <b>x</b> [a](b)'],
  ['nothing to see', ' \u0000\u200B\n ', ''],
];

/** A message, and the join link in it. */
const LINKS: readonly (readonly [what: string, message: object, url: string | null])[] = [
  ['bare', { text: `it is ${LINK}, I think` }, LINK],
  ['as Slack writes it', { text: `see <${ENCODED}>` }, LINK],
  ['as Slack writes it with a label', { text: `see <${ENCODED}|Join the meeting>` }, LINK],
  ['as Slack writes it, with a label that is another address', { text: `<${ENCODED}|https://a.example/b/c>` }, LINK],
  ['after another that Slack wrote', { text: `<https://a.example|a> <${ENCODED}|b>` }, LINK],
  ['in brackets that don’t close', { text: `<${LINK} and more` }, LINK],
  ['in the HTML alone', { text: 'Join', attachments: html(`<p><a href="${ENCODED}">Join</a></p>`) }, LINK],
  ['in single quotes', { text: 'Join', attachments: html(`<a class=x HREF = '${ENCODED}'>Join</a>`) }, LINK],
  [
    'in the second of two addresses',
    { attachments: html(`<a href="https://a.example">a</a><a href="${LINK}">b`) },
    LINK,
  ],
  ['after 3,000 characters', { text: `${'word '.repeat(600)}${LINK}` }, LINK],
  ['beside a character that turns what follows around', { text: `${LINK}\u202Egpj.exe` }, LINK],
  ['beside HTML that is none', { text: LINK, attachments: html({ href: 'x' }) }, LINK],
  [
    'in an attachment that isn’t HTML',
    { text: 'x', attachments: [{ contentType: 'a/b', content: `href="${LINK}"` }] },
    null,
  ],
  ['nowhere', { text: 'hello', attachments: html('<p>hello</p>') }, null],
];

describe('incomingOf', () => {
  for (const [what, text, read] of READ) {
    it(`reads ${what}`, () => {
      expect(incomingOf({ text })).to.deep.equal({ kind: 'text', text: read, whole: read, link: null, begun: null });
    });
  }

  for (const [what, message, url] of LINKS) {
    it(`${url === null ? 'finds no join link' : 'finds the join link'} ${what}`, () => {
      const incoming = incomingOf(message as { text: string });

      expect(incoming.kind === 'text' ? (incoming.link?.url ?? null) : 'a click').to.equal(url);
    });
  }

  for (const [what, message, whole] of [
    ['no address', { text: 'Join', attachments: html('<p>Join</p>') }, 'Join'],
    ['one', { text: 'See this', attachments: html(`<a href="${ENCODED}">this</a>`) }, `See this\n${LINK}`],
    ['one twice', { text: 'a', attachments: html(`<a href="${LINK}">a</a><a href="${LINK}">b</a>`) }, `a\n${LINK}`],
    [
      'two',
      { text: 'a', attachments: html(`<a href="https://a.example/">a</a><a href="${LINK}">b`) },
      `a\nhttps://a.example/\n${LINK}`,
    ],
    [
      'one that stands in the text',
      { text: `a ${LINK}`, attachments: html(`<a href="${ENCODED}">x</a>`) },
      `a ${LINK}`,
    ],
    ['one that leads nowhere', { text: 'a', attachments: html('<a href="javascript:alert(1)">a</a>') }, 'a'],
    ['one and no words', { attachments: html(`<a href="${LINK}"></a>`) }, LINK],
  ] as const) {
    it(`gives what to keep of a text with HTML beside it that has ${what}`, () => {
      expect(incomingOf(message as unknown as { text: string })).to.include({ whole });
    });
  }

  it('gives a text of any length whole', () => {
    const text = 'word '.repeat(4_000).trim();

    expect(incomingOf({ text })).to.include({ text });
  });

  for (const [what, value, kind] of [
    ['a click of ours', { verb: 'start', card: 'c' }, 'click'],
    ['a click that isn’t one of ours', { verb: 'erase', card: 'c' }, 'unreadable'],
    ['a word for a value', 'start', 'unreadable'],
    ['an empty value', {}, 'unreadable'],
  ] as const) {
    it(`takes ${what} for ${kind}, whatever text comes with it`, () => {
      expect(incomingOf({ text: 'hello', value })).to.include({ kind });
    });
  }
});
