import type { InputBlock, KnownBlock, PlainTextOption } from '@slack/types';
import { listMark } from '../listMark.ts';
import type { Choice } from '../model.ts';
import { RENDERER_TEXTS } from '../rendererTexts.ts';
import { shownLine } from '../shownText.ts';
import { drawList } from './drawList.ts';
import { LIMITS } from './limits.ts';
import { CHOICE } from './modalForm.ts';
import type { Pen } from './pen.ts';
import { plainLine } from './plainText.ts';

/**
 * The rows of a card as one field of a modal. What an option can't say whole stands above it, in a list whose numbers the
 * options have. Throws `RangeError` for more rows than Slack takes.
 */
export function drawChoice(label: string, choices: readonly Choice[], pen: Pen): KnownBlock[] {
  if (choices.length > LIMITS.select.options) throw new RangeError(`more than ${LIMITS.select.options} rows`);
  if (choices.every(fitsOption)) return [field(label, nameOf(choices), choices.map(option))];
  const items = choices.map((choice) => ({
    text: [
      { text: choice.label, style: 'strong' } as const,
      ...(choice.detail === undefined ? [] : [{ text: `: ${choice.detail}` }]),
    ],
  }));
  return [...drawList(items, pen), field(label, nameOf(choices), choices.map(numbered))];
}

function field(label: string, action_id: string, options: PlainTextOption[]): InputBlock {
  const placeholder = plainLine(RENDERER_TEXTS.choose, LIMITS.input.placeholder);
  return {
    type: 'input',
    block_id: CHOICE,
    label: plainLine(label, LIMITS.input.label),
    element:
      options.length <= LIMITS.radio
        ? { type: 'radio_buttons', action_id, options }
        : { type: 'static_select', action_id, placeholder, options },
  };
}

/**
 * Of these rows alone: where one form takes the place of another, Slack keeps what was chosen in a field of the same names
 * (docs.slack.dev, "views.update"), and among other rows that would be another row.
 */
function nameOf(choices: readonly Choice[]): string {
  return [CHOICE, ...choices.map(({ label }) => label)].join(':').slice(0, LIMITS.name);
}

function fitsOption({ label, detail = '' }: Choice): boolean {
  const whole = Number.POSITIVE_INFINITY;
  return [label, detail].every((text) => shownLine(text, whole).length <= LIMITS.select.text);
}

function option({ label, detail }: Choice, index: number): PlainTextOption {
  return {
    text: plainLine(label, LIMITS.select.text),
    value: String(index),
    ...(detail === undefined ? {} : { description: plainLine(detail, LIMITS.select.text) }),
  };
}

function numbered({ label }: Choice, index: number): PlainTextOption {
  return { text: plainLine(`${listMark(index)} ${label}`, LIMITS.select.text), value: String(index) };
}
