import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { createCaseLinks } from '../storage/caseLinks.ts';
import { createCaseStore } from '../storage/caseStore.ts';
import { createDeskMembers } from '../storage/deskMembers.ts';
import { createDeskPlaces } from '../storage/deskPlaces.ts';
import { createDeskPosts } from '../storage/deskPosts.ts';
import { createDeskSessions } from '../storage/deskSessions.ts';
import { createFileStore } from '../storage/fileStore.ts';
import type { Schema } from '../storage/schema.ts';
import { createSecrets } from '../storage/secrets.ts';

/** What of the helpdesk is kept, and where. */
export type Stores = ReturnType<typeof createStores>;

/** Everything of the helpdesk in one database. */
export function createStores(db: Kysely<Schema>) {
  return {
    cases: createCaseStore(db),
    files: createFileStore(db),
    places: createDeskPlaces(db, randomUUID),
    posts: createDeskPosts(db),
    members: createDeskMembers(db),
    links: createCaseLinks(db),
    sessions: createDeskSessions(db),
    secrets: createSecrets(db),
  };
}
