import type { FieldValues } from './fakeSlackViews.ts';
import { initialOf } from './readBlockKit.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What stands in a modal's fields when it is sent, as Slack gives it. `typed` names a field by its id or by its label, and
 * what is chosen by its value or by (the beginning of) its label; what it leaves out stays as it was: as a form before it
 * has left it, or as it was drawn. Throws where there is no such choice, and where nothing is chosen of what Slack would
 * ask for.
 */
export function fillModal(view: Json, typed: Readonly<Record<string, string>>): FieldValues {
  const { values: kept = {} } = (view['state'] ?? {}) as { readonly values?: FieldValues };
  const inputs = (view['blocks'] as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block['element'] as Json;
      const id = String(block['block_id']);
      const label = String((block['label'] as Json)['text']);
      const name = String(element['action_id']);
      const value = typed[id] ?? typed[label];
      const before = kept[id]?.[name];
      if (value === undefined && before !== undefined) return [id, { [name]: before }];
      const state = stateOf(element, value ?? initialOf(element));
      if (block['optional'] !== true && state['selected_option'] === null) throw new Error(`nothing chosen: ${label}`);
      return [id, { [name]: state }];
    }),
  );
}

function stateOf(element: Json, value: string): Json {
  const { type } = element;
  const given = value === '' ? null : value;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
      return { type, value: given };
    case 'timepicker':
      return { type, selected_time: given };
    case 'users_select':
      return { type, selected_user: given };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: given === null ? null : chosen(element['options'] as Json[], given) };
    default:
      throw new Error(`a field of type ${type}`);
  }
}

function chosen(options: readonly Json[], wanted: string): Json {
  // Where the whole texts stand above, each has its number.
  const label = ({ text }: Json) => String((text as Json)['text']).replace(/^\d+\. /, '');
  const found =
    options.find(({ value }) => value === wanted) ??
    options.find((option) => label(option) === wanted) ??
    options.find((option) => label(option).startsWith(wanted));
  if (!found) throw new Error(`no “${wanted}” among: ${options.map(label).join(' | ')}`);
  return { text: found['text'], value: found['value'] };
}
