import { expect } from 'chai';
import type { Activity } from '../../web/activity.ts';
import type { ShownFile } from '../../web/shownFile.ts';
import * as said from '../../web/transcript.ts';
import { uploadChanged, uploading } from '../../web/uploadEntries.ts';

function file(name: string, size: number): ShownFile {
  return { id: `id of ${name}`, name, type: 'image/png', size };
}

function echo(...files: readonly ShownFile[]): Activity {
  const content = { text: '', card: null, files };
  const nobody = { clientId: null, author: null, answer: null, to: null, about: null };
  return { kind: 'said', by: 'user', ...content, ...nobody, isTick: false };
}

function sending(...files: readonly { readonly name: string; readonly size: number }[]): said.Transcript {
  return files.reduce((all, each, at) => uploading(all, `u${at + 1}`, each), said.NOTHING_SAID);
}

function names(transcript: said.Transcript): string[] {
  return transcript.entries.map(({ upload, files }) => upload?.name ?? files.map(({ name }) => name).join());
}

describe('a file on its way in the transcript', () => {
  it('stands last until the server has it, and tells how far it is', () => {
    const before = sending({ name: 'a.png', size: 5 });

    const transcript = uploadChanged(before, 'u1', { share: 0.5 });

    expect(transcript.entries[0]).to.deep.include({ by: 'user', delivery: 'sending', after: null });
    expect(transcript.entries[0]?.upload).to.deep.equal({ name: 'a.png', size: 5, share: 0.5, fault: null });
  });

  it('tells why it was refused, and forgets that when it is tried again', () => {
    const refused = uploadChanged(sending({ name: 'a.png', size: 5 }), 'u1', { delivery: 'refused', fault: 'lost' });

    const again = uploadChanged(refused, 'u1', { delivery: 'sending', fault: null, share: 0 });

    expect(refused.entries[0]).to.include({ delivery: 'refused' });
    expect(again.entries[0]?.upload).to.include({ fault: null });
  });

  it('gives way to what the stream brings of it, also under another name', () => {
    const transcript = said.received(sending({ name: 'my: file.png', size: 5 }), 1, echo(file('my file.png', 5)));

    expect(names(transcript)).to.deep.equal(['my file.png']);
  });

  it('is told from another of the same size by its name', () => {
    const before = sending({ name: 'a.png', size: 5 }, { name: 'b.png', size: 5 }, { name: 'c.png', size: 6 });

    const transcript = said.received(before, 1, echo(file('b.png', 5)));

    expect(names(transcript)).to.deep.equal(['b.png', 'a.png', 'c.png']);
  });

  it('stays where the stream brings a file of another size, or one of the helpdesk’s', () => {
    const before = sending({ name: 'a.png', size: 5 });
    const fromDesk: Activity = { ...echo(file('a.png', 5)), by: 'bot' } as Activity;

    expect(names(said.received(before, 1, echo(file('a.png', 6))))).to.deep.equal(['a.png', 'a.png']);
    expect(names(said.received(before, 1, fromDesk))).to.deep.equal(['a.png', 'a.png']);
  });

  it('can be taken back', () => {
    expect(said.withdrawn(sending({ name: 'a.png', size: 5 }), 'u1')).to.deep.equal(said.NOTHING_SAID);
  });
});
