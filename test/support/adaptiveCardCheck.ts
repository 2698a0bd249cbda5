import * as AdaptiveCards from 'adaptivecards';
// The renderer's own date functions, which it runs over texts before it reads Markdown; its entry doesn't export them.
import { formatText } from 'adaptivecards/lib/text-formatters.js';

/** Teams takes more, but a card stays under this. */
const BYTES = 25 * 1024;
const ACTIONS = 6;
const LABEL = 26;
const OPENABLE = /^(https?:\/\/|mailto:)/;

type Node = Readonly<Record<string, unknown>>;

/**
 * What is wrong with an Adaptive Card, by the official parser and by what Teams is known to refuse.
 * Empty when it is fine.
 */
export function checkAdaptiveCard(json: object): string[] {
  const problems = [...parserProblems(withoutPeople(json) as object), ...limitProblems(json)];
  const nodes = nodesOf(json);
  const fields = new Set(nodes.filter(({ node }) => isInput(node)).map(({ node }) => String(node['id'])));
  for (const { node, path } of nodes)
    problems.push(...nodeProblems(node, fields).map((problem) => `${path}: ${problem}`));
  return problems;
}

function isInput({ type }: Node): boolean {
  return String(type).startsWith('Input.');
}

/** The one thing that Teams takes in a card of 1.5 though the format has it since 1.6: a picker for people. */
const PEOPLE = '{"type":"Data.Query","dataset":"graph.microsoft.com/users?scope=currentContext"}';

/** Without it, and with somebody to choose, since the format wants one and the picker doesn't. */
function withoutPeople(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map(withoutPeople);
  const { 'choices.data': data, ...rest } = json as Node;
  const isPicker = JSON.stringify(data) === PEOPLE;
  const node = isPicker ? { ...rest, choices: [{ title: 'x', value: 'x' }] } : json;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutPeople(value)]));
}

/** Every object within some JSON, outermost first. */
export function nodesOf(json: unknown, path = '$'): { node: Node; path: string }[] {
  if (typeof json !== 'object' || json === null) return [];
  const inner = Object.entries(json).flatMap(([key, value]) => nodesOf(value, `${path}.${key}`));
  return Array.isArray(json) ? inner : [{ node: json as Node, path }, ...inner];
}

function parserProblems(json: object): string[] {
  const context = new AdaptiveCards.SerializationContext(new AdaptiveCards.Version(1, 5));
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: ACTIONS } });
  const { regEx } = AdaptiveCards.CardElement.langProperty;
  // The parser's pattern for `lang` remembers where it stopped, so that it takes only every second card's.
  if (regEx) regEx.lastIndex = 0;
  card.parse(structuredClone(json), context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const failures = card.validateProperties().validationEvents.map(({ message }) => `invalid: ${message}`);
  // Unknown properties go unnoticed by the parser, but don't come back.
  const back = card.toJSON(new AdaptiveCards.SerializationContext(new AdaptiveCards.Version(1, 5)));
  return [...events.map((event) => `parser: ${event}`), ...failures, ...lost(json, back, '$')];
}

function lost(sent: unknown, back: unknown, path: string): string[] {
  if (typeof sent !== 'object' || sent === null) return sent === back ? [] : [`${path}: lost ${JSON.stringify(sent)}`];
  if (typeof back !== 'object' || back === null) return [`${path}: lost`];
  return Object.entries(sent).flatMap(([key, value]) => lost(value, (back as Node)[key], `${path}.${key}`));
}

function limitProblems(json: object): string[] {
  const card = json as Node;
  const bytes = Buffer.byteLength(JSON.stringify(json));
  return [
    ...(card['type'] === 'AdaptiveCard' ? [] : ['not an AdaptiveCard']),
    ...(card['version'] === '1.5' ? [] : [`version ${card['version']}`]),
    ...(bytes <= BYTES ? [] : [`${bytes} bytes`]),
    ...(hasText(card['fallbackText']) ? [] : ['no fallbackText']),
  ];
}

function nodeProblems(node: Node, fields: ReadonlySet<string>): string[] {
  const { actions } = node;
  if (Array.isArray(actions) && actions.length > ACTIONS) return [`${actions.length} actions in one row`];
  return [...dateProblems(node), ...typeProblems(node, fields)];
}

/** No text may turn into something else by a function in it, wherever a client runs them: all but what a field holds. */
function dateProblems(node: Node): string[] {
  return Object.entries(node)
    .filter(([key]) => !(isInput(node) && key === 'value'))
    .filter(([, value]) => typeof value === 'string' && formatText('en', value) !== value)
    .map(([key]) => `a date function in ${key}`);
}

function typeProblems(node: Node, fields: ReadonlySet<string>): string[] {
  const { type } = node;
  switch (type) {
    case 'TextBlock':
      return markdownIn(String(node['text']));
    case 'FactSet':
      return ['a FactSet reads its texts as Markdown'];
    case 'TextRun':
      return [
        ...(typeof node['text'] === 'string' && node['text'] !== '' ? [] : ['a run without text']),
        ...(/\{\{/.test(String(node['text'])) ? ['a run with two braces'] : []),
      ];
    case 'RichTextBlock':
      return Array.isArray(node['inlines']) && node['inlines'].length > 0 ? [] : ['a paragraph without text'];
    case 'Input.Text':
    case 'Input.Time':
    case 'Input.ChoiceSet':
      return inputProblems(node);
    case 'Action.OpenUrl':
      return OPENABLE.test(String(node['url'])) ? labelProblems(node, 'selectAction') : [`opens ${node['url']}`];
    case 'Action.Submit':
      return [...submitProblems(node, fields), ...labelProblems(node, 'title')];
    default:
      return [];
  }
}

function inputProblems(node: Node): string[] {
  const needed = ['id', 'label', ...(node['isRequired'] === true ? ['errorMessage'] : [])];
  const time = node['value'] ?? '00:00';
  return [
    ...needed.filter((key) => !hasText(node[key])).map((key) => `an input without ${key}`),
    ...markdownIn(String(node['errorMessage'] ?? '')),
    ...(node['type'] !== 'Input.Time' || /^\d\d:\d\d$/.test(String(time)) ? [] : [`a time of ${time}`]),
  ];
}

/** What has the name of a field takes the fields along, and nothing else does. */
function submitProblems({ data, associatedInputs }: Node, fields: ReadonlySet<string>): string[] {
  if (typeof data !== 'object' || data === null) return ['a submit without data'];
  const { card, verb } = data as Node;
  const takes = Object.keys(data).some((key) => fields.has(key));
  return [
    ...(hasText(card) && hasText(verb) ? [] : ['a submit without card or verb']),
    ...((associatedInputs === 'none') === !takes ? [] : ['a submit with the wrong inputs']),
  ];
}

/** A row to tap is named by all it shows, and so may be long; a button may not. */
function labelProblems({ title, style, mode, type }: Node, needed: string): string[] {
  if (title === undefined && needed === 'selectAction') return [];
  if (!hasText(title)) return [`${type} without a title`];
  const isButton = style !== undefined || mode !== undefined;
  return isButton && String(title).length > LABEL ? [`a label of ${String(title).length}`] : [];
}

/** A text in which an escaped character stands for a letter must have nothing that Markdown reads. */
function markdownIn(text: string): string[] {
  const bare = text.replace(/\\[!-/:-@[-`{-~]/g, 'x');
  return /[*_`[\]<>~\\@]|&#?\w+;|\{\{|:\/\/|\bwww\.|^\s*([-+#]|\d+[.)])/im.test(bare)
    ? [`Markdown in a title: ${bare}`]
    : [];
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
