import { expect } from 'chai';
import { type Draft, newDraft, reconcile } from '../../src/knowledge/index.ts';
import { caseAfter } from './journey.ts';
import { lyncPack } from './lyncPack.ts';

const MOVES =
  'start users=single location=unknown computers=single symptom=ie-error fix still-broken still-broken left still-broken';

describe('reconcile', () => {
  it('goes on with a draft of the same version as it is', () => {
    const stored = caseAfter(lyncPack, MOVES);

    expect(reconcile(lyncPack, stored)).to.deep.equal(stored);
  });

  it('keeps everything that a newer version still knows', () => {
    const stored = caseAfter(lyncPack, MOVES);

    expect(reconcile({ ...lyncPack, version: '9.0.0' }, stored)).to.deep.equal({ ...stored, version: '9.0.0' });
  });

  it('forgets what a newer version no longer knows', () => {
    const known = caseAfter(lyncPack, MOVES);
    const stored: Draft = {
      ...known,
      version: '0.0.1',
      answers: { ...known.answers, users: 'dozens', moon: 'full' },
      symptom: 'smoke',
      outcomes: { ...known.outcomes, 'client/dance': 'cannot' },
      branches: { 'federation/join-kind': 'anonymous', 'client/sign-in-check': 'maybe', 'client/dance': 'unknown' },
      confirmed: ['client/reinstall', 'client/dance'],
    };

    const kept = reconcile(lyncPack, stored);

    expect(kept.answers).to.deep.equal({ location: 'unknown', computers: 'single' });
    expect(kept).to.not.have.property('symptom');
    expect(kept.outcomes).to.deep.equal(known.outcomes);
    expect(kept.branches).to.deep.equal({ 'federation/join-kind': 'anonymous' });
    expect(kept.confirmed).to.deep.equal(['client/reinstall']);
  });

  it('begins anew with a draft of another pack', () => {
    const stored = { ...caseAfter(lyncPack, MOVES), pack: 'teams' };

    expect(reconcile(lyncPack, stored)).to.deep.equal(newDraft(lyncPack));
  });
});
