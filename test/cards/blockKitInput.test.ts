import type { KnownBlock } from '@slack/types';
import { expect } from 'chai';
import { type BlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { exampleViews, viewOf } from '../support/exampleViews.ts';

function drawn(name: keyof typeof exampleViews, surface: 'message' | 'modal'): BlockKit {
  return renderBlockKit(exampleViews[name] ?? viewOf(''), 'c1', surface);
}

function valuesIn(blocks: readonly KnownBlock[]): unknown[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? block.elements.flatMap((each) => ('value' in each ? [each.value] : [])) : [],
  );
}

function buttonIds(blocks: readonly KnownBlock[]): unknown[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements.map(({ action_id }) => action_id) : []));
}

describe('a field in Slack', () => {
  it('asks for a modal where a message would have a field', () => {
    const { blocks, modal } = drawn('input', 'message');

    expect(blocks[1]).to.deep.equal({
      type: 'section',
      text: { type: 'plain_text', text: 'Join link', emoji: false },
      accessory: {
        type: 'button',
        action_id: 'open:link',
        text: { type: 'plain_text', text: 'Get my link…', emoji: false },
        value: '{"card":"c1","verb":"link","link":""}',
        style: 'primary',
      },
    });
    expect(modal).to.equal(null);
    expect(buttonIds(blocks)).to.deep.equal(['step:1', 'workaround:2', 'escalate:3', 'more:4']);
  });

  it('has the field in a modal, sent by the modal’s own button', () => {
    const { blocks, modal } = drawn('input', 'modal');

    expect(blocks[0]).to.deep.equal({
      type: 'input',
      block_id: 'link',
      label: { type: 'plain_text', text: 'Join link', emoji: false },
      element: {
        type: 'plain_text_input',
        action_id: 'link',
        placeholder: { type: 'plain_text', text: 'https://…', emoji: false },
        max_length: 3000,
      },
    });
    expect(modal).to.deep.equal({
      title: { type: 'plain_text', text: 'The quickest way in', emoji: false },
      close: { type: 'plain_text', text: 'Cancel', emoji: false },
      submit: { type: 'plain_text', text: 'Get my link', emoji: false },
      form: {
        send: { card: 'c1', verb: 'link', link: '' },
        required: { link: 'Please paste the join link first.' },
      },
    });
  });

  it('tells a title too long for a modal in full above its blocks', () => {
    const { blocks, modal } = drawn('inputAlone', 'modal');

    expect(modal?.title.text).to.equal('Paste it here, in this …');
    expect(blocks[0]).to.have.nested.property('text.text', 'Paste it here, in this conversation');
  });

  it('asks for one modal for all fields of a message, and sends nothing for them with other buttons', () => {
    const { blocks } = drawn('fields', 'message');

    expect(blocks[1]).to.deep.include({
      type: 'section',
      text: {
        type: 'plain_text',
        text: 'What should they know? “It says “43”. Every time.”\nStarts at “09:30”\nE-mail',
        emoji: false,
      },
    });
    expect(blocks[1]).to.have.nested.property('accessory.action_id', 'open:text');
    expect(blocks.filter(({ type }) => type === 'section')).to.have.lengthOf(1);
    expect(valuesIn(blocks).slice(0, 2)).to.deep.equal([
      '{"card":"c1","verb":"back"}',
      '{"card":"c1","verb":"restart"}',
    ]);
  });

  it('has each field in the modal by its kind, needed or not, with what stands in it at first', () => {
    const { blocks, modal } = drawn('fields', 'modal');
    const inputs = blocks.filter((block) => block.type === 'input');

    expect(inputs.map(({ block_id, optional, element }) => [block_id, optional, element.type])).to.deep.equal([
      ['text', true, 'plain_text_input'],
      ['startsAt', true, 'timepicker'],
      ['email', true, 'email_text_input'],
    ]);
    expect(inputs[0]?.element).to.include({ multiline: true, initial_value: 'It says “43”.\nEvery time.' });
    expect(inputs[1]?.element).to.include({ initial_time: '09:30' });
    expect(modal?.form).to.deep.equal({ send: { card: 'c1', verb: 'send', text: '', startsAt: '', email: '' } });
  });

  it('has lists to choose from, and Slack’s own for people', () => {
    const [who, also] = drawn('picks', 'modal').blocks.filter((block) => block.type === 'input');

    expect(who?.element).to.deep.include({
      type: 'static_select',
      initial_option: { text: { type: 'plain_text', text: 'Ben', emoji: false }, value: 'page:ben' },
    });
    expect(who).to.not.have.property('optional');
    expect(also?.element).to.include({ type: 'users_select', action_id: 'also' });
  });

  it('refuses more to choose from than Slack takes', () => {
    const options = Array.from({ length: 101 }, (_, at) => ({ label: `${at}`, value: `${at}` }));
    const view = {
      ...(exampleViews['picks'] ?? viewOf('')),
      blocks: [{ kind: 'pick', id: 'who', label: 'L', options } as const],
    };

    expect(() => renderBlockKit(view, 'c1', 'modal')).to.throw(RangeError);
  });

  it('draws shares as words and bars', () => {
    const [, list] = drawn('bars', 'message').blocks;

    expect(JSON.stringify(list)).to.contain('▰▰▰▱▱▱▱▱▱▱ ').and.to.contain('Waiting: ');
  });
});
