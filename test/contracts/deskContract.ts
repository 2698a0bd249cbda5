import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { DeskPlace } from '../../src/helpdesk/desk/deskPlace.ts';
import { createDeskMembers } from '../../src/storage/deskMembers.ts';
import { createDeskPlaces } from '../../src/storage/deskPlaces.ts';
import { createDeskPosts } from '../../src/storage/deskPosts.ts';
import { createDeskSessions } from '../../src/storage/deskSessions.ts';
import { createSecrets } from '../../src/storage/secrets.ts';
import type { OpenDatabase } from '../storage/openDatabase.ts';
import { linksCases } from './caseLinksContract.ts';
import { ago, NOW, planter } from './plantedRows.ts';
import { rejectionOf } from './turnStoreSamples.ts';

/** What is kept of the desk on every database. `open` gives an empty one each time. */
export function deskContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`the desk on ${name}`, () => {
    let opened: OpenDatabase;

    beforeEach(async () => {
      opened = await open();
    });

    afterEach(() => opened.close());

    keepsPlaces(() => opened);
    keepsPosts(() => opened);
    keepsMembers(() => opened);
    keepsSessions(() => opened);
    keepsSecrets(() => opened);
    linksCases(() => opened);
  });
}

function placeOf(others: Partial<DeskPlace> = {}): DeskPlace {
  return {
    ...{ line: 'first', key: 'teams:t:19:desk', channel: 'msteams', reference: { id: 'x', more: ['ä'] } },
    ...{ setBy: 'teams:t:ada', setAt: ago(1), lost: null },
    ...others,
  };
}

const BY_ADA = { by: 'teams:t:ada', at: new Date(ago(1)) };

function keepsPlaces(opened: () => OpenDatabase): void {
  it('is where it was said to be, for each line', async () => {
    const places = createDeskPlaces(opened().db, randomUUID);
    const [first, next] = [placeOf(), placeOf({ line: 'next', key: 'teams:t:19:second', setBy: null })];
    for (const place of [first, next]) await places.set(place, BY_ADA);

    expect([await places.get('first'), await places.get('next')]).to.deep.equal([first, next]);
    expect(await places.at('teams:t:19:second')).to.deep.equal(next);
    expect(await places.at('teams:t:19:desk;messageid=1')).to.equal(null);
  });

  it('is nowhere until then', async () => {
    const places = createDeskPlaces(opened().db, randomUUID);

    expect([await places.get('first'), await places.at('teams:t:19:desk')]).to.deep.equal([null, null]);
  });

  it('moves as a whole, and is lost until it does', async () => {
    const places = createDeskPlaces(opened().db, randomUUID);
    const elsewhere = placeOf({ key: 'slack:T:C', channel: 'slack', reference: {}, setAt: ago(0) });
    await places.set(placeOf(), BY_ADA);

    await places.markLost('teams:t:19:desk', 'removed', new Date(ago(0)));
    const lost = await places.get('first');
    await places.set(elsewhere, BY_ADA);

    expect(lost).to.deep.equal(placeOf({ lost: 'removed' }));
    expect(await places.get('first')).to.deep.equal(elsewhere);
    expect(await places.at('teams:t:19:desk')).to.equal(null);
  });

  it('has each change in the audit: who, when, and where it was before and after', async () => {
    const { db } = opened();
    const places = createDeskPlaces(db, randomUUID);
    const at = (days: number) => new Date(ago(days));
    await places.set(placeOf(), { by: 'teams:t:ada', at: at(5) });
    // Said again where it is, and known again under another address: it is where it was.
    await places.set(placeOf({ reference: { id: 'y' } }), { by: 'teams:t:ada', at: at(4) });
    for (const day of [3, 2]) await places.markLost('teams:t:19:desk', 'removed', at(day));
    await places.set(placeOf(), { by: 'teams:t:ben', at: at(1) });
    await places.set(placeOf({ key: 'slack:T:C', setBy: null }), { by: null, at: at(0) });

    const lines = await db
      .selectFrom('audit')
      .leftJoin('person_keys', 'person_keys.key', 'audit.person_key')
      .select(['person', 'at', 'action', 'case_id', 'before', 'after'])
      .orderBy('at')
      .execute();

    const [here, lost] = [null, 'removed'].map(
      (why) => `{"line":"first","place":"teams:t:19:desk","lost":${JSON.stringify(why)}}`,
    );
    const there = '{"line":"first","place":"slack:T:C","lost":null}';
    expect(lines.map((line) => Object.values(line))).to.deep.equal([
      ['teams:t:ada', ago(5), 'desk-moved', null, null, here],
      [null, ago(3), 'desk-lost', null, here, lost],
      ['teams:t:ben', ago(1), 'desk-found', null, lost, here],
      [null, ago(0), 'desk-moved', null, here, there],
    ]);
  });

  it('moves together with what has to be done because of it, or not at all', async () => {
    const { db } = opened();
    const places = createDeskPlaces(db, randomUUID);
    const row = { id: 'moved', queue: 'desk-moved:first', person: null, payload: { kind: 'open-cases' } };
    const endless: Record<string, unknown> = {};
    endless['payload'] = endless;

    expect(
      await rejectionOf(places.set(placeOf({ key: 'teams:t:19:x' }), BY_ADA, [row, { ...row, payload: endless }])),
    ).to.include({ code: 'storage-failed' });
    expect([await places.get('first'), await db.selectFrom('audit').selectAll().execute()]).to.deep.equal([null, []]);
    expect(await db.selectFrom('outbox').select('id').execute()).to.deep.equal([]);

    await places.set(placeOf(), BY_ADA, [row]);
    expect(await places.get('first')).to.deep.equal(placeOf());
    expect(await db.selectFrom('outbox').select('id').execute()).to.deep.equal([{ id: 'moved' }]);
  });

  it('works for the first line where two are said to be in one place', async () => {
    const places = createDeskPlaces(opened().db, randomUUID);
    for (const line of ['next', 'first'] as const) await places.set(placeOf({ line }), BY_ADA);

    expect((await places.at('teams:t:19:desk'))?.line).to.equal('first');
  });
}

