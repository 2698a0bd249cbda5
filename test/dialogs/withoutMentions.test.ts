import { expect } from 'chai';
import fc from 'fast-check';
import { withoutMentions } from '../../src/dialogs/withoutMentions.ts';

const SEED = { seed: 20_260_105, numRuns: 500 };

/** A text, the texts of its mentions, and what is left. */
const MENTIONS: readonly (readonly [what: string, text: string, mentions: readonly unknown[], left: string])[] = [
  ['no mention', ' hello ', [], 'hello'],
  ['one before the text', '<at>Unstuck</at> hello', ['<at>Unstuck</at>'], 'hello'],
  ['one after it', 'hello <at>Unstuck</at>', ['<at>Unstuck</at>'], 'hello'],
  ['one in the middle', 'my <at>Unstuck</at>\nhello', ['<at>Unstuck</at>'], 'my \nhello'],
  ['one between two words', 'my<at>Unstuck</at>hello', ['<at>Unstuck</at>'], 'my hello'],
  ['two', '<at>Unstuck</at> and <at>Kim</at> hi', ['<at>Unstuck</at>', '<at>Kim</at>'], 'and  hi'],
  ['two in the other order', '<at>Unstuck</at> and <at>Kim</at> hi', ['<at>Kim</at>', '<at>Unstuck</at>'], 'and  hi'],
  ['the same twice', '<at>Unstuck</at><at>Unstuck</at>hi', ['<at>Unstuck</at>'], 'hi'],
  ['a name that differs from ours', '<at>Stuck? (old)</at> hi', ['<at>Stuck? (old)</at>'], 'hi'],
  ['a name within another', '@Ann @Anna hi', ['@Ann', '@Anna'], 'hi'],
  ['names that overlap', 'say abc', ['ab', 'bc'], 'say'],
  ['a name of regex characters', '.*+?^$()|{}[]\\ hi', ['.*+?^$()|{}[]\\'], 'hi'],
  ['a name of replacement patterns', "$& $1 $' hi", ['$&', "$'"], '$1  hi'],
  ['only mentions', '<at>A</at> <at>B</at>', ['<at>A</at>', '<at>B</at>'], ''],
  ['an entity that lies', 'hello', ['<at>Unstuck</at>'], 'hello'],
  ['an entity without a text', '<at>Unstuck</at> hi', [undefined], '<at>Unstuck</at> hi'],
  ['an entity with an empty text', 'hello', [''], 'hello'],
  ['an entity with a number for a text', '7 hello', [7], '7 hello'],
  ['a mention as Slack writes it', '<@U012AB3CD> hi', ['<@U012AB3CD>'], 'hi'],
  ['an emoji in the name', '<at>🦄 Bot</at> 🦄', ['<at>🦄 Bot</at>'], '🦄'],
];

describe('withoutMentions', () => {
  for (const [what, text, mentions, left] of MENTIONS) {
    it(`leaves the rest of a text with ${what}`, () => {
      expect(withoutMentions({ text, entities: mentions.map((each) => ({ type: 'mention', text: each })) })).to.equal(
        left,
      );
    });
  }

  for (const [what, entities] of [
    ['no entities', undefined],
    ['null', null],
    ['an object', { type: 'mention', text: 'hello' }],
    ['a word', 'mention'],
    ['nulls and lists', [null, [], 7, 'mention']],
    ['other entities', [{ type: 'clientInfo', text: 'hello' }]],
  ] as const) {
    it(`leaves the text alone with ${what} for entities`, () => {
      expect(withoutMentions({ text: 'hello', entities: entities as unknown as [] })).to.equal('hello');
    });
  }

  it('has nothing of no text', () => {
    expect(withoutMentions({ entities: [] } as unknown as { text: string; entities: [] })).to.equal('');
  });

  it('takes every mention away and leaves all the rest, wherever they stand and however they repeat', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const name = fc.string({ unit: fc.constantFrom(...'AB.*+?^$()|{}[]\\<>/ é🦄'), minLength: 1, maxLength: 6 });
    const mention = name.map((each) => `<at>${each}</at>`);
    const piece = fc.oneof(
      word.map((text) => ({ text, mentioned: false })),
      mention.map((text) => ({ text, mentioned: true })),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, isReversed) => {
        const texts = pieces.filter(({ mentioned }) => mentioned).map(({ text }) => text);
        const entities = (isReversed ? texts.toReversed() : texts).map((text) => ({ type: 'mention', text }));

        const left = withoutMentions({ text: pieces.map(({ text }) => text).join(' '), entities });

        const words = pieces.filter(({ mentioned }) => !mentioned).map(({ text }) => text);
        expect(left.split(/ +/).filter((each) => each !== '')).to.deep.equal(words);
      }),
      SEED,
    );
  });

  it('takes exactly the characters away that stand in a mention, whatever text and mentions are', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 30 });

    fc.assert(
      fc.property(
        few,
        fc.array(
          few.filter((each) => each !== ''),
          { maxLength: 5 },
        ),
        (text, mentions) => {
          const left = withoutMentions({ text, entities: mentions.map((each) => ({ type: 'mention', text: each })) });

          expect(left.replaceAll(' ', '')).to.equal(leftOf(text, mentions));
        },
      ),
      { ...SEED, numRuns: 2_000 },
    );
  });

  it('never throws, and only ever takes away, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (text, entities) => {
        const left = withoutMentions({ text, entities: entities as unknown as [] });

        expect(left.length).to.be.at.most(text.length);
      }),
      SEED,
    );
  });
});

/** The same by the simplest way there is: each occurrence of each mention is looked for by itself. */
function leftOf(text: string, mentions: readonly string[]): string {
  const covered = new Set<number>();
  for (const mention of mentions) {
    for (let at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
      for (let index = at; index < at + mention.length; index++) covered.add(index);
    }
  }
  return [...text].filter((_, index) => !covered.has(index)).join('');
}
