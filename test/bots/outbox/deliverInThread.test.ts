import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import type { ChannelReader } from '../../../src/bots/desk/channelReader.ts';
import { deliverCaseCard } from '../../../src/bots/outbox/deliverCaseCard.ts';
import { deliverInThread, type ThreadParts } from '../../../src/bots/outbox/deliverInThread.ts';
import { kindOf, payloadOf, type ThreadPayload } from '../../../src/bots/outbox/rowPayload.ts';
import type { Case } from '../../../src/helpdesk/cases/case.ts';
import type { CaseEntry } from '../../../src/helpdesk/cases/caseEntry.ts';
import type { DeskMember, DeskPlace } from '../../../src/helpdesk/desk/deskPlace.ts';
import type { DeliveryOutcome, LeasedRow } from '../../../src/helpdesk/outbox.ts';
import { createDeskPosts } from '../../../src/storage/deskPosts.ts';
import { createOutboxStore } from '../../../src/storage/outboxStore.ts';
import { addOutboxRows } from '../../contracts/outboxRows.ts';
import { planter } from '../../contracts/plantedRows.ts';
import { lyncPack } from '../../knowledge/lyncPack.ts';
import { databases, type OpenDatabase } from '../../storage/openDatabase.ts';
import { deskContext } from '../../support/caseViews.ts';
import { sampleCase } from '../../support/sampleCase.ts';
import { refusal, scriptedPosting } from '../../support/scriptedPosting.ts';

const START = Date.parse('2026-03-02T09:30:00.000Z');
const LEASE = 60_000;
const PLACE: DeskPlace = {
  ...{ line: 'first', key: 'teams:t:19:desk@thread.tacv2', channel: 'msteams', reference: {} },
  ...{ setBy: null, setAt: '2026-03-02T08:00:00.000Z', lost: null },
};
const OPENED: CaseEntry = {
  ...{ id: 'e1', case: sampleCase().id, at: '2026-03-02T08:50:00.000Z' },
  ...{ by: { kind: 'person' }, event: { kind: 'opened' } },
};
const said = (id: string, text: string): CaseEntry => ({
  ...OPENED,
  ...{ id, at: '2026-03-02T09:30:00.000Z', event: { kind: 'message', text } },
});
const TRAIL = [OPENED, said('e2', 'It is black again'), said('e3', 'And now it is green')];
const POST = { case: sampleCase().id, place: PLACE.key, shown: 'x', shownAt: '2026-03-02T08:00:00.000Z' };

/** What becomes of the first attempt, once the card is there. */
const FAULTS = {
  'all goes well': null,
  'the process ends once the new message is noted': 'noted',
  'the case can’t be told that it is shown': 'told',
} as const;

