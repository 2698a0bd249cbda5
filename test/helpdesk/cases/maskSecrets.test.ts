import { expect } from 'chai';
import fc from 'fast-check';
import { maskSecrets } from '../../../src/helpdesk/cases/maskSecrets.ts';
import { NO_SECRETS, SECRETS } from './secretTable.ts';

/** Longer than any text that is accepted. */
const LENGTH = 20_000;

/** How often each character may be looked at, on average. A quadratic search would look 20,000 times. */
const LOOKS = 300;

describe('maskSecrets', () => {
  for (const [text, left] of SECRETS) {
    it(`masks ${JSON.stringify(text)}`, () => {
      expect(maskSecrets(text)).to.deep.equal({ text: left, masked: true });
    });
  }

  for (const text of NO_SECRETS) {
    it(`leaves ${JSON.stringify(text)}`, () => {
      expect(maskSecrets(text)).to.deep.equal({ text, masked: false });
    });
  }

  it('masks each of many, and keeps what is between them', () => {
    const [texts, left] = [SECRETS.map(([text]) => text), SECRETS.map(([, each]) => each)];
    // A key that was cut goes on to the end.
    const isWhole = (text: string) => !text.startsWith('-----');

    const masked = maskSecrets(texts.filter(isWhole).join('\n\n'));

    expect(masked.text).to.equal(left.filter((_, index) => isWhole(texts[index] ?? '')).join('\n\n'));
  });

  it('finds nothing more in what it has masked', () => {
    for (const [, left] of SECRETS) expect(maskSecrets(left)).to.deep.equal({ text: left, masked: false });
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'password',
      'PIN',
      'Bearer',
      'token',
      ':',
      '=',
      ' is ',
      ' ',
      '\n',
      '"',
      '(',
      'for ',
      'https://',
      'x/y',
    ),
    fc.constantFrom(
      '0x80070005',
      'hunter2',
      '123',
      'wrong',
      'eyJ',
      '.',
      '-----BEGIN ',
      'PRIVATE KEY-----',
      '😀',
      ';a=',
    ),
    fc.string({ maxLength: 5 }),
  );

  it('finds nothing more in what it has masked, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = maskSecrets(pieces.join(''));

        const twice = maskSecrets(once.text);

        expect(twice.text).to.equal(once.text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves a text alone that has no label and no known form', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-dxyz 0-9.:=/]*$/), (text) => {
        expect(maskSecrets(text)).to.deep.equal({ text, masked: false });
      }),
    );
  });

  describe('in a text made to be slow', () => {
    for (const part of [
      'password ',
      'password:',
      'password=',
      'password: ',
      'password:0x80070005',
      'pwd:0x',
      'pin ',
      'pin',
      'pass',
      'password for a b c d ',
      'password for ',
      'password (',
      'password is ',
      'password is now ',
      'password:"',
      'password: ((',
      'authorization:   ',
      'access_',
      ' ',
      '\n',
      ':',
      '"',
      '.',
      'a.',
      'a-',
      'aa.aa/',
      'https://',
      'https://a ',
      'eyJ',
      'eyJaaaaaaaaa.',
      'xoxb-',
      'ghp_',
      'SG.',
      'abc8Q~',
      '1 ',
      '123 ',
      'PIN 123 ',
      '-----BEGIN ',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN PRIVATE KEY-----x-----END PRIVATE KEY-----',
      'passphrase: horse ',
      'horse ',
      'x',
      '•••',
      '😀',
    ]) {
      it(`looks at each character a bounded number of times: ${JSON.stringify(part)}`, () => {
        const text = part.repeat(LENGTH / part.length);
        let looks = 0;

        maskSecrets(`${text}password: hunter2`, (characters) => {
          looks += characters;
        });

        expect(looks).to.be.below(LOOKS * LENGTH);
      });
    }

    it('takes twice as many looks for twice the text', () => {
      const looksAt = (length: number) => {
        let looks = 0;
        maskSecrets('password:0x80070005 is '.repeat(length), (characters) => {
          looks += characters;
        });
        return looks;
      };

      expect(looksAt(2_000) / looksAt(1_000)).to.be.closeTo(2, 0.01);
    });
  });
});
