import type { OpenDatabase } from '../storage/openDatabase.ts';
import { ago, planter } from './plantedRows.ts';

/** How much of each kind `plantPerson` writes. */
export const EVERYTHING = {
  conversations: 2,
  deliveryKeys: 3,
  greetings: 1,
  webSessions: 1,
  webMessages: 2,
  outboxRows: 1,
  cases: 2,
  caseEntries: 1,
  caseLinks: 1,
  deskPosts: 1,
  files: 2,
  deskMembers: 1,
  auditKeys: 1,
};

/** One row of every kind at least, all of `web:<name>`. */
export async function plantPerson({ db }: OpenDatabase, name: string): Promise<void> {
  const plant = planter(db);
  const person = `web:${name}`;
  await plant.conversation(`web::${name}`, ago(3), person);
  await plant.conversation(`teams:t:${name}`, ago(3), person);
  await plant.delivery(`web::${name}:1`, ago(3), `web::${name}`);
  await plant.delivery(`web::${name}:2`, ago(3), null);
  await plant.delivery(`teams:t:${name}:1`, ago(3), `teams:t:${name}`);
  await plant.person(person, ago(3));
  await plant.session(name, ago(3), ago(2));
  await plant.messages(name, 2, ago(3));
  await plant.outbox(name, 'waiting', null, person);
  await plant.case(`UN-1-${name}`, null, person);
  await plant.case(`UN-2-${name}`, ago(3), person);
  await plant.entry(`entry-${name}`, `UN-1-${name}`);
  await plant.link(`link-${name}`, `UN-2-${name}`);
  await plant.post(`UN-1-${name}`);
  await plant.file(`loose-${name}`, ago(3), { person });
  await plant.file(`sent-${name}`, ago(3), { person, of: `UN-1-${name}` });
  await plant.member(person, ago(3));
  await plant.personKey(`key-${name.length}`, person);
  await plant.audit(`audit-${name.length}`, ago(3), `key-${name.length}`);
}
