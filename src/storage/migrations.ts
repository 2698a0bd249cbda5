import type { Migration } from 'kysely';
import { conversations } from './migrations/0001-conversations.ts';
import { trust } from './migrations/0002-trust.ts';
import { desk } from './migrations/0003-desk.ts';
import { outboxUnheard } from './migrations/0004-outboxUnheard.ts';
import { outboxFailures } from './migrations/0005-outboxFailures.ts';

/**
 * Every change of the schema by its name, which sorts in the order in which they are made. They only go forward: one
 * that was released is never edited, removed or renamed.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-conversations': conversations,
  '0002-trust': trust,
  '0003-desk': desk,
  '0004-outbox-unheard': outboxUnheard,
  '0005-outbox-failures': outboxFailures,
};