for (const [name, open] of Object.entries(databases))
  describe(`a post in the thread of a case, kept in ${name}`, () => {
    let database: OpenDatabase;
    let current: Case;
    let now: number;
    /** Threads that are gone; all of them. */
    let gone: string[];
    let noThreads: boolean;
    /** Called with what is to be posted in a thread, before it is. */
    let onThread: (root: string, text: string) => void;
    let place: DeskPlace;
    let members: readonly DeskMember[];
    let refusesMentions: boolean;
    let lost: string[];
    let fault: 'noted' | 'told' | null;
    let sends: { readonly thread: string | null; readonly text: string }[];

    beforeEach(async () => {
      database = await open();
      current = sampleCase();
      await planter(database.db).case(current.id, null);
      now = START;
      gone = [];
      noThreads = false;
      onThread = () => undefined;
      place = PLACE;
      members = [];
      refusesMentions = false;
      lost = [];
      fault = null;
      sends = [];
    });

    afterEach(() => database.close());

    const add = (id: string, text: string, others: Partial<ThreadPayload> = {}) => {
      const payload: ThreadPayload = {
        ...{ kind: 'thread', case: current.id, line: 'first', mentions: [], from: 'e2' },
        ...{ activity: { type: 'message', text }, ifRepeated: { type: 'message', text: `(again) ${text}` } },
        ...others,
      };
      return addOutboxRows(database.db, [{ id, queue: `desk:${current.id}`, person: null, payload }], new Date(now));
    };

    const sent = async (reference: object, { text = '' }: Partial<Activity>): Promise<string> => {
      const thread = 'root' in reference ? String(reference.root) : null;
      if (thread !== null) onThread(thread, text);
      if (thread !== null && (noThreads || gone.includes(thread))) throw refusal(404);
      if (refusesMentions && text.includes('<')) throw refusal(400);
      sends.push({ thread, text });
      return `m${sends.length}`;
    };

    const parts = (): ThreadParts => {
      const context = deskContext(lyncPack, { caseLink: null });
      const posts = createDeskPosts(database.db);
      return {
        cases: { get: async () => current, entries: async () => TRAIL },
        places: {
          ...{ get: async () => place, at: async () => place, set: never },
          async markLost(key, why) {
            lost.push(`${key}: ${why}`);
            place = { ...place, lost: why };
          },
        },
        posts: {
          ...posts,
          async save(...saved) {
            await posts.save(...saved);
            if (fault === 'noted') throw new Ended();
          },
        },
        posting: scriptedPosting(sent),
        contexts: { any: () => context, of: () => context, withMembers: async () => context },
        now: () => new Date(now),
        commit: (rows) => addOutboxRows(database.db, rows, new Date(now)),
        async onShown() {
          if (fault === 'told') throw new Error('turn-contended');
        },
        members: { list: async () => members, get: never, see: never },
        readers: { msteams: READER },
        outbox: createOutboxStore(database.db),
      };
    };

    const attempt = async (row: LeasedRow): Promise<DeliveryOutcome | null> => {
      try {
        return kindOf(row.payload) === 'thread'
          ? await deliverInThread(parts(), payloadOf(row, 'thread'), row)
          : await deliverCaseCard(parts(), payloadOf(row, 'case-card'), row);
      } catch (error) {
        const wasLast = fault;
        fault = null;
        return wasLast === 'noted' && error instanceof Ended ? null : { kind: 'unclear' };
      }
    };

    /** All that waits, as a dispatcher does it, unless it is over before; those that were refused. */
    const deliverAll = async (isOver: () => boolean = () => false): Promise<string[]> => {
      const store = createOutboxStore(database.db);
      const refused: string[] = [];
      for (let times = 0; !isOver() && (await store.figures()).waiting > 0; times++) {
        if (times > 50) throw new Error('this goes on for ever');
        const until = new Date(now + LEASE);
        const [row] = await store.lease({ now: new Date(now), until, lease: randomUUID(), limit: 1 });
        now += row === undefined ? LEASE : 0;
        const outcome = row === undefined ? null : await attempt(row);
        if (row === undefined || outcome === null) continue;
        if (outcome.kind === 'delivered') await store.markDelivered(row, outcome.receipt, new Date(now));
        else if (outcome.kind === 'refused') refused.push(row.id);
        if (outcome.kind === 'refused') await store.bury(row, new Date(now));
        const isUnsent = outcome.kind === 'not-yet';
        const mayBeRepeat = row.mayBeRepeat || !isUnsent;
        const dueAt = new Date(now + (outcome.kind === 'not-yet' ? outcome.afterMs : 0));
        await store.putBack(row, { dueAt, mayBeRepeat, isUnsent });
      }
      return refused;
    };

    const inThread = (root: string) => sends.flatMap(({ thread, text }) => (thread === root ? [text] : []));

    for (const [what, how] of Object.entries(FAULTS)) {
      for (const before of ['no post yet', 'thread gone']) {
        it(`comes once, below the rules, where its card has to go up first (${before}), when ${what}`, async () => {
          if (before === 'thread gone') await createDeskPosts(database.db).save({ ...POST, root: 'old' });
          gone = ['old'];
          fault = how;
          await add('r1', 'It is black again');
          await add('r2', 'And now it is green', { from: 'e3' });

          const refused = await deliverAll();

          expect(refused).to.deep.equal([]);
          expect(sends.map(({ thread }) => thread)).to.deep.equal([null, 'm1', 'm1', 'm1']);
          expect(inThread('m1')[0]).to.match(/^In this thread: /);
          expect(inThread('m1').slice(1)).to.deep.equal(['It is black again', 'And now it is green']);
        });
      }
    }

    it('comes once, and nothing before it twice, where a thread is gone before it begins', async () => {
      await createDeskPosts(database.db).save({ ...POST, root: 'old' });
      gone = ['old'];
      onThread = (root) => void (root === 'm1' && gone.push(root));
      await add('r1', 'It is black again');
      await add('r2', 'And now it is green', { from: 'e3' });

      const refused = await deliverAll();

      expect(refused).to.deep.equal([]);
      expect(sends.map(({ thread }) => thread)).to.deep.equal([null, null, 'm2', 'm2', 'm2']);
      const [start = '', ...others] = inThread('m2');
      expect(start)
        .to.match(/^In this thread: /)
        .and.not.include('black');
      expect(others).to.deep.equal(['It is black again', 'And now it is green']);
    });

    it('comes with the third card where the threads of two are gone by the time it does', async () => {
      await createDeskPosts(database.db).save({ ...POST, root: 'old' });
      gone = ['old'];
      onThread = (root, text) => void (root === 'm1' && text.startsWith('It is') && gone.push(root));
      await add('r1', 'It is black again');

      const refused = await deliverAll();

      expect(refused).to.deep.equal([]);
      expect(sends.map(({ thread }) => thread)).to.deep.equal([null, 'm1', null, 'm3', 'm3']);
      expect(inThread('m3')[1]).to.equal('It is black again');
    });

    it('has the card go up where the desk has moved before it was posted', async () => {
      onThread = (root, text) => {
        if (root !== 'm1' || !text.startsWith('It is')) return;
        gone.push(root);
        place = { ...PLACE, key: 'teams:t:19:other@thread.tacv2' };
      };
      await add('r1', 'It is black again');

      const refused = await deliverAll();

      expect(refused).to.deep.equal([]);
      expect(inThread('m3')[1]).to.equal('It is black again');
    });

    it('waits, with the place lost, where no thread can be posted in however often the card goes up', async () => {
      await createDeskPosts(database.db).save({ ...POST, root: 'old' });
      noThreads = true;
      await add('r1', 'It is black again');

      const refused = await deliverAll(() => lost.length > 0);

      expect(refused).to.deep.equal([]);
      expect(sends.map(({ thread }) => thread)).to.deep.equal([null, null, null, null, null]);
      expect(lost).to.deep.equal([`${PLACE.key}: status-404`]);
      const { waiting, dead } = await createOutboxStore(database.db).figures();
      expect({ waits: waiting > 0, dead }).to.deep.equal({ waits: true, dead: 0 });
    });

    it('goes nowhere once its case has gone to another line, unless its thread is still there', async () => {
      await createDeskPosts(database.db).save({ ...POST, root: 'kept' });
      current = { ...current, line: 'next' };
      await add('r1', 'Before');
      await deliverAll();
      gone = ['kept'];
      await add('r2', 'After');

      await deliverAll();

      expect(sends).to.deep.equal([{ thread: 'kept', text: 'Before' }]);
    });

    const mentioned = async (mentions: readonly string[]) => {
      await createDeskPosts(database.db).save({ ...POST, root: 'kept' });
      await add('r1', 'A new case', { mentions });
      await deliverAll(() => sends.length > 0);
      return inThread('kept');
    };

    it('mentions those on call whom its channel has, and no others, by the names that are known', async () => {
      members = [
        { id: 'own-ana', name: 'Ana', account: { id: 'a1', name: 'Ana B.' } },
        { id: 'other-bea', name: 'Bea', account: { id: 'own-looking' } },
      ];

      const posted = await mentioned(['other-1', 'own-ana', 'other-bea', 'own-2', 'here']);

      expect(posted).to.deep.equal(['<a1 Ana><own-2 on call 2> A new case']);
    });

    it('is as it was where none of them is of its channel', async () => {
      expect(await mentioned(['other-1', 'here'])).to.deep.equal(['A new case']);
    });

    it('comes without a mention where it is refused with one', async () => {
      refusesMentions = true;

      expect(await mentioned(['own-1'])).to.deep.equal(['A new case']);
    });

    it('waits where nobody here speaks with the channel of its place', async () => {
      place = { ...PLACE, channel: 'slack' };
      await createDeskPosts(database.db).save({ ...POST, root: 'kept' });
      await add('r1', 'A new case');
      const [row] = await createOutboxStore(database.db).lease({
        ...{ now: new Date(now), until: new Date(now + LEASE), lease: 'l1', limit: 1 },
      });

      const outcome = row && (await deliverInThread(parts(), payloadOf(row, 'thread'), row));

      expect(outcome).to.deep.equal({ kind: 'not-taken', why: 'no-such-channel' });
      expect(sends).to.deep.equal([]);
    });

    it('goes nowhere where it belongs to another message', async () => {
      await createDeskPosts(database.db).save({ ...POST, root: 'new' });
      await add('r1', 'The rest', { root: 'old' });

      await deliverAll();

      expect(sends).to.deep.equal([]);
    });
  });

class Ended extends Error {}

/** A channel whose own ids begin with `own`. */
const READER = {
  threadOf: (_, root) => ({ root }) as object,
  accountOf: (id) => (id.startsWith('own') ? { id } : null),
  mentioning: ({ text, ...rest }, accounts) => ({
    ...rest,
    text: `${accounts.map(({ id, name }) => `<${id} ${name}>`).join('')} ${text}`,
  }),
} as Pick<ChannelReader, 'threadOf' | 'accountOf' | 'mentioning'> as ChannelReader;

async function never(): Promise<never> {
  throw new Error('this must not be called');
}
