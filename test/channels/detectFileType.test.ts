import { expect } from 'chai';
import fc from 'fast-check';
import { detectFileType } from '../../src/channels/detectFileType.ts';
import { SAMPLES } from '../support/httpFiles.ts';

const HEAD = 4100;

/** A chunk of a PNG. Nobody looks at its checksum. */
function chunk(name: string, size: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(size);
  return Buffer.concat([length, Buffer.from(name), Buffer.alloc(size + 4)]);
}

const start = SAMPLES.png.subarray(0, 33);

describe('detectFileType', () => {
  it('knows a screenshot that begins with more about itself than is looked at', async () => {
    const file = Buffer.concat([
      start,
      chunk('iCCP', 3_000),
      chunk('eXIf', 500),
      chunk('iTXt', 20_000),
      chunk('IDAT', 10),
    ]);

    expect(await detectFileType(file.subarray(0, HEAD))).to.equal('image/png');
  });

  it('takes a PNG that moves for a PNG', async () => {
    const file = Buffer.concat([start, chunk('acTL', 8), chunk('IDAT', 10)]);

    expect(await detectFileType(file)).to.equal('image/png');
  });

  it('takes a photo with a preview for a photo', async () => {
    const file = Buffer.concat([
      Buffer.from('ffd8ffe1', 'hex'),
      Buffer.from('\x0f\xffExif\0\0', 'latin1'),
      Buffer.alloc(5_000),
    ]);

    expect(await detectFileType(file.subarray(0, HEAD))).to.equal('image/jpeg');
  });

  it('never throws, however a file is broken', async () => {
    const broken = fc
      .tuple(fc.constantFrom(...Object.values(SAMPLES)), fc.uint8Array({ maxLength: 200 }), fc.nat(40))
      .map(([sample, noise, at]) => Buffer.concat([sample.subarray(0, at), noise]));

    await fc.assert(
      fc.asyncProperty(broken, async (file) => {
        const type = await detectFileType(file);

        expect(type).to.be.oneOf([null, 'image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']);
      }),
      { seed: 20260105, numRuns: 300 },
    );
  });
});
