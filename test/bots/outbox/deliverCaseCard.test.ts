import { expect } from 'chai';
import { deliverCaseCard, type Shown } from '../../../src/bots/outbox/deliverCaseCard.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { DeskPlace, DeskPost } from '../../../src/helpdesk/desk/deskPlace.ts';
import type { DeliveryOutcome } from '../../../src/helpdesk/outbox.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { deskContext } from '../../support/caseViews.ts';
import { sampleCase } from '../../support/sampleCase.ts';

const ROW = { kind: 'case-card', case: sampleCase().id, line: 'first' } as const;
const PLACE: DeskPlace = {
  line: 'first',
  key: 'teams:t:19:desk@thread.tacv2',
  channel: 'msteams',
  reference: {},
  setBy: null,
  setAt: '2026-03-02T08:00:00.000Z',
  lost: null,
};

describe('the card of a case on the desk', () => {
  let current: Case;
  let post: DeskPost | null;
  let posted: number;
  let shown: Shown[];
  let steps: string[];

  beforeEach(() => {
    current = sampleCase();
    post = null;
    posted = 0;
    shown = [];
    steps = [];
  });

  /** Whether the process lives on after the channel has taken the card, and then after its message is noted. */
  const deliver = async (lives: { atPosted?: boolean; atNoted?: boolean } = {}): Promise<DeliveryOutcome> => {
    const { atPosted = true, atNoted = true } = lives;
    const context = deskContext(lyncPack);
    const sent = async (): Promise<DeliveryOutcome> => ({ kind: 'delivered', receipt: `message-${++posted}` });
    return deliverCaseCard(
      {
        cases: { get: async () => current },
        places: { get: async () => PLACE, at: async () => PLACE, set: never, markLost: never },
        posts: {
          get: async () => post,
          caseOf: async () => null,
          async save(saved) {
            post = saved;
            if (!atNoted) throw new Error('killed');
          },
        },
        posting: { post: sent, update: sent },
        contexts: { any: () => context, of: () => context, withMembers: async () => context },
        now: () => new Date('2026-03-02T09:30:00.000Z'),
        async onShown(_, where) {
          shown.push(where);
          current = { ...current, isOnScreen: true };
        },
        atStep(step) {
          steps.push(step);
          if (!atPosted) throw new Error('killed');
        },
      },
      ROW,
      { mayBeRepeat: !atPosted },
    );
  };
  const killed = async (lives: Parameters<typeof deliver>[0]): Promise<unknown> => deliver(lives).catch(String);

  it('is posted once, and the case is on the screen', async () => {
    await deliver();
    await deliver();

    expect([posted, shown.length]).to.deep.equal([1, 1]);
    expect(steps).to.deep.equal(['case-card-posted']);
  });

  it('is posted again where nobody noted that it was', async () => {
    await killed({ atPosted: false });

    await deliver();

    expect([posted, shown.length]).to.deep.equal([2, 1]);
  });

  it('is not posted again where that was noted, and the case comes to the screen all the same', async () => {
    await killed({ atNoted: false });

    await deliver();

    expect([posted, shown.length]).to.deep.equal([1, 1]);
    expect(shown[0]?.place).to.equal(PLACE.key);
  });

  for (const { name, different } of [
    { name: 'is closed', different: { status: 'closed' } as const },
    { name: 'went to another line', different: { line: 'next' } as const },
  ]) {
    it(`says nothing of the screen for a case that by then ${name}`, async () => {
      await killed({ atNoted: false });
      current = { ...current, ...different };

      await deliver();

      expect(shown).to.deep.equal([]);
    });
  }
});

async function never(): Promise<never> {
  throw new Error('this must not be called');
}
