import { AppError } from '../../errors.ts';
import type { PersonCounts } from '../../storage/personData.ts';
import { writeLine } from '../kb/writeLine.ts';
import type { DataTools } from './dataIo.ts';
import { tellUnowned } from './tellUnowned.ts';

/** What each kind of row is called. */
const named = (counts: PersonCounts): readonly (readonly [count: number | undefined, name: string])[] => [
  [counts.conversations, 'conversations'],
  [counts.deliveryKeys, 'delivery keys'],
  [counts.greetings, 'that they were greeted'],
  [counts.webSessions, 'web sessions'],
  [counts.webMessages, 'web messages'],
  [counts.outboxRows, 'outbox rows'],
  [counts.cases, 'cases'],
  [counts.caseEntries, 'entries of cases'],
  [counts.files, 'files'],
  [counts.caseLinks, 'links to cases'],
  [counts.deskPosts, 'posts at the desk'],
  [counts.deskMembers, 'that they were seen at the desk'],
  [counts.deskSessions, 'sessions of the desk page'],
  [counts.mentions, 'where they are named in others’ cases'],
  [counts.auditKeys, 'who they are in the audit'],
];

const NOT_WIPED =
  'the rows are deleted, but traces of them may still be in the files, since the database was busy; run this again';

/**
 * `data erase`: with `yes` deletes all that is stored of a person, wipes what that leaves in the files, says how many
 * rows it was, and gives 0, also where nothing was stored. Without, says what it would delete, and gives 1: nothing
 * was erased.
 */
export async function erasePerson(
  tools: DataTools,
  { person, yes }: { readonly person: string; readonly yes: boolean },
): Promise<number> {
  await tellUnowned(tools, person);
  return yes ? erase(tools, person) : ask(tools, person);
}

async function ask({ data, stdout, stderr }: DataTools, person: string): Promise<number> {
  const counts = await data.count(person);
  if (Object.keys(counts).length === 0) {
    await writeLine(stdout, `nothing is stored of ${person}`);
    return 0;
  }
  await writeLine(stdout, `this is stored of ${person}:`);
  await writeCounts({ stdout }, counts);
  await writeLine(stderr, 'nothing was deleted: to delete all of it, add --yes');
  return 1;
}

async function erase({ data, stdout, now }: DataTools, person: string): Promise<number> {
  const counts = await data.erase(person, now());
  const nothing = Object.keys(counts).length === 0;
  await writeLine(stdout, nothing ? `nothing is stored of ${person}` : `this was deleted of ${person}:`);
  await writeCounts({ stdout }, counts);
  try {
    await data.wipeTraces();
  } catch (error) {
    throw new AppError('storage-failed', NOT_WIPED, { cause: error });
  }
  await writeLine(stdout, 'traces of deleted rows are wiped from the database; backups of it are as they were');
  return 0;
}

async function writeCounts({ stdout }: Pick<DataTools, 'stdout'>, counts: PersonCounts): Promise<void> {
  for (const [count, name] of named(counts)) if (count !== undefined) await writeLine(stdout, `  ${name}: ${count}`);
}
