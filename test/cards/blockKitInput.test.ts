import type { KnownBlock } from '@slack/types';
import { expect } from 'chai';
import { type BlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { exampleViews, viewOf } from '../support/exampleViews.ts';

function drawn(name: keyof typeof exampleViews, surface: 'message' | 'modal'): BlockKit {
  return renderBlockKit(exampleViews[name] ?? viewOf(''), 'c1', surface);
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
      private_metadata: '{"card":"c1","verb":"link","link":""}',
    });
  });

  it('tells a title too long for a modal in full above its blocks', () => {
    const { blocks, modal } = drawn('inputAlone', 'modal');

    expect(modal?.title.text).to.equal('Paste it here, in this …');
    expect(blocks[0]).to.have.nested.property('text.text', 'Paste it here, in this conversation');
  });
});
