import { NOTE } from './clickData.ts';
import type { Written } from './instanceSettings.ts';
import type { Made } from './made.ts';
import type { Which } from './moves.ts';
import type { Player } from './player.ts';

/** What was made at one moment, and what was committed since. */
export interface Moment {
  readonly made: readonly Made[];
  readonly commits: readonly Written[];
}

/**
 * Each delivery was answered: by a card, a sentence, or a case that has changed. None has changed a case twice, and what
 * an answer says was done was; nobody has got a note. Throws in words where that isn’t so.
 */
export async function checkAnswers({ world, people }: Player, moment: Moment): Promise<void> {
  for (const who of [0, 1] as const) {
    const { ids, quiet } = madeBy(moment, 'person', who);
    const own = moment.commits.filter(({ next, entries }) => {
      return next.requester.person === people[who].person && entries[0]?.by.kind === 'person';
    });
    // What an agent hears is answered by nothing: it is in the case’s thread.
    const heard = own.filter(({ entries }) => entries.some(({ event }) => event.kind === 'message'));
    if ((await people[who].unanswered(ids)) > heard.length) throw new Error(`person ${who} got no answer`);
    checkOnce(own, ids.length + quiet, `person ${who}`);
    if ((await people[who].cards()).some(({ text }) => text.includes(NOTE)))
      throw new Error(`person ${who} got a note`);
  }
  for (const who of [0, 1] as const) {
    const agent = world.agents[who];
    const { ids, done } = madeBy(moment, 'agent', who);
    const own = moment.commits.filter(
      ({ entries: [first] }) => first?.by.kind === 'agent' && first.by.agent.id === agent.id,
    );
    if (agent.unanswered(ids) > own.length) throw new Error(`agent ${who} got no answer, and no card has changed`);
    if (done.length > own.length) throw new Error(`agent ${who} was told that it was done, and it wasn’t`);
    checkOnce(own, ids.length, `agent ${who}`);
  }
}

function checkOnce(commits: readonly Written[], most: number, by: string): void {
  for (const id of new Set(commits.map(({ next }) => next.id))) {
    const times = commits.filter(({ next }) => next.id === id).length;
    if (times > most) throw new Error(`${most} deliveries of ${by} have changed ${id} ${times} times`);
  }
}

function madeBy({ made }: Moment, as: Made['as'], who: Which) {
  const own = made.filter((each) => each.as === as && each.who === who);
  return {
    ids: own.flatMap(({ ids }) => ids),
    done: own.flatMap(({ done }) => done),
    quiet: own.filter(({ isQuiet }) => isQuiet).length,
  };
}
