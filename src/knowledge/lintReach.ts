import type { Finding } from './finding.ts';
import type { PackOutline } from './packOutline.ts';

/** Categories nobody uses, guides nobody reaches, symptoms that lead to no guide. */
export function lintReach(pack: PackOutline): Finding[] {
  const used = new Set([...pack.scoping, ...pack.symptoms].flatMap(({ categories }) => categories));
  const guides = new Set(pack.categories.filter(({ id }) => used.has(id)).map(({ guide }) => guide));
  return [
    ...notIn(pack.categories, used).map(({ id, index }) => ({
      path: ['categories', index, 'id'],
      message: `no rule and no symptom names category \`${id}\`: name it in one, or remove it`,
    })),
    ...notIn(pack.guides, guides)
      .filter(({ id }) => id !== pack.workaround.guide)
      .map(({ id, index }) => ({
        path: ['guides', index, 'id'],
        message: `nobody reaches guide \`${id}\`: name it in a category that is used, or remove it`,
      })),
    ...symptomsWithoutGuide(pack),
  ];
}

function symptomsWithoutGuide(pack: PackOutline): Finding[] {
  return pack.symptoms.flatMap(({ id, categories }, index) => {
    const named = categories.map((each) => pack.categories.find((category) => category.id === each));
    const excused =
      named.length === 0 || named.some((category) => category === undefined || category.guide !== undefined);
    const message = `symptom \`${id}\` leads to no guide: give it a category that has one`;
    return excused ? [] : [{ path: ['symptoms', index, 'categories'], message }];
  });
}

function notIn(list: readonly { readonly id: string }[], ids: ReadonlySet<string | undefined>) {
  return list.map(({ id }, index) => ({ id, index })).filter(({ id }) => id !== '' && !ids.has(id));
}
