import type { InputBlock as SlackInput } from '@slack/types';
import { assertNever, type FieldBlock, type InputBlock, type PickBlock } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { heldText } from '../shownText.ts';
import { LIMITS } from './limits.ts';
import { plainLine } from './plainText.ts';

type SlackElement = SlackInput['element'];

/**
 * A field, for a modal. What is filled in comes back under the field's name, as block and as action. Throws `RangeError`
 * where Slack can't hold what stands in it at first, or all that can be chosen.
 */
export function drawField(field: FieldBlock): SlackInput {
  const { id, label, required } = field;
  return {
    type: 'input',
    block_id: id,
    label: plainLine(label, LIMITS.input.label),
    element: field.kind === 'input' ? drawInput(field) : drawPick(field),
    ...(required === undefined ? { optional: true } : {}),
  };
}

function drawInput({ id, placeholder, maxLength, multiline, value, type = 'text' }: InputBlock): SlackElement {
  const most = Math.min(maxLength, LIMITS.input.maxLength);
  // Cut, it would come back cut, in the place of what the person wrote.
  if ((heldText(value, maxLength) ?? '').length > most) throw new RangeError(`a field that holds more than ${most}`);
  const common = { action_id: id, placeholder: plainLine(placeholder, LIMITS.input.placeholder) };
  const held = heldText(value, most);
  const initial = held === undefined ? {} : { initial_value: held };
  switch (type) {
    case 'text':
      return {
        type: 'plain_text_input',
        ...common,
        ...(multiline ? { multiline: true } : {}),
        ...initial,
        max_length: most,
      };
    case 'email':
      return { type: 'email_text_input', ...common, ...initial };
    case 'time':
      return { type: 'timepicker', ...common, ...(held === undefined ? {} : { initial_time: held }) };
    default:
      return assertNever(type);
  }
}

/** Throws `RangeError` where there is more to choose from than Slack takes. */
function drawPick({ id, options, value, people }: PickBlock): SlackElement {
  const placeholder = plainLine(RENDERER_TEXTS.choose, LIMITS.input.placeholder);
  if (people) return { type: 'users_select', action_id: id, placeholder };
  if (options.length > LIMITS.select.options) throw new RangeError(`more than ${LIMITS.select.options} options`);
  const drawn = options.map((option) => {
    if (option.value.length > LIMITS.select.value) throw new RangeError(`an option over ${LIMITS.select.value}`);
    return { text: plainLine(option.label, LIMITS.select.text), value: option.value };
  });
  const initial = drawn.find((option) => option.value === value);
  return {
    type: 'static_select',
    action_id: id,
    placeholder,
    options: drawn,
    ...(initial ? { initial_option: initial } : {}),
  };
}
