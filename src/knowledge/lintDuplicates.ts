import type { Finding } from './finding.ts';
import type { PackOutline } from './packOutline.ts';

/** Two equal ids in one list. */
export function lintDuplicates(pack: PackOutline): Finding[] {
  return [
    ...inList(pack.questions, ['questions']),
    ...pack.questions.flatMap(({ options }, index) => inList(options, ['questions', index, 'options'])),
    ...pack.scoping.flatMap(({ categories }, index) => inIds(categories, ['scoping', index, 'categories'])),
    ...inList(pack.categories, ['categories']),
    ...inList(pack.symptoms, ['symptoms']),
    ...pack.symptoms.flatMap(({ categories }, index) => inIds(categories, ['symptoms', index, 'categories'])),
    ...inList(pack.guides, ['guides']),
    ...pack.guides.flatMap(({ steps }, index) => inSteps(steps, ['guides', index, 'steps'])),
    ...inTexts(pack.asks, ['asks']),
  ];
}

function inSteps(steps: PackOutline['guides'][number]['steps'], path: Finding['path']): Finding[] {
  const branches = steps.flatMap(({ branch }, index) =>
    inList(branch?.options ?? [], [...path, index, 'branch', 'options']),
  );
  return [...inList(steps, path), ...branches];
}

function inList(list: readonly { readonly id: string }[], path: Finding['path']): Finding[] {
  return repeated(list.map(({ id }) => id)).map(({ id, index, first }) => ({
    path: [...path, index, 'id'],
    message: `\`${id}\` is already the id of item ${first + 1} of this list: give this one another id`,
  }));
}

function inIds(list: readonly string[], path: Finding['path']): Finding[] {
  return repeated(list).map(({ id, index }) => ({
    path: [...path, index],
    message: `\`${id}\` is named twice: name it once`,
  }));
}

function inTexts(list: readonly string[], path: Finding['path']): Finding[] {
  return repeated(list).map(({ index, first }) => ({
    path: [...path, index],
    message: `this is item ${first + 1} of this list once more: keep one of them`,
  }));
}

function repeated(list: readonly string[]): { id: string; index: number; first: number }[] {
  return list
    .map((id, index) => ({ id, index, first: list.indexOf(id) }))
    .filter(({ id, index, first }) => id !== '' && first !== index);
}
