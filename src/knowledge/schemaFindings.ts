import type { z } from 'zod';
import type { Finding } from './finding.ts';
import { packSchema } from './pack.ts';

/** What the format itself finds wrong with a pack, in plain words. */
export function schemaFindings(value: unknown): Finding[] {
  const parsed = packSchema.safeParse(value, { error: (issue) => sayPlainly(issue) });
  return parsed.success ? [] : parsed.error.issues.flatMap(findingsOf);
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.map((each) => (typeof each === 'symbol' ? String(each) : each));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `\`${key}\` isn’t known here: correct its spelling, or remove it`,
    }));
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ path, message: `${nameOf(path)} ${message}` }));
  }
  return [{ path, message: `${nameOf(path)} ${issue.message}` }];
}

function nameOf(path: Finding['path']): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `item ${last + 1} of \`${path.at(-2)}\`` : `\`${last}\``;
}

/** The rest of a sentence that begins with the name of the field; undefined leaves it to zod. */
function sayPlainly(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing: add it';
      return issue.input === null
        ? 'is empty: fill it in, or remove it'
        : `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing: add it' : `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? 'must have at least one item' : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text (put it in quotes)',
  array: 'a list',
  object: 'a group of keys and values',
  record: 'a group of keys and values',
  number: 'a number',
  int: 'a whole number',
};
