import fc from 'fast-check';
import { HOSTILE } from '../../test/support/hostileStrings.ts';

/** What goes wrong in keys, paths, headers, numbers and prototypes. */
const AWKWARD = [
  '',
  ' ',
  '\u0000',
  '../../../etc/passwd',
  '%00%2e%2e%2f',
  'a/b?c=d#e',
  'a\r\nX-Injected: 1',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-1',
  '1e309',
  '0x10',
  "'; DROP TABLE conversations; --",
  '\ud800',
  '🙂'.repeat(300),
  '\u202e\u2066\u200b\ufeff',
  ','.repeat(500),
  '1,'.repeat(125),
  '<'.repeat(3_000),
  '[['.repeat(1_500),
  'https://'.repeat(400),
  `https://teams.microsoft.com/l/meetup-join/${'x'.repeat(690)}`,
  'x'.repeat(20_000),
];

/** Text of any kind, often of an unpleasant one. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD, ...Object.values(HOSTILE)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...Object.values(HOSTILE)), fc.string()).map((parts) => parts.join(' ')),
  },
);

/** What gets through a check for printable ASCII without spaces, as ids have to be, and is awkward all the same. */
export const arbitraryId: fc.Arbitrary<string> = fc
  .oneof(fc.constantFrom(...AWKWARD), fc.string({ maxLength: 60 }))
  .map((text) => text.replace(/[^\x21-\x7e]/g, '').slice(0, 400))
  .map((text) => (text === '' ? '/../' : text));

/** Short text, as words of the protocol have to be. */
export const arbitraryWord: fc.Arbitrary<string> = arbitraryText.map((text) => text.slice(0, 90));

/** Whatever JSON can say, a little of it. */
export const arbitraryJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
