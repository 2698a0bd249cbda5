type Node = Readonly<Record<string, unknown>>;
type Place = 'message' | 'modal' | 'home';

/** What Slack documents, by type: which properties there are (`!` is needed), and how long a text or list may be. */
const SHAPES: Readonly<
  Record<string, Readonly<Record<string, { min?: number; max?: number } | 'needed' | 'allowed'>>>
> = {
  header: { text: 'needed', block_id: { max: 255 } },
  section: { text: 'needed', accessory: 'allowed', block_id: { max: 255 } },
  context: { elements: { min: 1, max: 10 }, block_id: { max: 255 } },
  actions: { elements: { min: 1, max: 25 }, block_id: { max: 255 } },
  input: { label: 'needed', element: 'needed', optional: 'allowed', hint: 'allowed', block_id: { min: 1, max: 255 } },
  rich_text: { elements: { min: 1 }, block_id: { max: 255 } },
  rich_text_section: { elements: { min: 1 } },
  rich_text_preformatted: { elements: { min: 1 } },
  rich_text_list: { elements: { min: 1 }, style: 'needed', indent: 'allowed', offset: 'allowed' },
  text: { text: { min: 1 }, style: 'allowed' },
  link: { url: { min: 1, max: 3000 }, text: { min: 1 }, style: 'allowed' },
  plain_text: { text: { min: 1, max: 3000 }, emoji: 'allowed' },
  button: {
    text: 'needed',
    action_id: { min: 1, max: 255 },
    value: { max: 2000 },
    url: { max: 3000 },
    style: 'allowed',
    accessibility_label: { max: 75 },
  },
  overflow: { action_id: { min: 1, max: 255 }, options: { min: 2, max: 5 } },
  plain_text_input: {
    action_id: { min: 1, max: 255 },
    placeholder: 'needed',
    max_length: 'allowed',
    multiline: 'allowed',
    initial_value: { min: 1, max: 3000 },
  },
  email_text_input: { action_id: { min: 1, max: 255 }, placeholder: 'needed', initial_value: { min: 1, max: 3000 } },
  timepicker: { action_id: { min: 1, max: 255 }, placeholder: 'needed', initial_time: { min: 5, max: 5 } },
  static_select: {
    action_id: { min: 1, max: 255 },
    placeholder: 'needed',
    options: { min: 1, max: 100 },
    initial_option: 'allowed',
  },
  radio_buttons: { action_id: { min: 1, max: 255 }, options: { min: 1, max: 10 } },
  users_select: { action_id: { min: 1, max: 255 }, placeholder: 'needed' },
};

/** Properties that a type has only sometimes. */
const OPTIONAL = new Set(['block_id', 'value', 'url', 'accessibility_label', 'initial_value', 'initial_time']);

/** How long the text of a text object may be where it stands. */
const TEXTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  header: { text: 150 },
  section: { text: 3000 },
  input: { label: 2000, hint: 2000 },
  button: { text: 75 },
  plain_text_input: { placeholder: 150 },
  email_text_input: { placeholder: 150 },
  timepicker: { placeholder: 150 },
  static_select: { placeholder: 150 },
  users_select: { placeholder: 150 },
};

const BLOCK_TYPES = new Set(['header', 'section', 'context', 'actions', 'input', 'rich_text']);
/** What calls people, or is read as markup: nothing of ours is. */
const ACTIVE = new Set(['mrkdwn', 'user', 'usergroup', 'team', 'channel', 'broadcast', 'emoji', 'date', 'color']);
const BLOCKS: Readonly<Record<Place, number>> = { message: 50, modal: 100, home: 100 };
const ALL_TEXT = 11_000;

/** What a checked message has. */
export interface Checked {
  readonly blocks: readonly object[];
  readonly text: string;
  readonly modal?: object | null;
}

/** What Slack would refuse, or read as markup, in a message, modal or home tab. Empty when it is fine. */
export function checkBlockKit(message: Checked, place: Place = message.modal ? 'modal' : 'message'): string[] {
  const blocks = message.blocks as readonly Node[];
  const nodes = within(blocks);
  return [
    ...(blocks.length >= 1 && blocks.length <= BLOCKS[place] ? [] : [`${blocks.length} blocks`]),
    ...blocks.filter(({ type }) => !BLOCK_TYPES.has(String(type))).map(({ type }) => `a block of type ${type}`),
    ...nodes.flatMap((node) => ('type' in node ? shapeProblems(node) : [])),
    ...nodes.flatMap(specialProblems),
    ...nodes.flatMap(({ type }) => (ACTIVE.has(String(type)) ? [`a ${type}`] : [])),
    ...repeated(nodes, 'action_id'),
    ...repeated(nodes, 'block_id'),
    ...fallbackProblems(message.text),
    ...modalProblems(message, place),
    ...(lengthOf(nodes) <= ALL_TEXT ? [] : [`${lengthOf(nodes)} characters in all`]),
  ];
}

function within(json: unknown): Node[] {
  if (typeof json !== 'object' || json === null) return [];
  const inner = Object.values(json).flatMap(within);
  return Array.isArray(json) ? inner : [json as Node, ...inner];
}

