import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import type { FileStore } from '../../src/helpdesk/files/fileStore.ts';
import { createFileStore } from '../../src/storage/fileStore.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { bytesOf, factsOf, storeFile } from './fileSamples.ts';
import { AT, rejectionOf } from './turnStoreSamples.ts';

const CHUNK = 256 * 1024;

/** How files are kept on every database. `open` gives an empty one each time. */
export function fileStoreContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`files kept in ${name}`, () => {
    let opened: OpenDatabase;
    let files: FileStore;

    beforeEach(async () => {
      opened = await open();
      files = createFileStore(opened.db);
    });

    afterEach(() => opened.close());

    const given = () => ({ opened, files });
    keepsBytes(given);
    showsWhatIsComplete(given);
    endsBadly(given);
  });
}

type Given = () => { readonly opened: OpenDatabase; readonly files: FileStore };

function keepsBytes(given: Given): void {
  const SIZES: readonly [size: number, piece: number, chunks: number][] = [
    [0, 1, 0],
    [1, 1, 1],
    [CHUNK - 1, 1000, 1],
    [CHUNK, CHUNK, 1],
    [CHUNK + 1, 64 * 1024, 2],
    [3 * CHUNK, 4 * CHUNK, 3],
    [1_000_003, 65_536, 4],
    [1_000_003, 2_000_000, 4],
  ];
  for (const [size, piece, chunks] of SIZES) {
    it(`give back ${size} bytes that come ${piece} at a time, in ${chunks} rows`, async () => {
      const { opened, files } = given();
      const bytes = randomBytes(size);
      const writer = files.begin('f', AT);

      for (let at = 0; at < size; at += piece) await writer.write(bytes.subarray(at, at + piece));
      const stored = await writer.finish(factsOf());

      expect(stored).to.include({ id: 'f', size });
      expect((await bytesOf(files, 'f')).equals(bytes)).to.equal(true);
      const rows = await opened.db.selectFrom('file_chunks').select('seq').orderBy('seq').execute();
      expect(rows.map(({ seq }) => seq)).to.deep.equal(Array.from({ length: chunks }, (_, i) => i + 1));
    });
  }

  it('take what comes although its memory is used again', async () => {
    const { files } = given();
    const writer = files.begin('f', AT);
    const memory = new Uint8Array(100_000);

    for (const value of [1, 2, 3, 4]) await writer.write(memory.fill(value));
    await writer.finish(factsOf());

    const expected = Buffer.concat([1, 2, 3, 4].map((value) => Buffer.alloc(100_000, value)));
    expect((await bytesOf(files, 'f')).equals(expected)).to.equal(true);
  });

  it('are there for another connection, several beside each other', async () => {
    const { opened, files } = given();
    const sent = ['a', 'b', 'c'].map((id) => ({ id, bytes: randomBytes(2 * CHUNK + 5) }));

    await Promise.all(sent.map((file) => storeFile(files, file)));

    const others = createFileStore(await opened.again());
    for (const { id, bytes } of sent) expect((await bytesOf(others, id)).equals(bytes)).to.equal(true);
  });
}

function showsWhatIsComplete(given: Given): void {
  it('are shown to nobody before they are complete', async () => {
    const { files } = given();
    await storeFile(files, { id: 'f', case: 'UN-1', isPartial: true });

    expect(await files.facts('f')).to.equal(null);
    expect(await files.loose('web:ann')).to.deep.equal([]);
    expect(await files.ofCase('UN-1')).to.deep.equal([]);
    expect(await bytesOf(files, 'f')).to.have.lengthOf(0);
    expect(await bytesOf(files, 'unknown')).to.have.lengthOf(0);
  });

  it('are told of as they were said to be', async () => {
    const { files } = given();
    const facts = factsOf({ name: 'Bild ä.pdf', type: 'application/pdf', case: 'UN-1', from: 'desk' });
    const writer = files.begin('f', AT);
    await writer.write(new Uint8Array(3));

    const stored = await writer.finish(facts);

    expect(stored).to.deep.equal({ id: 'f', ...facts });
    expect(await files.facts('f')).to.deep.equal(stored);
  });

  it('are loose while they go with no case and are from the person, oldest first', async () => {
    const { files } = given();
    const time = (minute: number) => new Date(AT.getTime() + minute * 60_000).toISOString();
    await storeFile(files, { id: 'b', at: time(1) });
    await storeFile(files, { id: 'a', at: time(2) });
    await storeFile(files, { id: 'sent', case: 'UN-1' });
    await storeFile(files, { id: 'of the desk', from: 'desk' });
    await storeFile(files, { id: 'another’s', person: 'web:anna' });

    expect((await files.loose('web:ann')).map(({ id }) => id)).to.deep.equal(['b', 'a']);
    expect((await files.ofCase('UN-1')).map(({ id }) => id)).to.deep.equal(['sent']);
  });
}

function endsBadly(given: Given): void {
  it('leave nothing when they are discarded', async () => {
    const { opened, files } = given();
    const writer = files.begin('f', AT);
    await writer.write(randomBytes(CHUNK + 1));

    await writer.discard();

    await expectNothing(opened);
  });

  it('can be discarded before the first byte', async () => {
    const { opened, files } = given();

    await files.begin('f', AT).discard();

    await expectNothing(opened);
  });

  it('take no more once they were removed for being too slow, and then nothing stays', async () => {
    const { opened, files } = given();
    const writer = files.begin('f', AT);
    await writer.write(randomBytes(CHUNK + 1));
    await opened.db.deleteFrom('files').execute();
    await opened.db.deleteFrom('file_chunks').execute();

    const faults = [await rejectionOf(writer.write(randomBytes(CHUNK))), await rejectionOf(writer.finish(factsOf()))];
    await writer.discard();

    expect(faults.map((fault) => fault?.code)).to.deep.equal(['storage-failed', 'storage-failed']);
    await expectNothing(opened);
  });

  it('are never written over', async () => {
    const { files } = given();
    await storeFile(files, { id: 'f', bytes: Buffer.from('first') });

    const fault = await rejectionOf(storeFile(files, { id: 'f', bytes: Buffer.from('second') }));

    expect(fault).to.include({ code: 'storage-failed' });
    expect((await bytesOf(files, 'f')).toString()).to.equal('first');
  });

  it('end with a fault where they are removed while they are read', async () => {
    const { opened, files } = given();
    await storeFile(files, { id: 'f', bytes: randomBytes(2 * CHUNK) });
    const reading = files.read('f')[Symbol.asyncIterator]();
    await reading.next();
    await opened.db.deleteFrom('file_chunks').execute();

    const fault = await rejectionOf(reading.next());

    expect(fault).to.include({ code: 'storage-failed' });
  });
}

async function expectNothing({ db }: OpenDatabase): Promise<void> {
  expect(await db.selectFrom('files').select('id').execute()).to.deep.equal([]);
  expect(await db.selectFrom('file_chunks').select('seq').execute()).to.deep.equal([]);
}