function keepsPosts(opened: () => OpenDatabase): void {
  const post = { case: 'UN-1', place: 'desk', root: 'r1', shown: 'hash', shownAt: ago(1) };

  it('has one post for each case and place, and knows it by its message', async () => {
    const posts = createDeskPosts(opened().db);
    await planter(opened().db).case('UN-1', null);
    await posts.save(post);
    await posts.save({ ...post, place: 'other', root: 'r2' });

    await posts.save({ ...post, shown: 'later', shownAt: ago(0) });

    expect(await posts.get('UN-1', 'desk')).to.deep.equal({ ...post, shown: 'later', shownAt: ago(0) });
    expect(await posts.get('UN-1', 'nowhere')).to.equal(null);
    expect([
      await posts.caseOf('desk', 'r1'),
      await posts.caseOf('desk', 'r2'),
      await posts.caseOf('other', 'r2'),
    ]).to.deep.equal(['UN-1', null, 'UN-1']);
  });

  it('keeps with a post what has to follow it', async () => {
    const { db } = opened();
    await planter(db).case('UN-1', null);

    await createDeskPosts(db).save(post, [{ id: 'rules', queue: 'desk:UN-1', person: null, payload: {} }]);

    expect(await db.selectFrom('outbox').select(['id', 'created_at']).execute()).to.deep.equal([
      { id: 'rules', created_at: post.shownAt },
    ]);
  });

  it('keeps no post where what has to follow it can’t be kept', async () => {
    const { db } = opened();
    await planter(db).case('UN-1', null);
    await db.schema.dropTable('outbox').execute();

    const saving = createDeskPosts(db).save(post, [{ id: 'rules', queue: 'desk:UN-1', person: null, payload: {} }]);

    expect(await rejectionOf(saving)).to.include({ code: 'storage-failed' });
    expect(await createDeskPosts(db).get('UN-1', 'desk')).to.equal(null);
  });

  it('keeps no post of a case that is gone, nor what would have followed it', async () => {
    const { db } = opened();
    const posts = createDeskPosts(db);

    await posts.save(post, [{ id: 'note', queue: 'desk:UN-1', person: null, payload: {} }]);

    expect(await posts.get('UN-1', 'desk')).to.equal(null);
    expect(await db.selectFrom('outbox').select('id').execute()).to.deep.equal([]);
  });
}

