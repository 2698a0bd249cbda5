/** The ids of a pack and how they refer to each other: what the linter works on. Every `Pack` is one, too. */
export interface PackOutline {
  readonly questions: readonly QuestionOutline[];
  readonly scoping: readonly { readonly when: Combination; readonly categories: readonly string[] }[];
  readonly contradictions: readonly { readonly when: Combination }[];
  readonly categories: readonly { readonly id: string; readonly guide?: string | undefined }[];
  readonly symptoms: readonly { readonly id: string; readonly categories: readonly string[] }[];
  readonly guides: readonly { readonly id: string; readonly steps: readonly StepOutline[] }[];
  readonly workaround: { readonly guide: string };
  readonly asks: readonly string[];
}

export interface QuestionOutline {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
}

export interface StepOutline {
  readonly id: string;
  readonly audience: string;
  readonly risk: string;
  /** Only whether they are there matters here. */
  readonly forPerson?: unknown;
  readonly warning?: unknown;
  readonly branch?: { readonly options: readonly { readonly id: string }[] } | undefined;
  readonly condition?: { readonly step: string; readonly is: string } | undefined;
}

type Combination = Readonly<Record<string, string>>;

/**
 * Reads as much of a pack as is there, so that one fault doesn't hide the others. What can't be read is empty,
 * so that places in lists stay as in the file; the schema reports it. Never throws.
 */
export function outlineOf(value: unknown): PackOutline {
  return {
    questions: items(value, 'questions').map(withOptions),
    scoping: items(value, 'scoping').map((each) => ({ when: combination(each), categories: ids(each) })),
    contradictions: items(value, 'contradictions').map((each) => ({ when: combination(each) })),
    categories: items(value, 'categories').map((each) => ({ id: text(each, 'id'), guide: optional(each, 'guide') })),
    symptoms: items(value, 'symptoms').map((each) => ({ id: text(each, 'id'), categories: ids(each) })),
    guides: items(value, 'guides').map((each) => ({ id: text(each, 'id'), steps: items(each, 'steps').map(stepOf) })),
    workaround: { guide: text(field(value, 'workaround'), 'guide') },
    asks: texts(value, 'asks'),
  };
}

function stepOf(value: unknown): StepOutline {
  const branch = field(value, 'branch');
  const condition = field(value, 'condition');
  return {
    id: text(value, 'id'),
    audience: text(value, 'audience'),
    risk: text(value, 'risk'),
    forPerson: field(value, 'forPerson'),
    warning: field(value, 'warning'),
    branch: isObject(branch) ? withOptions(branch) : undefined,
    condition: isObject(condition) ? { step: text(condition, 'step'), is: text(condition, 'is') } : undefined,
  };
}

function withOptions(value: unknown): QuestionOutline {
  return { id: text(value, 'id'), options: items(value, 'options').map((each) => ({ id: text(each, 'id') })) };
}

function combination(rule: unknown): Combination {
  const when = field(rule, 'when');
  return isObject(when) ? Object.fromEntries(Object.keys(when).map((key) => [key, text(when, key)])) : {};
}

function ids(value: unknown): string[] {
  return texts(value, 'categories');
}

function texts(value: unknown, key: string): string[] {
  return items(value, key).map((each) => (typeof each === 'string' ? each : ''));
}

function items(value: unknown, key: string): readonly unknown[] {
  const list = field(value, key);
  return Array.isArray(list) ? list : [];
}

function optional(value: unknown, key: string): string | undefined {
  return field(value, key) === undefined ? undefined : text(value, key);
}

function text(value: unknown, key: string): string {
  const found = field(value, key);
  return typeof found === 'string' ? found : '';
}

function field(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
