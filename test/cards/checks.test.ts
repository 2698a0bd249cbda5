import { expect } from 'chai';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { checkAdaptiveCard } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { exampleViews, viewOf } from '../support/exampleViews.ts';

const submit = { type: 'Action.Submit', title: 'Go', data: { verb: 'start', card: 'c' }, associatedInputs: 'none' };
const card = renderAdaptiveCard(viewOf('T'), 'c');
const message = renderBlockKit(viewOf('T'), 'c', 'message');
const button = { type: 'button', action_id: 'a', text: plain('x'), value: '{"card":"c","verb":"start"}' };

function plain(text: string): object {
  return { type: 'plain_text', text, emoji: false };
}

function radio(options: readonly object[]): object {
  return { type: 'radio_buttons', action_id: 'r', options };
}

function findsInCard(name: string, change: object): void {
  it(`finds ${name}`, () => {
    expect(checkAdaptiveCard({ ...card, ...change })).not.to.deep.equal([]);
  });
}

function findsInMessage(name: string, ...blocks: readonly object[]): void {
  it(`finds ${name}`, () => {
    expect(checkBlockKit({ ...message, blocks })).not.to.deep.equal([]);
  });
}

describe('checkAdaptiveCard', () => {
  findsInCard('another version', { version: '1.6' });
  findsInCard('an unknown element', { body: [{ type: 'Carousel' }] });
  findsInCard('an unknown property', { body: [{ type: 'Container', roundedCorners: true, items: [] }] });
  findsInCard('a property of a later version', {
    body: [{ type: 'Input.Text', id: 'a', label: 'b', errorMessage: 'c', labelWidth: 20 }],
  });
  findsInCard('a style that doesn’t exist', { body: [{ type: 'Container', style: 'danger', items: [] }] });
  findsInCard('Markdown in a title', { body: [{ type: 'TextBlock', text: 'a **b**' }] });
  findsInCard('a set of facts', { body: [{ type: 'FactSet', facts: [{ title: 'a', value: 'b' }] }] });
  findsInCard('an empty run', { body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '' }] }] });
  findsInCard('seven actions', { actions: Array.from({ length: 7 }, () => submit) });
  findsInCard('a click without a card', { actions: [{ ...submit, data: { verb: 'start' } }] });
  findsInCard('a click that takes fields along', { actions: [{ ...submit, associatedInputs: undefined }] });
  findsInCard('an address that runs a script', {
    actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'javascript:alert(1)' }],
  });
  findsInCard('a click that leaves fields behind', {
    body: [{ type: 'Input.Text', id: 'verb', label: 'b' }],
    actions: [submit],
  });
  findsInCard('a field that is needed and doesn’t say so', {
    body: [{ type: 'Input.Text', id: 'a', label: 'b', isRequired: true }],
  });
  findsInCard('a time that is none', { body: [{ type: 'Input.Time', id: 'a', label: 'b', value: '9:30' }] });
  findsInCard('a list with nothing to choose', {
    body: [{ type: 'Input.ChoiceSet', id: 'a', label: 'b', choices: [] }],
  });
  findsInCard('a picker of whatever else', {
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'a',
        label: 'b',
        choices: [{ title: 'x', value: 'x' }],
        'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      },
    ],
  });
  findsInCard('a field without a label', { body: [{ type: 'Input.Text', id: 'a', errorMessage: 'b' }] });
  findsInCard('a card over 25 KB', {
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'x'.repeat(26_000) }] }],
  });
});

