import { expect } from 'chai';
import fc from 'fast-check';
import { CASE_LINK_LASTS, createCaseLinkSigner } from '../../../src/channels/desk/signCaseLink.ts';

const NOW = new Date(Date.UTC(2026, 0, 15, 12));
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);
const signer = createCaseLinkSigner('a key of the desk');
const signed = signer.sign('UN-7K3Q-M2', 'teams:t:19:x@thread', later(CASE_LINK_LASTS));
const opens = { case: 'UN-7K3Q-M2', desk: 'teams:t:19:x@thread', expires: later(CASE_LINK_LASTS) };

describe('a signed link to a case', () => {
  it('opens that case of that desk, for eight hours', () => {
    const found = [0, CASE_LINK_LASTS - 1, CASE_LINK_LASTS].map((ms) => signer.verify(signed, later(ms)));

    expect(found).to.deep.equal([opens, opens, null]);
    expect(CASE_LINK_LASTS).to.equal(8 * 60 * 60 * 1000);
  });

  it('goes into an address as it is', () => {
    expect(encodeURIComponent(signed)).to.equal(signed);
  });

  it('opens nothing when it was made for longer than eight hours, whatever it was made by', () => {
    const long = signer.sign('UN-7K3Q-M2', 'd', later(CASE_LINK_LASTS * 2));

    expect(signer.verify(long, NOW)).to.equal(null);
  });

  it('is good where the clock is a little behind that of the machine that made it', () => {
    expect(signer.verify(signed, later(-30_000))).to.deep.equal(opens);
  });

  it('opens nothing by another key', () => {
    expect(createCaseLinkSigner('another key').verify(signed, NOW)).to.equal(null);
  });

  it('opens nothing where it was signed for a file, or the other way round', () => {
    const files = createCaseLinkSigner('a key of the desk', 'file');

    const ofFile = files.sign('UN-7K3Q-M2', 'teams:t:19:x@thread', later(CASE_LINK_LASTS));

    expect([signer.verify(ofFile, NOW), files.verify(signed, NOW)]).to.deep.equal([null, null]);
    expect(files.verify(ofFile, NOW)).to.deep.equal(opens);
  });

  const [content = '', mac = ''] = signed.split('.');
  const other = signer.sign('UN-OTHER-X', 'teams:t:19:x@thread', later(CASE_LINK_LASTS));
  const forged: Readonly<Record<string, string>> = {
    nothing: '',
    'a dot': '.',
    'no signature': content,
    'an empty signature': `${content}.`,
    'half a signature': `${content}.${mac.slice(0, 20)}`,
    'a longer signature': `${content}.${mac}A`,
    'the signature of another': `${other.split('.')[0]}.${mac}`,
    'another case': `${Buffer.from(JSON.stringify(['UN-OTHER-X', opens.desk, 9e15])).toString('base64url')}.${mac}`,
    'content that is none': `e30.${mac}`,
    'signatures at both ends': `${mac}.${mac}`,
    'other letters': `${content}.${'é'.repeat(43)}`,
    'something around it': ` ${signed}`,
    'something behind it': `${signed}\n`,
    'far too much': `${'x'.repeat(100_000)}.${mac}`,
  };
  for (const [title, text] of Object.entries(forged)) {
    it(`opens nothing as ${title}`, () => {
      expect(signer.verify(text, NOW)).to.equal(null);
    });
  }

  it('opens nothing with any letter of its content changed, and never throws', () => {
    const letter = fc.constantFrom(...'ABCxyz019-_');

    fc.assert(
      fc.property(fc.nat(content.length - 1), letter, fc.string(), (at, put, noise) => {
        const changed = `${content.slice(0, at)}${put}${content.slice(at + 1)}.${mac}`;

        expect(changed === signed ? null : signer.verify(changed, NOW)).to.equal(null);
        expect(signer.verify(noise, NOW)).to.equal(null);
      }),
      { seed: 20260105, numRuns: 500 },
    );
  });
});
