import type { InputBlock, KnownBlock } from '@slack/types';
import { expect } from 'chai';
import { parseCaseClick } from '../../src/cards/caseActions.ts';
import type { CardView, Choice } from '../../src/cards/model.ts';
import { opensForm } from '../../src/cards/opensForm.ts';
import { type BlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { deskFormView } from '../../src/cards/views/desk/deskFormView.ts';
import { requestView } from '../../src/cards/views/requests/requestView.ts';
import { readPack } from '../../src/readPack.ts';
import { nodesOf } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { deskContext } from '../support/caseViews.ts';
import { agentNamed, caseIn } from '../support/everyCase.ts';
import { exampleViews, viewOf } from '../support/exampleViews.ts';

const context = deskContext(await readPack('lync-online-meeting-join'));
const current = caseIn('claimed', 'Luis');
const ID = current.id;

type Form = Parameters<typeof deskFormView>[2];

function modalOf(form: Form, different: Partial<typeof context> = {}): BlockKit {
  return renderBlockKit(deskFormView({ ...context, ...different }, current, form, agentNamed('Ana')), ID, 'modal');
}

function inputsIn(blocks: readonly KnownBlock[]): InputBlock[] {
  return blocks.filter((block) => block.type === 'input');
}

function actionIds(drawn: BlockKit): unknown[] {
  return nodesOf(drawn.blocks).flatMap(({ node }) => (node['type'] === 'button' ? [node['action_id']] : []));
}

/** A card to choose on, with so many rows. */
function choosing(count: number, different: Partial<Choice> = {}): CardView {
  const choices = Array.from(
    { length: count },
    (_, at): Choice => ({
      label: `Row ${at}`,
      action: { verb: 'desk-show', case: `UN-${at}` },
      words: [],
      ...different,
    }),
  );
  return { title: 'T', blocks: [{ kind: 'choices', label: 'L', choices }], actions: [], standing: [], more: [] };
}

describe('a form of the desk in a modal', () => {
  for (const form of ['reply', 'note', 'diagnose'] as const) {
    it(`sends the fields with one click: ${form}`, () => {
      const { blocks, modal } = modalOf(form);

      const names = inputsIn(blocks).map(({ block_id }) => block_id);
      expect(modal?.form?.send).to.include({ card: ID, verb: `desk-${form}`, case: ID });
      expect(modal?.form).to.not.have.property('choices');
      expect(names).to.have.length.above(0);
      for (const name of names) expect(modal?.form?.send).to.have.property(String(name), '');
    });
  }

  it('says beside a field that is blank what is needed, only where something is', () => {
    expect(modalOf('reply').modal?.form?.required).to.deep.equal({ text: 'Please write something first.' });
    expect(modalOf('diagnose').modal?.form).to.not.have.property('required');
  });

  it('has the rows of More… as radio buttons with what each does, and sends the one that is chosen', () => {
    const { blocks, modal } = modalOf('more');

    const [field] = inputsIn(blocks);
    const element = field?.element;
    expect([field?.block_id, modal?.submit?.text]).to.deep.equal(['choice', 'Go on']);
    expect(element).to.include({ type: 'radio_buttons' });
    expect(element)
      .to.have.nested.property('options[1]')
      .that.deep.equals({
        text: { type: 'plain_text', text: 'Ask…', emoji: false },
        value: '1',
        description: { type: 'plain_text', text: 'Sends one of the ready-made questions.', emoji: false },
      });
    expect(modal?.form?.send).to.equal(null);
    expect(modal?.form?.choices?.[1]).to.deep.equal({ card: ID, verb: 'desk-form', case: ID, form: 'ask' });
  });

  it('has fields of other names in forms of other rows, so that Slack keeps nothing that was chosen among others', () => {
    const names = (['more', 'ask', 'solve'] as const).flatMap((form) =>
      inputsIn(modalOf(form).blocks).map(({ element }) => Object(element).action_id),
    );

    expect(names).to.have.lengthOf(3);
    expect(new Set(names).size).to.equal(3);
    for (const name of names) expect(name).to.have.length.within(1, 255);
  });

  for (const form of ['more', 'ask', 'solve'] as const) {
    it(`has clicks that are read: ${form}`, () => {
      const choices = modalOf(form).modal?.form?.choices ?? [];

      expect(choices).to.have.length.above(2);
      expect(choices.map(parseCaseClick)).to.not.include(null);
    });
  }

  it('tells whole above a field what its options have no room for, by the same numbers', () => {
    const { blocks } = modalOf('solve');

    const words = nodesOf(blocks).flatMap(({ node }) => (typeof node['text'] === 'string' ? [node['text']] : []));
    const [field] = inputsIn(blocks);
    for (const { label, meaning } of context.pack.categories) expect(words).to.include.members([label, `: ${meaning}`]);
    expect(words).to.include('Something else');
    expect(field?.element).to.have.property('type', 'static_select');
    expect(field?.element).to.have.nested.property('options[2].text.text', `3. ${context.pack.categories[2]?.label}`);
  });

  it('hands over by its own button: Escalate…', () => {
    const { blocks, modal } = modalOf('escalate');

    expect(inputsIn(blocks)).to.deep.equal([]);
    expect(modal?.submit?.text).to.equal('Hand it over');
    expect(modal?.form).to.deep.equal({ send: { card: ID, verb: 'desk-escalate', case: ID } });
  });

  it('can only be closed where there is nothing to choose', () => {
    const { modal } = modalOf('ask', { pack: { ...context.pack, asks: [] } });

    expect([modal?.form, modal?.close.text]).to.deep.equal([null, 'Close']);
    expect(modal).to.not.have.property('submit');
  });

  it('lets people be picked by Slack’s own field', () => {
    const [field] = inputsIn(modalOf('assign', { peoplePicker: true }).blocks);

    expect(field?.element).to.include({ type: 'users_select', action_id: 'who' });
  });
});

describe('any modal', () => {
  it('has no button of the card but links', () => {
    const view: CardView = {
      ...viewOf('T', { kind: 'text', text: [{ text: 'x' }] }),
      actions: [
        { kind: 'link', label: 'Open', url: 'https://support.example.com/' },
        { kind: 'submit', label: 'Go', action: { verb: 'start' } },
      ],
    };

    expect(actionIds(renderBlockKit(view, 'c1', 'modal'))).to.deep.equal(['url:1']);
  });

  for (const [count, type] of [
    [10, 'radio_buttons'],
    [11, 'static_select'],
  ] as const) {
    it(`has ${count} rows as ${type}`, () => {
      const drawn = renderBlockKit(choosing(count), 'c1', 'modal');

      expect(checkBlockKit(drawn)).to.deep.equal([]);
      expect(inputsIn(drawn.blocks)[0]?.element.type).to.equal(type);
    });
  }

  it('has a label of 75 characters as it is, and numbers what is longer', () => {
    const texts = [75, 76].map((length) => {
      const { blocks } = renderBlockKit(choosing(1, { label: 'x'.repeat(length) }), 'c1', 'modal');
      return [
        blocks.length,
        JSON.stringify(blocks)
          .match(/"text":"(1\. )?x+…?"/g)
          ?.map((each) => each.length - 9),
      ];
    });

    expect(texts).to.deep.equal([
      [1, [75]],
      [2, [76, 75]],
    ]);
  });

  it('is refused where its form would send too much', () => {
    expect(() => renderBlockKit(choosing(60), 'c1', 'modal')).to.throw(RangeError, 'a form');
  });
});

describe('what stands in a field of a modal', () => {
  const holding = (value: string): CardView => ({
    ...(exampleViews['fields'] ?? viewOf('')),
    blocks: [{ kind: 'input', id: 'text', label: 'L', placeholder: 'P', maxLength: 4_000, multiline: true, value }],
  });

  it('is whole up to the 3,000 characters that Slack takes', () => {
    const [field] = inputsIn(renderBlockKit(holding('x'.repeat(3_000)), 'c1', 'modal').blocks);

    expect(field?.element).to.have.property('initial_value').with.length(3_000);
  });

  it('is never cut, since it would come back so: the modal is refused', () => {
    expect(() => renderBlockKit(holding('x'.repeat(3_001)), 'c1', 'modal')).to.throw(RangeError, 'a field');
  });
});

describe('a button that leads to a form', () => {
  it('says so in its id, on the card of a case', () => {
    const ids = actionIds(renderBlockKit(caseCardView(context, caseIn('waiting', 'Luis')), ID, 'message'));

    expect(ids).to.deep.equal(['desk-claim:1', 'open:desk-form:2', 'open:desk-form:3', 'open:desk-form:4']);
  });

  it('says so beside a row, too, and nowhere else', () => {
    const more = deskFormView(context, current, 'more', agentNamed('Ana'));

    const ids = actionIds(renderBlockKit(more, ID, 'message')).map((id) => String(id).replace(/:\d+$/, ''));

    expect(ids).to.deep.equal([
      'open:desk-form',
      'open:desk-form',
      'open:desk-form',
      'desk-calling',
      'desk-release',
      'open:desk-form',
      'open:desk-form',
    ]);
    expect(actionIds(renderBlockKit(requestView(context, current), ID, 'message')).join()).to.not.contain('open:');
  });

  it('is never an option of a menu, which has no id', () => {
    const form = { verb: 'desk-form', case: ID, form: 'note' } as const;
    const more = [
      { kind: 'submit', label: 'Note', action: form },
      { kind: 'submit', label: 'Help', action: { verb: 'help' } },
    ] as const;

    const ids = actionIds(renderBlockKit({ ...viewOf('T'), standing: [], more }, ID, 'message'));

    expect(ids).to.deep.equal(['open:desk-form:1', 'help:2']);
  });

  it('is the sender of fields, whatever stands in them, and no other that takes them along', () => {
    const view = exampleViews['fields'] ?? viewOf('');

    expect(opensForm(view, { verb: 'send', text: 'typed', startsAt: '', email: '' })).to.equal(true);
    expect(opensForm(view, { verb: 'back', text: '' })).to.equal(false);
    expect(opensForm(viewOf(''), { verb: 'send' })).to.equal(false);
  });
});
