import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import { deliverCaseCard } from '../../../src/bots/outbox/deliverCaseCard.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../src/helpdesk/cases/caseEntry.ts';
import type { DeskPlace, DeskPost } from '../../../src/helpdesk/desk/deskPlace.ts';
import type { DeliveryOutcome, NewOutboxRow } from '../../../src/helpdesk/outbox.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { deskContext } from '../../support/caseViews.ts';
import { caseIn } from '../../support/everyCase.ts';
import { sampleCase } from '../../support/sampleCase.ts';

const ROW = { kind: 'case-card', case: sampleCase().id, line: 'first' } as const;
const HOUR = 60 * 60_000;
const PLACE: DeskPlace = {
  line: 'first',
  key: 'teams:t:19:desk@thread.tacv2',
  channel: 'msteams',
  reference: {},
  setBy: null,
  setAt: '2026-03-02T08:00:00.000Z',
  lost: null,
};

/** Its last entry is later than the rows that are delivered here. */
const TRAIL: readonly CaseEntry[] = [
  { id: 'e1', case: ROW.case, at: '2026-03-02T08:50:00.000Z', by: { kind: 'person' }, event: { kind: 'opened' } },
  {
    ...{ id: 'e2', case: ROW.case, at: '2026-03-02T08:55:00.000Z', event: { kind: 'claimed' } },
    by: { kind: 'agent', agent: { id: 'page:ana', name: 'Ana', via: 'page' } },
  },
  {
    ...{ id: 'e3', case: ROW.case, at: '2026-03-02T09:10:00.000Z', event: { kind: 'added', text: 'Hello' } },
    by: { kind: 'person' },
  },
];

