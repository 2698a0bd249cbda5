import { assertNever, type FieldBlock, type InputBlock, type PickBlock } from '../model.ts';
import { heldText, shownLine } from '../shownText.ts';
import type { Element } from './element.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { LIMITS } from './limits.ts';
import { nameText } from './nameText.ts';

/** What offers the people of the conversation in Teams. Source: Microsoft's "People Picker in Adaptive Cards". */
const PEOPLE = { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' } as const;

/** A field to fill in; on a card with an id alone, since nothing else could send it. */
export function drawField(field: FieldBlock): Element {
  switch (field.kind) {
    case 'input':
      return drawInput(field);
    case 'pick':
      return drawPick(field);
    default:
      return assertNever(field);
  }
}

function drawInput(input: InputBlock): Element {
  const { id, label, placeholder, maxLength, multiline, value, type = 'text' } = input;
  const common = { id, label: nameText(label), placeholder: nameText(placeholder), ...needed(input.required) };
  const held = heldText(value, maxLength);
  switch (type) {
    case 'time':
      return { type: 'Input.Time', ...common, ...(held === undefined ? {} : { value: held }) };
    case 'text':
    case 'email':
      return {
        type: 'Input.Text',
        ...common,
        ...(multiline ? { isMultiline: true } : {}),
        ...(type === 'email' ? { style: 'Email' } : {}),
        // What somebody typed goes back as it is: nothing reads the value of a field as markup.
        ...(held === undefined ? {} : { value: held }),
        maxLength,
      };
    default:
      return assertNever(type);
  }
}

function drawPick({ id, label, options, value, required, people }: PickBlock): Element {
  return {
    type: 'Input.ChoiceSet',
    id,
    label: nameText(label),
    ...needed(required),
    choices: options.map((option) => ({ title: nameText(option.label), value: option.value })),
    ...(people ? { 'choices.data': PEOPLE } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** Drawn as a TextBlock, so what is missing is read as Markdown. */
function needed(required: string | undefined): Readonly<Record<string, unknown>> {
  if (required === undefined) return {};
  return { isRequired: true, errorMessage: escapeMarkdown(shownLine(required, LIMITS.name)) };
}