function keepsMembers(opened: () => OpenDatabase): void {
  const ana = { id: 'teams:t:ana', name: 'Ana', account: { id: '29:x' } };
  const ben = { id: 'page:ben', name: 'Ben', account: null };

  it('knows who was seen there, and lists those first who were seen last', async () => {
    const members = createDeskMembers(opened().db);
    await members.see(ana, new Date(ago(3)));
    await members.see(ben, new Date(ago(1)));

    expect(await members.list(10)).to.deep.equal([ben, ana]);
    expect(await members.list(1)).to.deep.equal([ben]);
    expect([await members.get(ana.id), await members.get('teams:t:nobody')]).to.deep.equal([ana, null]);
  });

  it('notes once a day that somebody was seen, and at once what is new of them', async () => {
    const members = createDeskMembers(opened().db);
    const seen: unknown[] = [];
    for (const [member, at] of [
      [ana, ago(3)],
      [ana, ago(2, 1)],
      [ana, ago(2)],
      [{ ...ana, name: 'Ana Lima' }, ago(1, 1)],
      [{ ...ana, account: null }, ago(1)],
    ] as const) {
      await members.see(member, new Date(at));
      seen.push(...(await opened().db.selectFrom('desk_members').select(['name', 'account', 'seen_at']).execute()));
    }

    const account = '{"id":"29:x"}';
    expect(seen).to.deep.equal([
      { name: 'Ana', account, seen_at: ago(3) },
      { name: 'Ana', account, seen_at: ago(3) },
      { name: 'Ana', account, seen_at: ago(2) },
      { name: 'Ana Lima', account, seen_at: ago(1, 1) },
      { name: 'Ana', account: null, seen_at: ago(1) },
    ]);
  });
}

function keepsSessions(opened: () => OpenDatabase): void {
  const session = { name: 'Ben', via: 'link', only: 'UN-1', csrf: 'c', expiresAt: NOW } as const;

  it('knows who has signed in, until it is over', async () => {
    const sessions = createDeskSessions(opened().db);
    await sessions.create('hash', session);

    expect(await sessions.get('hash', new Date(NOW.getTime() - 1))).to.deep.equal(session);
    expect(await sessions.get('hash', NOW)).to.equal(null);
    expect(await sessions.get('other', new Date(ago(1)))).to.equal(null);
  });

  it('forgets who has signed out, and gives no session twice', async () => {
    const sessions = createDeskSessions(opened().db);
    await sessions.create('hash', session);

    const fault = await rejectionOf(sessions.create('hash', { ...session, name: 'Mallory' }));
    await sessions.end('hash');

    expect(fault).to.include({ code: 'storage-failed' });
    expect(await sessions.get('hash', new Date(ago(1)))).to.equal(null);
  });
}

function keepsSecrets(opened: () => OpenDatabase): void {
  it('has one secret of a name, whoever asks first', async () => {
    const other = createSecrets(await opened().again());
    const secrets = createSecrets(opened().db);
    let made = 0;
    const make = () => `made ${++made}`;

    const values = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? secrets : other).secret('links', make)),
    );

    expect(new Set(values)).to.have.property('size', 1);
    expect(await createSecrets(opened().db).secret('links', make)).to.equal(values[0]);
    expect(await secrets.secret('another', () => 'value')).to.equal('value');
  });
}