function shapeProblems(node: Node): string[] {
  const type = String(node['type']);
  const shape = SHAPES[type];
  if (!shape) return [`an element of type ${type}`];
  const unknown = Object.keys(node).filter((key) => key !== 'type' && !(key in shape));
  const wrong = Object.entries(shape).flatMap(([key, rule]) => {
    const value = node[key];
    if (value === undefined) return rule === 'allowed' || OPTIONAL.has(key) ? [] : [`${type} without ${key}`];
    if (typeof rule === 'string') return [];
    const length = typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;
    const fits = length >= (rule.min ?? 0) && length <= (rule.max ?? Number.POSITIVE_INFINITY);
    return fits ? [] : [`${type}.${key} is ${length} long`];
  });
  const texts = Object.entries(TEXTS[type] ?? {}).flatMap(([key, most]) => {
    const text = node[key] as Node | undefined;
    if (text === undefined) return [];
    const length = String(text['text']).length;
    const isPlain = text['type'] === 'plain_text' && text['emoji'] === false;
    return [
      ...(isPlain ? [] : [`${type}.${key} isn't plain`]),
      ...(length <= most ? [] : [`${type}.${key} of ${length}`]),
    ];
  });
  return [...unknown.map((key) => `${type} with ${key}`), ...wrong, ...texts];
}

function specialProblems(node: Node): string[] {
  switch (node['type']) {
    case 'overflow':
      return (node['options'] as Node[]).flatMap((option) => [
        ...optionProblems(option),
        ...valueProblems(option['value']),
      ]);
    case 'static_select':
    case 'radio_buttons':
      return [
        ...[
          ...(node['options'] as Node[]),
          ...(node['initial_option'] ? [node['initial_option'] as Node] : []),
        ].flatMap(optionProblems),
        ...repeated(node['options'] as Node[], 'value'),
      ];
    case 'rich_text_section':
      return lengthOf(node['elements'] as Node[]) <= 3000 ? [] : ['a section of rich text that is too long'];
    case 'button':
      return [
        ...(typeof node['url'] === 'string' ? addressProblems(node['url']) : valueProblems(node['value'])),
        ...([undefined, 'primary', 'danger'].includes(node['style'] as undefined) ? [] : [`style ${node['style']}`]),
      ];
    case 'link':
      return addressProblems(String(node['url']));
    case 'plain_text_input':
      return Number(node['max_length']) <= 3000 ? [] : ['an input that takes too much'];
    case 'rich_text_list':
      return Number(node['indent'] ?? 0) <= 8 ? [] : ['a list too far in'];
    default:
      return [];
  }
}

function optionProblems({ text, value, description }: Node): string[] {
  const texts = [text as Node, ...(description ? [description as Node] : [])];
  const lengths = texts.map((each) => String(each['text']).length);
  return [
    ...texts.flatMap(({ type }) => (type === 'plain_text' ? [] : [`an option in ${type}`])),
    ...lengths.flatMap((length) => (length >= 1 && length <= 75 ? [] : [`an option of ${length}`])),
    ...(String(value).length <= 150 ? [] : [`an option's value of ${String(value).length}`]),
  ];
}

function valueProblems(value: unknown): string[] {
  const parsed: unknown = typeof value === 'string' ? JSON.parse(value) : null;
  const { card, verb } = (parsed ?? {}) as Node;
  return typeof card === 'string' && typeof verb === 'string' ? [] : [`a click that sends ${value}`];
}

function addressProblems(url: string): string[] {
  return /^(https?:\/\/|mailto:)/.test(url) ? [] : [`opens ${url}`];
}

function repeated(nodes: readonly Node[], key: string): string[] {
  const ids = nodes.flatMap((node) => (key in node ? [String(node[key])] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${key} ${id} twice`);
}

function fallbackProblems(text: string): string[] {
  return [
    ...(text.trim().length >= 1 && text.length <= 40_000 ? [] : [`a text of ${text.length}`]),
    ...(/[<>]|&(?!amp;|lt;|gt;)/.test(text) ? ['a text with markup'] : []),
  ];
}

function modalProblems({ blocks, modal }: Checked, place: Place): string[] {
  const fields = (blocks as readonly Node[]).filter(({ type }) => type === 'input');
  if (place !== 'modal') return fields.length > 0 ? ['a field outside of a modal'] : [];
  if (!modal) return ['a modal without a frame'];
  const { title, submit, close, form } = modal as Readonly<Record<string, Node | null | undefined>>;
  const long = [title, submit, close].filter((each) => each && String(each['text']).length > 24);
  return [
    ...(title ? [] : ['a modal without a title']),
    ...long.map((each) => `a modal's text of ${String(each?.['text']).length}`),
    ...(fields.length > 0 && !submit ? ['a field that nothing sends'] : []),
    ...(Boolean(submit) === Boolean(form) ? [] : ['a button that sends nothing, or nothing that sends a form']),
    ...(form ? formProblems(form, fields) : []),
    ...within(blocks).flatMap((node) => (node['type'] === 'button' && !node['url'] ? ['a button in a modal'] : [])),
  ];
}

/** What comes back of a modal: a click that is one, or one for each option. */
function formProblems(form: Node, fields: readonly Node[]): string[] {
  const { send, choices = [], required = {} } = form as { send: unknown; choices?: unknown[]; required?: Node };
  const names = fields.map(({ block_id }) => block_id);
  const options = fields.flatMap(({ block_id, element }) =>
    block_id === 'choice' ? ((element as Node)['options'] as Node[]).map(({ value }) => value) : [],
  );
  return [
    ...(JSON.stringify(form).length <= 2600 ? [] : ['a form that sends too much']),
    ...(send === null ? choices : [send]).flatMap((click) => valueProblems(JSON.stringify(click))),
    ...(send === null && choices.length === 0 ? ['a form that sends nothing'] : []),
    ...(options.join() === choices.map((_, index) => String(index)).join() ? [] : ['other options than clicks']),
    ...Object.keys(required).flatMap((name) => (names.includes(name) ? [] : [`no field ${name}`])),
  ];
}

function lengthOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { text }) => sum + (typeof text === 'string' ? text.length : 0), 0);
}
