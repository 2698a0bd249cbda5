import type { Finding } from './finding.ts';
import type { PackOutline, StepOutline } from './packOutline.ts';

/** Steps that lack what they must say, and conditions on what can't have been chosen before. */
export function lintSteps(pack: PackOutline): Finding[] {
  return pack.guides.flatMap((guide, index) =>
    guide.steps.flatMap((step, place) => {
      const path = ['guides', index, 'steps', place];
      const before = guide.steps.slice(0, place);
      return [...lacks(step, path), ...conditionOf(step, { guide: guide.id, before, path })];
    }),
  );
}

function lacks(step: StepOutline, path: Finding['path']): Finding[] {
  const { id, audience, risk, forPerson, warning } = step;
  const findings: Finding[] = [];
  if (audience === 'admin' && forPerson === undefined) {
    findings.push({ path, message: `step \`${id}\` is for an admin: say in \`forPerson\` what the person will see` });
  }
  if (risk === 'destructive' && warning === undefined) {
    findings.push({ path, message: `step \`${id}\` destroys something: say in \`warning\` what is lost` });
  }
  return findings;
}

interface Place {
  readonly guide: string;
  readonly before: readonly StepOutline[];
  readonly path: Finding['path'];
}

function conditionOf({ condition }: StepOutline, { guide, before, path }: Place): Finding[] {
  if (!condition || condition.step === '') return [];
  const decider = before.find(({ id }) => id === condition.step);
  if (!decider) {
    const message = `no step \`${condition.step}\` comes before this one in guide \`${guide}\`: name one that does`;
    return [{ path: [...path, 'condition', 'step'], message }];
  }
  if (!decider.branch) {
    const message = `step \`${condition.step}\` has no branch to choose from: give it one, or drop the condition`;
    return [{ path: [...path, 'condition', 'step'], message }];
  }
  const options = decider.branch.options.map(({ id }) => id);
  if (condition.is === '' || options.includes(condition.is)) return [];
  const message = `step \`${condition.step}\` has no option \`${condition.is}\`: use one of ${options.join(', ')}`;
  return [{ path: [...path, 'condition', 'is'], message }];
}
