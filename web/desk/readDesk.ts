import { isRecord } from '../isRecord.ts';
import { readShownFile } from '../shownFile.ts';
import type { DeskAnswer, DeskMe, ListedCase, ShownCase, TrailLine } from './deskTypes.ts';

const KINDS = ['said', 'note', 'event'] as const;
const SIDES = ['person', 'desk', 'bot'] as const;

/** Reads who is at the desk; null for what isn't that. */
export function readMe(said: unknown): DeskMe | null {
  if (!isRecord(said)) return null;
  const { csrf, name, via, only, expiresAt } = said;
  const until = new Date(typeof expiresAt === 'string' ? expiresAt : Number.NaN);
  if (typeof csrf !== 'string' || typeof name !== 'string' || Number.isNaN(until.getTime())) return null;
  return { csrf, name, via: via === 'link' ? 'link' : 'page', only: textOrNull(only), expiresAt: until };
}

/** Reads a list of cases; what isn't one is left out. */
export function readCases(said: unknown): readonly ListedCase[] | null {
  const cases = isRecord(said) ? said['cases'] : null;
  if (!Array.isArray(cases)) return null;
  return cases.map(readListed).filter((each) => each !== null);
}

function readListed(said: unknown): ListedCase | null {
  if (!isRecord(said)) return null;
  const { id, title, who, status, state, urgency } = said;
  if (typeof id !== 'string') return null;
  return {
    ...{ id, title: text(title), who: text(who) },
    ...{ status: text(status), state: text(state), urgency: textOrNull(urgency) },
  };
}

/** Reads a case; null for what isn't one. */
export function readCase(said: unknown): ShownCase | null {
  if (!isRecord(said)) return null;
  const { id, revision, card, trail } = said;
  if (typeof id !== 'string' || !isRecord(card)) return null;
  const lines = Array.isArray(trail) ? trail.map(readLine).filter((each) => each !== null) : [];
  return { id, revision: typeof revision === 'number' ? revision : 0, card, trail: lines };
}

function readLine(said: unknown): TrailLine | null {
  if (!isRecord(said)) return null;
  const { id, at, time, who, kind, side, file } = said;
  const moment = new Date(typeof at === 'string' ? at : Number.NaN);
  if (typeof id !== 'string' || Number.isNaN(moment.getTime())) return null;
  return {
    ...{ id, at: moment, time: text(time), who: text(who), text: text(said['text']) },
    // What this page doesn't know stays at the desk.
    kind: KINDS.find((each) => each === kind) ?? 'note',
    side: SIDES.find((each) => each === side) ?? 'bot',
    file: isRecord(file) ? readFile(file) : null,
  };
}

function readFile({ id, name, type, size }: Readonly<Record<string, unknown>>): TrailLine['file'] {
  return readShownFile({ id, name, type, size });
}

/** Reads what is shown in answer to a deed; null for what isn't an answer. */
export function readAnswer(said: unknown): DeskAnswer | null {
  if (!isRecord(said)) return null;
  const { cards, show } = said;
  return {
    cards: Array.isArray(cards) ? cards.filter(isRecord) : [],
    said: textOrNull(said['said']),
    show: textOrNull(show),
    isRefused: said['refused'] === true,
  };
}

/** Reads an event: the cases that have changed; null for one that doesn't say which. */
export function readChanges(data: string): readonly string[] | null {
  try {
    const said: unknown = JSON.parse(data);
    const all = Array.isArray(said) ? said : [said];
    const ids = all.map((each) => (isRecord(each) ? textOrNull(each['case']) : null)).filter((each) => each !== null);
    return ids.length > 0 ? ids : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
