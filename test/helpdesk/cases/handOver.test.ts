import { expect } from 'chai';
import type { HandOver } from '../../../src/helpdesk/cases/handOver.ts';
import { partsOf, storedHandOver, wordsOf } from '../../../src/helpdesk/cases/handOver.ts';
import { newDraft } from '../../../src/knowledge/index.ts';
import { readPack } from '../../../src/readPack.ts';
import { sampleDeskTurn } from '../../support/sampleDeskTurn.ts';

const pack = await readPack('lync-online-meeting-join');
const turnFrom = (handOver: unknown) =>
  sampleDeskTurn(pack, { draft: newDraft(pack), dialogStack: [], handOver: handOver as HandOver });

describe('a stored hand-over', () => {
  it('has as one message what an earlier version kept as one text', () => {
    const stored = storedHandOver({ text: 'It freezes', chat: 'It is black\nsince noon' });

    expect(stored).to.deep.equal({ text: 'It freezes', chat: ['It is black\nsince noon'] });
    expect(partsOf(stored, []).messages.map(({ what }) => what)).to.deep.equal(['chat:0']);
  });

  it('goes on in a turn from what an earlier version kept as one text', () => {
    const turn = turnFrom({ text: '', chat: 'It is black' });

    turn.write('since noon');

    expect(wordsOf(turn.handOver)).to.equal('It is black\nsince noon');
  });

  for (const [what, chat, expected] of [
    ['nothing at all', undefined, undefined],
    ['something else', 7, undefined],
    ['a list with something else in it', ['It is black', 7, null], ['It is black']],
  ] as const) {
    it(`is read where its messages are ${what}`, () => {
      expect(storedHandOver({ text: '', chat }).chat).to.deep.equal(expected);
    });
  }

  it('forgets which files were left out once they are gone, and keeps which messages', () => {
    const [mixed, files] = [['file:gone', 'chat:0'], ['file:gone']].map((leftOut) =>
      turnFrom({ text: '', chat: ['It is black'], leftOut }),
    );

    expect(mixed?.handOver.leftOut).to.deep.equal(['chat:0']);
    expect(files?.handOver).to.not.have.property('leftOut');
  });

  it('remembers by hashes what stood in the field, of the last 20 texts', () => {
    const turn = turnFrom({ text: '' });
    for (let at = 0; at <= 21; at++) turn.fill({ text: `my own words ${at}` });
    turn.fill({ text: '' });

    expect(turn.handOver.former).to.have.lengthOf(20);
    expect(JSON.stringify(turn.handOver)).to.not.include('my own words');
    const ends = [21, 2, 1].map((at) => turn.fillFromEarlier({ text: `my own words ${at}` }));
    expect(ends).to.deep.equal(['nothing-new', 'nothing-new', 'taken']);
  });

  it('remembers by the same hash what had a secret, hidden or given back, and keeps nothing of one that was removed', () => {
    const [hidden, given] = [turnFrom({ text: '' }), turnFrom({ text: '' })];
    for (const turn of [hidden, given]) turn.fill({ text: 'PIN: 4711' });
    given.unmask({});
    expect(given.handOver.text).to.equal('PIN: 4711');

    for (const turn of [hidden, given]) turn.fill({ text: '' });

    expect(given.handOver).to.deep.equal(hidden.handOver);
    for (const text of ['PIN: 4711', 'PIN: •••']) {
      expect(given.fillFromEarlier({ text })).to.equal('nothing-new');
    }
  });

  it('hides secrets from an earlier card, also while the next text is left as it is', () => {
    const turn = turnFrom({ text: 'PIN: •••', isMasked: true });
    expect(turn.unmask({})).to.equal('forgotten');

    turn.fillFromEarlier({ text: 'password: hunter2-and-more', startsAt: '14:30' });
    expect(turn.handOver.text).to.equal('PIN: •••\npassword: •••');

    expect(turn.fill({ text: 'PIN: 4711' })).to.equal(null);
    expect(turn.handOver.text).to.equal('PIN: 4711');
  });

  it('takes a time from an earlier card also where its own words are too many already', () => {
    const turn = turnFrom({ text: 'x'.repeat(3_000), chat: ['y'.repeat(3_000)] });

    expect(turn.fillFromEarlier({ text: '', startsAt: '14:30' })).to.equal('taken');
    expect(turn.fillFromEarlier({ text: 'more' })).to.equal('no-room');
  });

  it('has room in the field for what finds none in the chat, and in the chat whatever stands in the field', () => {
    const turn = turnFrom({ text: '' });
    for (const [at, sign] of ['x', 'y'].entries()) {
      expect(turn.write(sign.repeat(3_900))).to.equal(null);
      turn.leaveOut(`chat:${at}`, true);
    }

    expect(turn.write('z'.repeat(400))).to.equal('no-room');
    expect(turn.fill({ text: 'z'.repeat(3_990) })).to.equal(null);
    expect(turn.write('more')).to.equal(null);
    expect(turn.write('and more')).to.equal('too-long');
  });

  it('has no message without words, as an earlier version kept of one that was left out', () => {
    const stored = storedHandOver({
      text: '',
      chat: ['', 'It is black', '', 'since noon'],
      leftOut: ['chat:0', 'file:a', 'chat:3'],
    });

    expect(stored).to.deep.equal({ text: '', chat: ['It is black', 'since noon'], leftOut: ['file:a', 'chat:1'] });
    expect(storedHandOver({ text: '', chat: [''], leftOut: ['chat:0'] })).to.deep.equal({ text: '' });
  });

  it('has nothing that is read no more', () => {
    expect(storedHandOver({ text: '', chat: ['It is black'], isChoosing: true })).to.deep.equal({
      text: '',
      chat: ['It is black'],
    });
  });
});
