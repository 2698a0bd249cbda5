import type { Guide, Pack, Step } from '../../knowledge/index.ts';
import type { KbIo } from './kbIo.ts';
import { writeLine } from './writeLine.ts';

/** `kb guide ID`: the guide as JSON; 1 and the ids there are where there is none of that id. */
export async function printGuide(pack: Pack, id: string, io: Pick<KbIo, 'stdout' | 'stderr'>): Promise<number> {
  const guide = pack.guides.find((each) => each.id === id);
  if (!guide) {
    const ids = pack.guides.map((each) => each.id).join(', ');
    await writeLine(io.stderr, `pack ${pack.id} has no guide ${JSON.stringify(id)}: use one of ${ids}`);
    return 1;
  }
  await writeLine(io.stdout, JSON.stringify(shown(guide), null, 2));
  return 0;
}

function shown({ id, title, intro, note, steps }: Guide) {
  return { id, title, intro: intro ?? null, note: note ?? null, steps: steps.map(shownStep) };
}

/** What other programs may rely on; the last three only where a step has them. */
function shownStep(step: Step) {
  const { id, title, text, audience, platforms, risk, minutes, links, substeps } = step;
  const { branch = null, condition = null, forPerson, warning, note } = step;
  return {
    ...{ id, title, text, audience, platforms, risk, minutes, branch, condition, links, substeps },
    ...(forPerson === undefined ? {} : { forPerson }),
    ...(warning === undefined ? {} : { warning }),
    ...(note === undefined ? {} : { note }),
  };
}
