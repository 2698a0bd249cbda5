import { expect } from 'chai';
import fc from 'fast-check';
import { cleanFileName } from '../../src/channels/cleanFileName.ts';
import { FILE_TYPES } from '../../src/channels/fileTypes.ts';

describe('cleanFileName', () => {
  const property = { seed: 20260105, numRuns: 2_000 };
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('..', '/', '\\', '.', ' ', 'a', 'é', '🙃', '\u202e', '\u0000', '.png', '\ud800'))
      .map((all) => all.join('')),
  );

  it('is one plain line without a folder, of at most 100 characters, whatever was sent', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...FILE_TYPES), (name, type) => {
        const cleaned = cleanFileName(name, type);

        expect([...cleaned].length).to.be.within(5, 100);
        expect(cleaned).to.match(/^[^./\\\s].*\.(png|apng|jpg|jpeg|jpe|jfif|webp|gif|pdf)$/u);
        expect(cleaned).not.to.match(/[/\\\p{Cc}\p{Cf}\p{Surrogate}]/u);
      }),
      property,
    );
  });

  it('leaves alone what is clean already', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...FILE_TYPES), (name, type) => {
        const cleaned = cleanFileName(name, type);

        expect(cleanFileName(cleaned, type)).to.equal(cleaned);
      }),
      property,
    );
  });
});
