import type { Finding } from './finding.ts';
import type { PackOutline } from './packOutline.ts';

/** Ids of questions, options, categories and guides that don't exist. */
export function lintReferences(pack: PackOutline): Finding[] {
  return [
    ...pack.scoping.flatMap(({ when }, index) => inWhen(pack, when, ['scoping', index, 'when'])),
    ...pack.contradictions.flatMap(({ when }, index) => inWhen(pack, when, ['contradictions', index, 'when'])),
    ...pack.scoping.flatMap(({ categories }, index) => inCategories(pack, categories, ['scoping', index])),
    ...pack.symptoms.flatMap(({ categories }, index) => inCategories(pack, categories, ['symptoms', index])),
    ...pack.categories.flatMap(({ guide }, index) => guideExists(pack, guide, ['categories', index, 'guide'])),
    ...guideExists(pack, pack.workaround.guide, ['workaround', 'guide']),
  ];
}

function inWhen(pack: PackOutline, when: Readonly<Record<string, string>>, path: Finding['path']): Finding[] {
  return Object.entries(when).flatMap(([id, option]): Finding[] => {
    const question = pack.questions.find((each) => each.id === id);
    if (!question) return [unknown([...path, id], `question \`${id}\``, pack.questions)];
    if (option === '' || question.options.some((each) => each.id === option)) return [];
    return [unknown([...path, id], `option \`${option}\` in question \`${id}\``, question.options)];
  });
}

function inCategories(pack: PackOutline, categories: readonly string[], path: Finding['path']): Finding[] {
  return categories.flatMap((category, index) =>
    category === '' || pack.categories.some(({ id }) => id === category)
      ? []
      : [unknown([...path, 'categories', index], `category \`${category}\``, pack.categories)],
  );
}

function guideExists(pack: PackOutline, guide: string | undefined, path: Finding['path']): Finding[] {
  const fine = guide === undefined || guide === '' || pack.guides.some(({ id }) => id === guide);
  return fine ? [] : [unknown(path, `guide \`${guide}\``, pack.guides)];
}

function unknown(path: Finding['path'], what: string, known: readonly { readonly id: string }[]): Finding {
  const ids = known.map(({ id }) => id).join(', ');
  return { path, message: `there is no ${what}: add it${ids === '' ? '' : `, or use one of ${ids}`}` };
}
