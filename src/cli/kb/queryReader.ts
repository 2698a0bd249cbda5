import { z } from 'zod';
import { type Answers, type Pack, UNKNOWN } from '../../knowledge/index.ts';

/** What is known of a case. */
export interface Query {
  readonly answers: Answers;
  readonly symptom?: string;
}

/** Makes a reader of lines of JSON for one pack. What it can't accept comes back as one sentence on all that is wrong. */
export function queryReader(pack: Pack): (line: string) => Query | { readonly error: string } {
  const schema = querySchemaOf(pack);
  return (line) => {
    const value = parseJson(line);
    if (value === undefined) return { error: 'this isn’t JSON' };
    const parsed = schema.safeParse(value);
    if (!parsed.success) return { error: [...new Set(parsed.error.issues.map(({ message }) => message))].join('; ') };
    const { answers = {}, symptom } = parsed.data;
    return symptom === undefined || symptom === null || symptom === UNKNOWN ? { answers } : { answers, symptom };
  };
}

function querySchemaOf(pack: Pack) {
  const questions = pack.questions.map(({ id, options }): [string, ReturnType<typeof oneOf>] => [
    id,
    oneOf(`question \`${id}\` has no such option`, options),
  ]);
  const answers = z.strictObject(Object.fromEntries(questions), {
    error: fault('`answers`', `there is no such question: use ${idsOf(pack.questions)}`),
  });
  return z.strictObject(
    { answers: answers.optional(), symptom: oneOf('there is no such symptom', pack.symptoms).nullish() },
    { error: fault('a line', 'there is a key that isn’t known: use `answers` and `symptom`') },
  );
}

function oneOf(message: string, known: readonly { readonly id: string }[]) {
  const ids = [...known.map(({ id }) => id), UNKNOWN];
  return z.enum(ids, { error: `${message}: use ${ids.join(', ')}` }).optional();
}

function fault(what: string, unknownKey: string) {
  return (issue: z.core.$ZodRawIssue): string =>
    issue.code === 'unrecognized_keys' ? unknownKey : `${what} must be a JSON object`;
}

function idsOf(list: readonly { readonly id: string }[]): string {
  return list.map(({ id }) => id).join(', ');
}

/** Undefined where it isn't JSON, which JSON itself can't say. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
