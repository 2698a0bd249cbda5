import { type FreshDatabase, type Postgres, startPostgres } from './startPostgres.ts';

let started: Promise<Postgres> | undefined;

/** The one PostgreSQL of a whole test run, started when it is first asked for; it ends with the run by itself. */
export function postgres(): Promise<Postgres> {
  started ??= startPostgres({ durable: false });
  return started;
}

/** An empty database for one test, in the server of the whole run. Drop it after the test. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await postgres();
  return server.freshDatabase();
}