describe('checkBlockKit', () => {
  findsInMessage('no blocks');
  findsInMessage('51 blocks', ...Array.from({ length: 51 }, () => ({ type: 'section', text: plain('x') })));
  findsInMessage('a long header', { type: 'header', text: plain('x'.repeat(151)) });
  findsInMessage('an empty text', { type: 'section', text: plain('') });
  findsInMessage('a text that is read as markup', { type: 'section', text: { type: 'mrkdwn', text: '<!channel>' } });
  findsInMessage('emoji names', { type: 'section', text: { type: 'plain_text', text: ':fire:', emoji: true } });
  findsInMessage('a long button', { type: 'actions', elements: [{ ...button, text: plain('x'.repeat(76)) }] });
  findsInMessage('26 buttons in a row', {
    type: 'actions',
    elements: Array.from({ length: 26 }, (_, at) => ({ ...button, action_id: `${at}` })),
  });
  findsInMessage('two buttons with one id', { type: 'actions', elements: [button, button] });
  findsInMessage('a click without a verb', { type: 'actions', elements: [{ ...button, value: '{"card":"c"}' }] });
  findsInMessage('a menu of six', {
    type: 'actions',
    elements: [
      {
        type: 'overflow',
        action_id: 'm',
        options: Array.from({ length: 6 }, () => ({ text: plain('x'), value: button.value })),
      },
    ],
  });
  findsInMessage('an option that sends too much', {
    type: 'actions',
    elements: [
      {
        type: 'overflow',
        action_id: 'm',
        options: Array.from({ length: 2 }, () => ({
          text: plain('x'),
          value: `{"card":"c","verb":"${'x'.repeat(150)}"}`,
        })),
      },
    ],
  });
  findsInMessage('a list of 101 options', {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: 's',
        placeholder: plain('x'),
        options: Array.from({ length: 101 }, (_, at) => ({ text: plain('x'), value: `${at}` })),
      },
    ],
  });
  findsInMessage('an option over 75 characters', {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: 's',
        placeholder: plain('x'),
        options: [{ text: plain('x'.repeat(76)), value: 'a' }],
      },
    ],
  });
  findsInMessage('11 radio buttons', {
    type: 'actions',
    elements: [radio(Array.from({ length: 11 }, (_, at) => ({ text: plain('x'), value: `${at}` })))],
  });
  findsInMessage('a description over 75 characters', {
    type: 'actions',
    elements: [radio([{ text: plain('x'), description: plain('x'.repeat(76)), value: '0' }])],
  });
  findsInMessage('two options that send the same', {
    type: 'actions',
    elements: [radio([0, 1].map(() => ({ text: plain('x'), value: '0' })))],
  });
  findsInMessage('a section of rich text over 3,000 characters', {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x'.repeat(3_001) }] }],
  });
  for (const type of ['user', 'usergroup', 'channel', 'emoji']) {
    findsInMessage(`a ${type} in rich text`, {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type, [`${type}_id`]: 'X0' }] }],
    });
  }
  findsInMessage('a field in a message', {
    type: 'input',
    label: plain('x'),
    element: { type: 'plain_text_input', action_id: 'i', placeholder: plain('x') },
  });
  findsInMessage('a mention in rich text', {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'channel' }] }],
  });
  findsInMessage('an empty section', { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] });
  findsInMessage('an unknown property', { type: 'section', text: plain('x'), colour: 'red' });
  findsInMessage(
    'too much text in all',
    ...Array.from({ length: 4 }, () => ({ type: 'section', text: plain('x'.repeat(2_900)) })),
  );

  it('finds a mention in the text of a message', () => {
    expect(checkBlockKit({ ...message, text: '<!channel>' })).not.to.deep.equal([]);
  });

  it('finds a field that nothing sends', () => {
    const field = renderBlockKit(exampleViews['input'] ?? viewOf('T'), 'c', 'modal');

    expect(checkBlockKit({ ...field, modal: { title: plain('x') } })).not.to.deep.equal([]);
  });

  for (const [what, form] of Object.entries({
    'sends nothing': { send: null },
    'sends no click': { send: { card: 'c' } },
    'sends too much': { send: { card: 'c', verb: 'link', link: 'x'.repeat(2_600) } },
    'has a sentence for no field': { send: { card: 'c', verb: 'link' }, required: { other: 'x' } },
    'has more clicks than options': { send: null, choices: [{ card: 'c', verb: 'start' }] },
  })) {
    it(`finds a form that ${what}`, () => {
      const { modal, ...drawn } = renderBlockKit(exampleViews['input'] ?? viewOf('T'), 'c', 'modal');

      expect(checkBlockKit({ ...drawn, modal: { ...modal, form } })).not.to.deep.equal([]);
    });
  }
});
