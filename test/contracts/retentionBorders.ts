import { ago, type keysIn, type planter } from './plantedRows.ts';

type Plant = ReturnType<typeof planter>;

/** What goes after how many days: written as it is in the database, once just too young and once just old enough. */
export const BORDERS: readonly {
  readonly what: string;
  readonly days: number;
  readonly table: Parameters<typeof keysIn>[1];
  readonly write: (plant: Plant, key: string, at: string) => Promise<unknown>;
}[] = [
  {
    what: 'conversations since their last turn',
    days: 30,
    table: 'conversations',
    write: (plant, key, at) => plant.conversation(key, at),
  },
  {
    what: 'delivery keys',
    days: 7,
    table: 'deliveries',
    write: (plant, key, at) => plant.delivery(key, at),
  },
  {
    what: 'web sessions that were never used again',
    days: 30,
    table: 'web_sessions',
    write: (plant, key, at) => plant.session(key, at),
  },
  {
    what: 'web sessions since their page was last opened',
    days: 30,
    table: 'web_sessions',
    write: (plant, key, at) => plant.session(key, ago(300), at),
  },
  {
    what: 'web sessions since their last turn',
    days: 30,
    table: 'web_sessions',
    write: async (plant, key, at) => {
      await plant.session(key, ago(300), ago(200));
      await plant.conversation(`web::${key}`, at, `web:${key}`);
    },
  },
  {
    what: 'people without a conversation since they were greeted',
    days: 30,
    table: 'people',
    write: (plant, key, at) => plant.person(key, at),
  },
  {
    what: 'outbox rows since they were delivered',
    days: 7,
    table: 'outbox',
    write: (plant, key, at) => plant.outbox(key, 'delivered', at),
  },
  {
    what: 'outbox rows since they were given up',
    days: 100,
    table: 'outbox',
    write: (plant, key, at) => plant.outbox(key, 'dead', at),
  },
  {
    what: 'cases since they were closed',
    days: 100,
    table: 'cases',
    write: (plant, key, at) => plant.case(key, at),
  },
  {
    what: 'files that go with no case',
    days: 1,
    table: 'files',
    write: (plant, key, at) => plant.file(key, at, { person: 'web:ann' }),
  },
  {
    what: 'files that were never complete',
    days: 1 / 24,
    table: 'files',
    write: (plant, key, at) => plant.file(key, at),
  },
  {
    what: 'people of the desk since they were seen there',
    days: 365,
    table: 'desk_members',
    write: (plant, key, at) => plant.member(key, at),
  },
  {
    what: 'sessions of the desk page that are over',
    days: 0,
    table: 'desk_sessions',
    write: (plant, key, at) => plant.deskSession(key, at),
  },
  { what: 'lines of the audit', days: 100, table: 'audit', write: (plant, key, at) => plant.audit(key, at) },
];