describe('the card of a case on the desk', () => {
  let current: Case;
  let post: DeskPost | null;
  let posted: number;
  let shown: number;
  let below: NewOutboxRow[];
  let steps: string[];
  let now: number;
  let caseLink: string | null;
  let sends: Partial<Activity>[];

  beforeEach(() => {
    current = sampleCase();
    post = null;
    posted = 0;
    shown = 0;
    below = [];
    steps = [];
    now = Date.parse('2026-03-02T09:30:00.000Z');
    caseLink = null;
    sends = [];
  });

  /**
   * Whether the process lives on after the channel has taken the card, and then after its message is noted; and of which
   * entry the thread is told first by rows of its own.
   */
  const deliver = async (
    how: { atPosted?: boolean; atNoted?: boolean; from?: string } = {},
  ): Promise<DeliveryOutcome> => {
    const { atPosted = true, atNoted = true, from } = how;
    const context = deskContext(lyncPack, { caseLink });
    const sent = async (activity: Partial<Activity>): Promise<DeliveryOutcome> => {
      sends.push(activity);
      return { kind: 'delivered', receipt: activity.id ?? `message-${++posted}` };
    };
    return deliverCaseCard(
      {
        cases: { get: async () => current, entries: async () => TRAIL },
        places: { get: async () => PLACE, at: async () => PLACE, set: never, markLost: never },
        posts: {
          get: async () => post,
          caseOf: async () => null,
          async save(saved, rows = []) {
            post = saved;
            below.push(...rows);
            if (!atNoted) throw new Error('killed');
          },
        },
        posting: {
          post: (_, [{ activity, ifRepeated }], row) => sent((row.mayBeRepeat ? ifRepeated : null) ?? activity),
          update: (_, activity) => sent(activity),
        },
        readers: {},
        contexts: { any: () => context, of: () => context, withMembers: async () => context },
        now: () => new Date(now),
        async commit(rows) {
          below.push(...rows);
        },
        async onShown() {
          shown++;
          current = { ...current, isOnScreen: true };
        },
        atStep(step) {
          steps.push(step);
          if (!atPosted) throw new Error('killed');
        },
      },
      { ...ROW, ...(from && { from }) },
      { id: 'r1', mayBeRepeat: !atPosted, since: new Date('2026-03-02T09:00:00.000Z') },
    );
  };
  const killed = async (lives: Parameters<typeof deliver>[0]): Promise<unknown> => deliver(lives).catch(String);

  it('is posted once, and the case is on the screen', async () => {
    await deliver();
    await deliver();

    expect([posted, shown]).to.deep.equal([1, 1]);
    expect(steps).to.deep.equal(['case-card-posted']);
  });

  it('is posted again where nobody noted that it was', async () => {
    await killed({ atPosted: false });

    await deliver();

    expect([posted, shown]).to.deep.equal([2, 1]);
  });

  it('is not posted again where that was noted, and the case comes to the screen all the same', async () => {
    await killed({ atNoted: false });

    await deliver();

    expect([posted, shown]).to.deep.equal([1, 1]);
  });

  it('is changed at most once a second', async () => {
    await deliver();
    current = { ...current, text: 'It is black.' };
    now += 400;

    expect(await deliver()).to.deep.equal({ kind: 'not-yet', afterMs: 600 });
    expect(sends).to.have.length(1);
    now += 600;
    expect(await deliver()).to.include({ kind: 'delivered' });
    expect(sends).to.have.length(2);
  });

  const textsBelow = () => below.map(({ payload }) => (payload as { activity: { text: string } }).activity.text);

  for (const { name, from } of [
    { name: 'up to what it is told of by rows of its own', from: 'e3' },
    { name: 'up to when that was asked for, where there are none', from: undefined },
  ]) {
    it(`begins its thread with the rules and what has happened, ${name}`, async () => {
      await deliver(from ? { from } : {});

      expect(textsBelow()).to.have.length(1);
      expect(textsBelow()[0]).to.match(
        /^In this thread: .+\n\nWhat has happened so far:\n\n.+ · Luis .*sent it\.\n\n.+ · Ana .*has it now\.$/s,
      );
    });
  }

  it('begins its thread with nothing of its own where the case is new', async () => {
    await deliver({ from: 'e1' });

    expect(below).to.deep.equal([]);
  });

  it('says in a notification which case is new, as plain text', async () => {
    await deliver();

    expect(sends[0]).to.include({ textFormat: 'plain' });
    expect(sends[0]?.text).to.include(ROW.case);
  });

  it('has the rest below it from when it becomes too long, once for all that stays the same', async () => {
    await deliver({ from: 'e1' });
    expect(below).to.deep.equal([]);

    const { status, hears, claim } = caseIn('claimed', 'Ana');
    for (const change of [{ text: '漢'.repeat(4_000) }, { status, hears, claim }, { isUnreachable: true }]) {
      current = { ...current, ...change };
      now += 5_000;
      await deliver({ from: 'e3' });
    }

    const ids = new Set(below.map(({ id }) => id));
    const texts = [...ids].map((id) => textsBelow()[below.findIndex((row) => row.id === id)] ?? '');
    expect(JSON.stringify(sends.at(-1)))
      .to.include('the rest follows in the thread')
      .and.include('Ana has it');
    expect(texts.join('').match(/漢/g)).to.have.length(4_000);
    expect(texts.join('').match(/What an admin should do next|Nothing was tried yet/g)).to.have.length(1);
  });

  for (const { name, link, after, sent } of [
    { name: 'with a new link once that is four hours old', link: true, after: 4 * HOUR, sent: 2 },
    { name: 'not again while its link is younger', link: true, after: 4 * HOUR - 1_000, sent: 1 },
    { name: 'not again where it has no link', link: false, after: 9 * HOUR, sent: 1 },
  ]) {
    it(`is drawn, though nothing else has changed, ${name}`, async () => {
      caseLink = link ? 'https://unstuck.example/desk#link=1' : null;
      await deliver();
      now += after;
      caseLink &&= 'https://unstuck.example/desk#link=2';

      await deliver();

      expect(sends).to.have.length(sent);
      expect(JSON.stringify(sends.at(-1)).includes('#link=2')).to.equal(sent === 2);
    });
  }

  it('has all for its thread kept as its message is noted, and once for each message', async () => {
    await killed({ atNoted: false, from: 'e3' });
    const kept = [...below];

    await deliver({ from: 'e3' });

    expect(kept).to.have.length(1);
    expect(below).to.deep.equal(kept);
    expect(kept[0]?.payload).to.include({ root: 'message-1' });
  });

  for (const { name, different } of [
    { name: 'is closed', different: { status: 'closed' } as const },
    { name: 'went to another line', different: { line: 'next' } as const },
  ]) {
    it(`says nothing of the screen for a case that by then ${name}`, async () => {
      await killed({ atNoted: false });
      current = { ...current, ...different };

      await deliver();

      expect(shown).to.equal(0);
    });
  }
});

async function never(): Promise<never> {
  throw new Error('this must not be called');
}
