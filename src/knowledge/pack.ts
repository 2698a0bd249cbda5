import { z } from 'zod';

/** What stands for "I don't know" wherever an option id is expected. */
export const UNKNOWN = 'unknown';

/** The symptom id that stands for "none of these". */
export const NO_SYMPTOM = 'none';

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .refine((value) => value !== UNKNOWN && value !== NO_SYMPTOM, `“${UNKNOWN}” and “${NO_SYMPTOM}” are taken`);
const text = z.string().trim().min(1, 'must not be empty');
const httpLink = z.string().regex(/^https?:\/\/[^\s/]+\S*$/, 'must be an http or https link');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day as YYYY-MM-DD');
const combination = z.record(id, id).refine((when) => Object.keys(when).length > 0, 'must name an answer');

/** Words or phrases, apart by commas: they are many and short, so a list of YAML would bury the rest of the pack. */
const phrases = z
  .string()
  .default('')
  .transform((written) =>
    written
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  );

const link = z.strictObject({ label: text, url: httpLink });

/** One line, since it is the label of a row; and not everything at once: people answer one question at a time. */
const ask = text.max(200, 'must be at most 200 characters').regex(/^[^\n]*$/, 'must be one line');

const option = z.strictObject({
  id,
  label: text,
  /** The same in two or three words, for summaries and the decision table. */
  short: text,
  /** How a helper would say it of somebody else; the label where left out. */
  labelForOther: text.optional(),
  /** Other ways people type it, lower case, apart by commas. */
  synonyms: phrases,
});

const question = z.strictObject({
  id,
  ask: text,
  askForOther: text,
  short: text,
  options: z.array(option).min(2, 'needs two options or more'),
});

const scopingRule = z.strictObject({ when: combination, categories: z.array(id).min(1), because: text });

const contradiction = z.strictObject({ when: combination, because: text });

const category = z.strictObject({
  id,
  label: text,
  /** What it means, in words for somebody who is not an engineer. */
  meaning: text,
  /** Who can put it right. */
  fixedBy: text,
  guide: id.optional(),
  /** What is said where no guide of ours can help. */
  outOfReach: text.optional(),
});

const symptom = z.strictObject({
  id,
  title: text,
  /** Error texts exactly as they appear on screen. */
  errors: z.array(text).default([]),
  categories: z.array(id).min(1),
  /** Sets of words, apart by commas; a typed text that has every word of one set means this symptom. */
  phrases,
});

const branch = z.strictObject({
  ask: text,
  askForOther: text,
  options: z.array(option).min(2, 'needs two options or more'),
});

/** What happened with a step, as far as a later step may depend on it. */
const condition = z.strictObject({ step: id, is: id });

const step = z.strictObject({
  id,
  title: text,
  text,
  /** What the helpdesk or an admin will do, in words for the person who waits; admin steps need it. */
  forPerson: text.optional(),
  substeps: z.array(text).default([]),
  /** What is true afterwards, or worth knowing while at it. */
  note: text.optional(),
  audience: z.enum(['user', 'admin']).default('user'),
  platforms: z.array(z.enum(['windows', 'mac', 'mobile', 'web'])).default([]),
  risk: z.enum(['none', 'destructive']).default('none'),
  /** What is lost, and how to get it back; destructive steps need it. */
  warning: text.optional(),
  minutes: z.number().int().min(1).max(240),
  links: z.array(link).default([]),
  branch: branch.optional(),
  condition: condition.optional(),
});

const guide = z.strictObject({
  id,
  title: text,
  intro: text.optional(),
  note: text.optional(),
  steps: z.array(step).min(1, 'needs a step'),
});

const workaround = z.strictObject({
  /** The guide that tells the way in; it is offered as one card, never step by step. */
  guide: id,
  /** Added to the query of a join link, as `name=value`. */
  query: z.string().regex(/^[a-z0-9]+=[a-z0-9]+$/i, 'must be name=value'),
  limits: z.array(text).min(1),
  /** Hosts of meetings that the closed service ran, and what is said of their links. */
  closed: z.strictObject({ hosts: z.array(text).min(1), notice: text, otherHosts: text }).optional(),
  /** A link that has the right form, shown as an example. */
  example: httpLink,
});

/** The format of a pack, version 1. Ids are unique in their list; every reference is to an id of the same pack. */
export const packSchema = z.strictObject({
  id,
  format: z.literal(1, 'must be 1, the only format this version reads'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0'),
  language: z.literal('en', 'must be en'),
  title: text,
  source: z.strictObject({ article: text, revision: text, reviewed: day, link: httpLink, note: text }),
  status: z.strictObject({ retired: day, notice: text }).optional(),
  questions: z.array(question).min(1),
  scoping: z.array(scopingRule).min(1),
  contradictions: z.array(contradiction).default([]),
  categories: z.array(category).min(1),
  symptoms: z.array(symptom).min(1),
  guides: z.array(guide).min(1),
  workaround,
  moreHelp: link.optional(),
  /** Questions that the helpdesk can send to a person as they are. */
  asks: z.array(ask).max(20, 'must have at most 20 items').default([]),
});

/** A knowledge pack: an article as data. Made by `loadPack`, never changed. */
export type Pack = z.infer<typeof packSchema>;
export type Question = Pack['questions'][number];
export type Option = Question['options'][number];
export type ScopingRule = Pack['scoping'][number];
export type Contradiction = Pack['contradictions'][number];
export type Category = Pack['categories'][number];
export type Symptom = Pack['symptoms'][number];
export type Guide = Pack['guides'][number];
export type Step = Guide['steps'][number];

/** Answers by question id: an option's id, or `unknown`. A missing key means not answered yet. */
export type Answers = Readonly<Record<string, string | undefined>>;
