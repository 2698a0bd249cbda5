import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import { expect } from 'chai';
import { parseClick } from '../../src/cards/actions.ts';
import type { Surface } from '../../src/cards/blockKit/pen.ts';
import { parseCaseClick } from '../../src/cards/caseActions.ts';
import type { CardView } from '../../src/cards/model.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { nodesOf } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { exampleViews, hostileTexts, viewFullOf, viewOf } from '../support/exampleViews.ts';

const SURFACES: readonly Surface[] = ['message', 'modal', 'home'];

function drawn(name: keyof typeof exampleViews, surface: Surface = 'message', card: string | null = 'c1') {
  return renderBlockKit(exampleViews[name] ?? viewOf(''), card, surface);
}

function actionsIn(blocks: readonly KnownBlock[]): ActionsBlock['elements'] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
}

function wordsIn(blocks: readonly KnownBlock[]): unknown[] {
  return nodesOf(blocks).flatMap(({ node }) => (typeof node['text'] === 'string' ? [node['text']] : []));
}

function isClickOf(card: string, value: { readonly card?: unknown }): boolean {
  return value.card === card && (parseClick(value) ?? parseCaseClick(value)) !== null;
}

describe('renderBlockKit', () => {
  for (const surface of SURFACES) {
    for (const [name, view] of Object.entries(exampleViews)) {
      it(`stays within Slack’s limits on a ${surface}: ${name}`, () => {
        expect(checkBlockKit(renderBlockKit(view, 'c1', surface), surface)).to.deep.equal([]);
        expect(checkBlockKit(renderBlockKit(view, null, surface), surface)).to.deep.equal([]);
      });
    }

    for (const [name, text] of Object.entries(hostileTexts)) {
      it(`keeps a text inert on a ${surface}: ${name}`, () => {
        const message = renderBlockKit(viewFullOf(text), 'c1', surface);

        expect(checkBlockKit(message, surface)).to.deep.equal([]);
        expect(JSON.stringify(message)).not.to.contain('"mrkdwn"');
      });
    }
  }

  it('begins with the title as a header', () => {
    expect(drawn('text').blocks[0]).to.deep.equal({
      type: 'header',
      text: { type: 'plain_text', text: 'Windows Update', emoji: false },
    });
  });

  it('shows styles and links as rich text', () => {
    expect(drawn('text').blocks[1]).to.deep.equal({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Open ' },
            { type: 'text', text: 'Control Panel › Windows Update', style: { bold: true } },
            { type: 'text', text: ' and run ' },
            { type: 'text', text: 'wuapp.exe', style: { code: true } },
            { type: 'text', text: '. ' },
            { type: 'link', url: 'https://support.example.com/a?b=1&c=2', text: 'More' },
          ],
        },
      ],
    });
  });

  it('says the whole card in its text, with no mention in it', () => {
    const { text } = renderBlockKit(
      viewOf('A & B', { kind: 'text', text: [{ text: '<!channel> <@U1>' }] }),
      null,
      'message',
    );

    expect(text).to.contain('A &amp; B\n\n&lt;!channel&gt; &lt;@U1&gt;\n\nYou can type:');
  });

  it('sends every click back as its action and card', () => {
    const values = Object.keys(exampleViews).flatMap((name) =>
      nodesOf(drawn(name).blocks).flatMap(({ node }) => (typeof node['value'] === 'string' ? [node['value']] : [])),
    );

    expect(values).to.have.length.above(20);
    expect(values.filter((value) => !isClickOf('c1', JSON.parse(value)))).to.deep.equal([]);
  });

  it('makes a row of buttons of short choices', () => {
    const buttons = actionsIn(drawn('choices').blocks.slice(0, 3));

    expect(buttons).to.deep.equal([
      {
        type: 'button',
        action_id: 'answer:1',
        text: { type: 'plain_text', text: 'Just me', emoji: false },
        value: '{"card":"c1","verb":"answer","question":"users","option":"single"}',
      },
      {
        type: 'button',
        action_id: 'answer:2',
        text: { type: 'plain_text', text: 'Several people', emoji: false },
        value: '{"card":"c1","verb":"answer","question":"users","option":"multiple"}',
      },
    ]);
  });

  it('puts a button beside each choice where one is long, named for screen readers', () => {
    const lines = drawn('detailedChoices').blocks.filter((block): block is SectionBlock => block.type === 'section');

    expect(lines.map(({ text }) => text?.text)).to.deep.equal([
      'The client freezes at “Connecting to the meeting”\nOn screen: “Not responding”',
      'None of these',
    ]);
    expect(lines[1]?.accessory).to.deep.equal({
      type: 'button',
      action_id: 'symptom:2',
      text: { type: 'plain_text', text: 'Choose', emoji: false },
      value: '{"card":"c1","verb":"symptom","symptom":"none"}',
      accessibility_label: 'Choose None of these',
    });
  });

  it('tells the detail of a short choice', () => {
    const choice = { label: 'A', detail: 'more', action: { verb: 'start' }, words: [] } as const;

    const { blocks } = renderBlockKit(viewOf('T', { kind: 'choices', label: 'L', choices: [choice] }), 'c1', 'message');

    expect(blocks[2]).to.have.nested.property('text.text', 'A\nmore');
  });

  it('has the conveniences in a menu, and a single one as a button', () => {
    const types = ['actions', 'oneMore'].map((name) =>
      actionsIn(drawn(name).blocks).map(({ type, action_id }) => [type, action_id]),
    );

    expect(types[0]).to.deep.equal([
      ['button', 'step:1'],
      ['button', 'step:2'],
      ['button', 'url:3'],
      ['button', 'workaround:4'],
      ['button', 'escalate:5'],
      ['overflow', 'more:6'],
    ]);
    expect(types[1]?.at(-1)).to.deep.equal(['button', 'back:3']);
  });

  it('has no menu where an option would send back too much', () => {
    const view: CardView = {
      ...viewOf('T'),
      more: [
        { kind: 'submit', label: 'Back', action: { verb: 'back' } },
        { kind: 'submit', label: 'Long', action: { verb: 'symptom', symptom: 'x'.repeat(120) } },
      ],
    };

    expect(checkBlockKit(renderBlockKit(view, 'c1', 'message'))).to.deep.equal([]);
    expect(actionsIn(renderBlockKit(view, 'c1', 'message').blocks).map(({ type }) => type)).not.to.include('overflow');
  });

  it('counts on after substeps, which are a list of their own', () => {
    const [, list] = drawn('steps').blocks;
    const lists = list?.type === 'rich_text' ? list.elements : [];

    expect(lists.map(({ elements, ...look }) => ({ ...look, items: elements.length }))).to.deep.equal([
      { type: 'rich_text_list', style: 'ordered', items: 1 },
      { type: 'rich_text_list', style: 'ordered', items: 2, indent: 1 },
      { type: 'rich_text_list', style: 'ordered', items: 1, offset: 1 },
      { type: 'rich_text_list', style: 'ordered', items: 1, offset: 2 },
      { type: 'rich_text_list', style: 'ordered', items: 1, indent: 1 },
    ]);
  });

  it('tells a table row by row, the marked one by its word', () => {
    expect(wordsIn(drawn('table').blocks.slice(1, 2))).to.deep.equal([
      'If it is… Just you, inside; It is usually… the computer',
      'Your case: ',
      'If it is… Several, inside; It is usually… the network',
    ]);
  });

  it('says progress in words', () => {
    expect(wordsIn(drawn('progress').blocks.slice(1, 2))).to.deep.equal(['Guide 1 of 2 · step 3 of 6']);
  });

  it('leaves nothing but links to click without a card', () => {
    const clickable = Object.keys(exampleViews).flatMap((name) =>
      nodesOf(drawn(name, 'message', null).blocks).flatMap(({ node }) =>
        node['action_id'] ? [node['action_id']] : [],
      ),
    );

    expect(clickable).to.deep.equal(['url:1']);
  });

  it('keeps the words of a link that is too long for Slack', () => {
    const href = `https://example.com/${'x'.repeat(3_000)}`;
    const view: CardView = {
      ...viewOf('T', { kind: 'text', text: [{ text: 'words', href }] }),
      actions: [{ kind: 'link', label: 'Open', url: href }],
    };

    const message = renderBlockKit(view, 'c1', 'message');

    expect(checkBlockKit(message)).to.deep.equal([]);
    expect(wordsIn(message.blocks)).to.include('words');
  });

  it('refuses more blocks than a message has, which a modal still takes', () => {
    const view = viewOf('T', ...Array.from({ length: 60 }, () => ({ kind: 'text', text: [{ text: 'x' }] }) as const));

    expect(() => renderBlockKit(view, 'c1', 'message')).to.throw(RangeError);
    expect(checkBlockKit(renderBlockKit(view, 'c1', 'modal'))).to.deep.equal([]);
  });

  it('cuts long texts until the message fits', () => {
    const view = viewOf(
      'Long',
      ...Array.from({ length: 12 }, () => ({ kind: 'copy', label: 'L', text: 'x'.repeat(4_000) }) as const),
    );

    expect(checkBlockKit(renderBlockKit(view, 'c1', 'message'))).to.deep.equal([]);
  });

  it('refuses what can’t be sent back', () => {
    const view: CardView = {
      ...viewOf('T'),
      actions: [{ kind: 'submit', label: 'x', action: { verb: 'link', link: 'x'.repeat(2_000) } }],
    };

    expect(() => renderBlockKit(view, 'c1', 'message')).to.throw(RangeError);
  });
});
