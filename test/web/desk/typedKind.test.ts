import { expect } from 'chai';
import fc from 'fast-check';
import { deskWords } from '../../../src/bots/desk/deskWords.ts';
import { typedKind } from '../../../web/desk/typedKind.ts';

/** What the desk itself makes of a text, in the words of the page. */
const KINDS = {
  reply: 'reply',
  note: 'note',
  assign: 'assign',
  'desk-here': 'show',
  cases: 'show',
  case: 'show',
  stats: 'show',
  help: 'show',
} as const;

describe('what the page says of a text before it is sent', () => {
  for (const text of [
    'reply hello',
    'Reply: hello',
    ' reply',
    'REPLY - hello',
    'reply\nhello',
    'replying is hard',
    'reply.',
    'reply-all hello',
    'reply-to: hello',
    'reply, hello',
    'reply : hello',
    'he should reply',
    'cases',
    ' Closed  cases ',
    'stats',
    'help',
    '?',
    'case UN-7K3Q-M4',
    'case closed for today',
    'case un 7k3q m4',
    'case UN-7K3Q-M4 looks like DNS, same as last week',
    'case UN-7K3Q-M4.',
    'assign Ana',
    'assign to Ana',
    'assign',
    'assign to',
    'Assign this to.',
    'assigned',
    `assign ${'x'.repeat(80)}`,
    'assignments are a note',
    'a note',
    'desk here',
  ]) {
    it(`is what the desk makes of “${text.slice(0, 30)}”`, () => {
      expect(typedKind(text)).to.equal(KINDS[deskWords(text).kind]);
    });
  }

  it('is what the desk makes of anything that looks like its words', () => {
    const word = fc.constantFrom(
      ...['reply', 'assign', 'case', 'cases', 'closed', 'stats', 'help', 'desk', 'here', 'to', 'it', 'please', 'Ana'],
      ...['UN-7K3Q-M4', 'un 7k3qm4', 'UN-7K3Q-M', 'looks like DNS', '?', ':', '.', ',', 'x'.repeat(59), 'note'],
    );
    const gap = fc.constantFrom(' ', '  ', '\n', '', '\u00a0', ':', '-');
    const typed = fc
      .array(fc.tuple(gap, word), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat().join(''))
      .filter((text) => text.trim() !== '');

    fc.assert(
      fc.property(typed, (text) => {
        expect(typedKind(text)).to.equal(KINDS[deskWords(text).kind]);
      }),
      { seed: 4, numRuns: 3_000 },
    );
  });

  it('is nothing for nothing', () => {
    expect(typedKind('  \n')).to.equal('nothing');
  });
});
