import fc from 'fast-check';
import type { AnyAction } from '../../src/cards/anyAction.ts';
import type { Block, CardAction, CardView, Choice, ListItem, RichText, SubmitAction } from '../../src/cards/model.ts';
import { hostileTexts } from './exampleViews.ts';
import { HOSTILE } from './hostileStrings.ts';

const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...Object.values(hostileTexts), ...Object.values(HOSTILE)),
);
const label = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 26 })
  .map((each) => (each.trim() === '' ? 'Go on' : each));
const id = fc.stringMatching(/^[a-z][a-z-]{0,40}$/);

const action: fc.Arbitrary<AnyAction> = fc.oneof(
  fc.constantFrom<AnyAction>({ verb: 'start' }, { verb: 'back' }, { verb: 'help' }, { verb: 'link', link: '' }),
  fc.record({ verb: fc.constant('answer' as const), question: id, option: id }),
  fc.record({ verb: fc.constant('symptom' as const), symptom: id }),
  fc.record({ verb: fc.constant('desk-claim' as const), case: id }),
  fc.record({
    verb: fc.constant('desk-form' as const),
    case: id,
    form: fc.constantFrom('more' as const, 'reply' as const, 'solve' as const),
  }),
  fc.record({
    verb: fc.constant('step' as const),
    outcome: fc.constantFrom('fixed' as const, 'cannot' as const),
    step: id,
  }),
);

const richText: fc.Arbitrary<RichText> = fc.array(
  fc.oneof(
    fc.record({ text }),
    fc.record({ text, style: fc.constantFrom('strong' as const, 'code' as const) }),
    fc.record({ text, href: url }),
  ),
  { maxLength: 4 },
);

const item: fc.Arbitrary<ListItem> = fc.record(
  { text: richText, substeps: fc.array(richText, { maxLength: 3 }) },
  { requiredKeys: ['text'] },
);

const choice: fc.Arbitrary<Choice> = fc.record(
  { label: text, detail: text, action, words: fc.constant<string[]>([]) },
  { requiredKeys: ['label', 'action', 'words'] },
);

const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const cells = fc.array(text, { minLength: width, maxLength: width });
  const row = fc.record({ cells, mark: text }, { requiredKeys: ['cells'] });
  return fc.record({ kind: fc.constant('table' as const), columns: cells, rows: fc.array(row, { maxLength: 4 }) });
});

const link: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('input' as const),
  id: fc.constant('link' as const),
  label: text,
  placeholder: text,
  required: text,
  maxLength: fc.integer({ min: 1, max: 4000 }),
});

/** What a card can have besides: long texts stand in one of them at the most. */
const fields: fc.Arbitrary<Block[]> = fc
  .tuple(
    fc.option(
      fc.record(
        {
          kind: fc.constant('input' as const),
          id: fc.constant('text'),
          label: text,
          placeholder: text,
          maxLength: fc.constant(4000),
          multiline: fc.constant(true as const),
          // A field in Slack holds no more.
          value: text.map((each) => (each === '' ? 'x' : each.slice(0, 3_000))),
        },
        { requiredKeys: ['kind', 'id', 'label', 'placeholder', 'maxLength'] },
      ),
    ),
    fc.option(
      fc.record(
        {
          kind: fc.constant('input' as const),
          id: fc.constant('startsAt'),
          type: fc.constant('time' as const),
          label: text,
          placeholder: text,
          maxLength: fc.constant(5),
          value: fc.constantFrom('09:30', '23:59'),
        },
        { requiredKeys: ['kind', 'id', 'type', 'label', 'placeholder', 'maxLength'] },
      ),
    ),
    fc.option(
      fc.record({
        kind: fc.constant('input' as const),
        id: fc.constant('email'),
        type: fc.constant('email' as const),
        label: text,
        placeholder: text,
        required: text,
        maxLength: fc.constant(254),
      }),
    ),
    fc.option(
      fc.record(
        {
          kind: fc.constant('pick' as const),
          id: fc.constant('who'),
          label: text,
          required: text,
          options: fc.array(fc.record({ label: text, value: id }), { minLength: 1, maxLength: 5 }),
          people: fc.constant(true as const),
        },
        { requiredKeys: ['kind', 'id', 'label', 'options'] },
      ),
    ),
  )
  .map((all) => all.filter((each) => each !== null));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record(
    { kind: fc.constant('text' as const), text: richText, tone: fc.constant('quiet' as const) },
    { requiredKeys: ['kind', 'text'] },
  ),
  fc.record({ kind: fc.constant('copy' as const), label: text, text }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('steps' as const), items: fc.array(item, { maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'warning' as const, 'success' as const, 'fault' as const),
    text: richText,
  }),
  fc.record({
    kind: fc.constant('progress' as const),
    label: text,
    done: fc.integer({ min: 0, max: 9 }),
    total: fc.integer({ min: 0, max: 9 }),
  }),
  table,
  fc.record({
    kind: fc.constant('bars' as const),
    bars: fc.array(fc.record({ label: text, value: text, share: fc.double({ min: 0, max: 1, noNaN: true }) }), {
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constant('choices' as const), label: text, choices: fc.array(choice, { maxLength: 5 }) }),
);

const submit: fc.Arbitrary<SubmitAction> = fc.record(
  { kind: fc.constant('submit' as const), label, action, style: fc.constant('primary' as const) },
  { requiredKeys: ['kind', 'label', 'action'] },
);

const cardAction: fc.Arbitrary<CardAction> = fc.oneof(
  submit,
  fc.record({ kind: fc.constant('link' as const), label, url }),
);

function isToRead(each: Block): each is Exclude<Block, { readonly kind: 'choices' | 'input' | 'pick' }> {
  return each.kind !== 'choices' && each.kind !== 'input' && each.kind !== 'pick';
}

/** The button that sends these fields, whatever they are. */
function senders(fields: readonly Block[]): CardAction[] {
  const names = fields.flatMap((field) => (field.kind === 'input' || field.kind === 'pick' ? [field.id] : []));
  if (names.length === 0) return [];
  const action: AnyAction = names.includes('link')
    ? { verb: 'link', link: '' }
    : { verb: 'desk-diagnose', case: 'UN-7K3Q-M2', ...Object.fromEntries(names.map((name) => [name, ''])) };
  return [{ kind: 'submit', label: 'Send', action }];
}

/** Standing actions and conveniences together: one more than a menu in Slack takes. */
const LAST_ROW = 6;

/** Any view that can be drawn: any texts at all, and as many of everything as cards have. */
export const arbitraryView: fc.Arbitrary<CardView> = fc
  .record({
    title: text,
    blocks: fc.array(block, { maxLength: 5 }),
    fields: fc.oneof(
      fields,
      link.map((each) => [each]),
      fc.constant<Block[]>([]),
    ),
    actions: fc.array(cardAction, { maxLength: 5 }),
    details: fc.array(block.filter(isToRead), { maxLength: 3 }),
    standing: fc.array(submit, { maxLength: 3 }),
    more: fc.array(submit, { maxLength: LAST_ROW }),
  })
  .map(({ fields: drawn, blocks, actions, ...view }) => ({
    ...view,
    more: view.more.slice(0, LAST_ROW - view.standing.length),
    blocks: [...blocks, ...drawn],
    actions: [...actions, ...senders(drawn)],
  }));
