import { en } from '../../src/cards/text/en.ts';
import type { SoakResult } from '../soakRun.ts';
import type { Seen } from './asker.ts';
import type { Known } from './known.ts';

const CASE_ID = /UN-[0-9A-Z]{4}-[0-9A-Z]{2}/;

/** People are told of no fault, of no case that there isn’t, and of none on the desk’s screen that isn’t there. */
export function judgePeople({ askers, kept, roots }: Known): SoakResult {
  const cases = new Set(kept.cases.map(({ current }) => current.id));
  const isOnDesk = (id: string, at: number) =>
    (roots.get(id)?.posts ?? []).some((post) => post.shown !== '' && post.at <= at);
  const flawsOf = ({ card: { title, text }, at }: Seen): string[] => {
    const id = CASE_ID.exec(text)?.[0];
    return [
      ...(title === en.faults.title ? ['was told that something went wrong'] : []),
      ...(text === en.notices.tooFast ? ['was told that they go too fast'] : []),
      ...(id !== undefined && !cases.has(id) ? [`was told of ${id}, which doesn’t exist`] : []),
      ...(id !== undefined && title === en.requests.happened.onScreen && !isOnDesk(id, at)
        ? [`was told that ${id} is on the desk’s screen, before it was`]
        : []),
    ];
  };
  const unaware = kept.cases.filter(
    ({ current: { id, status, isOnScreen } }) => status !== 'closed' && !isOnScreen && isOnDesk(id, Number.MAX_VALUE),
  );
  const onScreen = kept.cases.filter(({ entries }) => entries.some(({ event }) => event.kind === 'on-screen')).length;
  return {
    counts: { 'cases on the desk’s screen by their trail': onScreen },
    failures: [
      ...askers.flatMap(({ name, seen }) =>
        seen()
          .flatMap(flawsOf)
          .map((flaw) => `${name} ${flaw}`),
      ),
      ...unaware.map(({ current: { id } }) => `${id} is on the desk, and doesn’t say so`),
    ],
  };
}
