import type { Case } from './case.ts';
import { CASE_LIMITS } from './caseLimits.ts';
import { readCaseId } from './newCaseId.ts';

/** The largest that a case may be as JSON, in bytes. */
const LARGEST = 20 * 1024;

/** What is always true of a case. */
const INVARIANTS: Readonly<Record<string, (current: Case) => boolean>> = {
  'its id is one that can be read back': ({ id }) => readCaseId(id) === id,
  'its revision counts from 1': ({ revision }) => Number.isInteger(revision) && revision >= 1,
  'somebody has it when it is claimed or solved': ({ status, claim }) =>
    claim !== null || (status !== 'claimed' && status !== 'solved'),
  'nobody has it while it waits': ({ status, claim }) => claim === null || status !== 'waiting',
  'an agent hears the person only while it is claimed': ({ status, hears }) => hears === 'bot' || status === 'claimed',
  'it is closed exactly when it has an end': ({ status, closed }) => (status === 'closed') === (closed !== null),
  'it has a cause when it is solved': ({ status, solved }) => status !== 'solved' || solved !== null,
  'it has a cause only when it is or was solved': ({ status, solved }) =>
    solved === null || status === 'solved' || status === 'closed',
  'what was confirmed or met with silence was solved': ({ solved, closed }) =>
    solved !== null || (closed?.how !== 'confirmed' && closed?.how !== 'silence'),
  'what was handed over was not': ({ solved, closed }) => solved === null || closed?.how !== 'handed-over',
  'it is handed over while it is open and nobody says that it is solved': ({ status, handingOver }) =>
    !handingOver || status === 'waiting' || status === 'claimed',
  'it is handed over by the first line alone': ({ line, handingOver }) => !handingOver || line === 'first',
  'no meeting is near that nobody knows of': ({ startsAt, urgency }) => startsAt !== null || urgency === undefined,
  'it is repeated twice at most': ({ repeats }) => within(repeats, CASE_LIMITS.repeatMinutes.length),
  'it is held on to four times at most': ({ claim }) => claim === null || within(claim.renewals, CASE_LIMITS.renewals),
  'its holder is asked only while they have it': ({ status, claim }) => !claim?.isAsked || status === 'claimed',
  'its holder is not asked while it is the person’s turn': ({ claim }) => !claim?.isAsked || !claim.waitsForPerson,
  'nobody’s turn it is but while it is claimed': ({ status, claim }) => !claim?.waitsForPerson || status === 'claimed',
  'an answer that failed has not arrived': ({ lastAnswer }) =>
    !lastAnswer || lastAnswer.failed === null || lastAnswer.deliveredAt === null,
  'an answer that was read has arrived': ({ lastAnswer }) =>
    !lastAnswer || lastAnswer.readAt === null || lastAnswer.deliveredAt !== null,
  'mails go to guests with an address': ({ mailedAt, mailing, requester }) =>
    (mailedAt === null && !mailing) || (requester.channel === 'web' && requester.email !== null),
  'one mail goes to them until they are back': ({ mailedAt, mailing }) => mailedAt === null || !mailing,
  'the person was told before anything was added': ({ added, hasToldAdded }) => added.length === 0 || hasToldAdded,
  'it keeps so many added texts': ({ added }) => fits(added, CASE_LIMITS.added, CASE_LIMITS.addedLength),
  'it keeps so many names of files': ({ files }) => fits(files, CASE_LIMITS.files, CASE_LIMITS.fileLength),
  'its times are UTC': (current) => timesOf(current).every(isUtc),
  'its times are in order': (current) => ordersOf(current).every(isInOrder),
  'it stays small': (current) => Buffer.byteLength(JSON.stringify(current)) <= LARGEST,
};

/** What is wrong with a case, in words; empty for every case that was decided by this folder. */
export function brokenInvariants(current: Case): string[] {
  return Object.entries(INVARIANTS)
    .filter(([, holds]) => !holds(current))
    .map(([what]) => what);
}

function within(count: number, most: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= most;
}

function fits(texts: readonly string[], most: number, length: number): boolean {
  return texts.length <= most && texts.every((text) => text.length <= length);
}

/** When one thing comes after another; what never was is left out. */
function ordersOf({ openedAt, queuedAt, claim, solved, closed, lastAnswer, mailedAt, stuckAt }: Case) {
  return [
    [openedAt, queuedAt],
    [openedAt, claim?.since, claim?.activeAt],
    [openedAt, solved?.at, closed?.at],
    [openedAt, lastAnswer?.at, lastAnswer?.deliveredAt, lastAnswer?.readAt],
    [openedAt, mailedAt],
    [openedAt, lastAnswer?.unreadSince],
    [openedAt, stuckAt],
  ].map((times) => times.filter((time) => time !== null && time !== undefined));
}

function timesOf(current: Case): string[] {
  return [...ordersOf(current).flat(), ...(current.startsAt === null ? [] : [current.startsAt])];
}

function isUtc(time: string): boolean {
  const at = Date.parse(time);
  return Number.isFinite(at) && new Date(at).toISOString() === time;
}

function isInOrder(times: readonly string[]): boolean {
  return times.every((time, index) => index === 0 || Date.parse(times[index - 1] ?? time) <= Date.parse(time));
}
