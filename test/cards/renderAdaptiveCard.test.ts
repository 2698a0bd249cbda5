import { expect } from 'chai';
import type { CardView, SubmitAction } from '../../src/cards/model.ts';
import { fitsAdaptiveCard, renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { checkAdaptiveCard, nodesOf } from '../support/adaptiveCardCheck.ts';
import { exampleViews, hostileTexts, viewFullOf, viewOf } from '../support/exampleViews.ts';

function drawn(name: keyof typeof exampleViews, card: string | null = 'c1') {
  const json = renderAdaptiveCard(exampleViews[name] ?? viewOf(''), card);
  return { json, body: json['body'] as Record<string, unknown>[], nodes: nodesOf(json).map(({ node }) => node) };
}

function ofType(name: keyof typeof exampleViews, type: string, card: string | null = 'c1') {
  return drawn(name, card).nodes.filter((node) => node['type'] === type);
}

function buttons(count: number): SubmitAction[] {
  return Array.from({ length: count }, (_, at) => ({ kind: 'submit', label: `B${at}`, action: { verb: 'start' } }));
}

const SEND = { verb: 'send', text: '' } as const;

const empty: CardView = { title: 'T', blocks: [], actions: [], standing: [], more: [] };

describe('renderAdaptiveCard', () => {
  for (const [name, view] of Object.entries(exampleViews)) {
    it(`draws what the official parser takes without a word: ${name}`, () => {
      expect(checkAdaptiveCard(renderAdaptiveCard(view, 'c1'))).to.deep.equal([]);
      expect(checkAdaptiveCard(renderAdaptiveCard(view, null))).to.deep.equal([]);
    });
  }

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`keeps a text inert: ${name}`, () => {
      const json = renderAdaptiveCard(viewFullOf(text), 'c1');

      expect(checkAdaptiveCard(json)).to.deep.equal([]);
      expect(nodesOf(json).filter(({ node }) => node['type'] === 'TextBlock')).to.have.lengthOf(1);
    });
  }

  it('begins with the title as a heading, and says it where cards can’t be shown', () => {
    const { json, body } = drawn('text');

    expect(body[0]).to.include({ type: 'TextBlock', text: 'Windows Update', style: 'heading', wrap: true });
    expect(json).to.include({ version: '1.5', lang: 'en', fallbackText: 'Windows Update' });
  });

  it('shows styles and links as runs', () => {
    expect(drawn('text').body[1]?.['inlines']).to.deep.equal([
      { type: 'TextRun', text: 'Open ' },
      { type: 'TextRun', text: 'Control Panel › Windows Update', weight: 'Bolder' },
      { type: 'TextRun', text: ' and run ' },
      { type: 'TextRun', text: 'wuapp.exe', fontType: 'Monospace' },
      { type: 'TextRun', text: '. ' },
      {
        type: 'TextRun',
        text: 'More',
        selectAction: { type: 'Action.OpenUrl', url: 'https://support.example.com/a?b=1&c=2' },
      },
    ]);
  });

  it('makes a row to tap of each choice, named by all that it shows', () => {
    const rows = ofType('detailedChoices', 'Container').map((node) => node['selectAction']);

    expect(rows).to.deep.equal([
      {
        type: 'Action.Submit',
        title: 'The client freezes at “Connecting to the meeting”. On screen: “Not responding”',
        data: { verb: 'symptom', symptom: 'client-freezes', card: 'c1' },
        associatedInputs: 'none',
      },
      {
        type: 'Action.Submit',
        title: 'None of these',
        data: { verb: 'symptom', symptom: 'none', card: 'c1' },
        associatedInputs: 'none',
      },
    ]);
  });

  it('puts its own actions into the body and the others under the card, the menu as secondary', () => {
    const { json, body } = drawn('actions');

    expect(body.at(-1)).to.deep.equal({
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.Submit',
          title: 'Fixed it',
          data: { verb: 'step', outcome: 'fixed', card: 'c1' },
          associatedInputs: 'none',
          style: 'positive',
        },
        {
          type: 'Action.Submit',
          title: 'Still broken',
          data: { verb: 'step', outcome: 'still-broken', card: 'c1' },
          associatedInputs: 'none',
        },
        { type: 'Action.OpenUrl', title: 'Open in the browser', url: 'https://teams.example.com/l/meetup?x=1&y=2#z' },
      ],
    });
    expect((json['actions'] as Record<string, unknown>[]).map(({ title, mode }) => [title, mode])).to.deep.equal([
      ['My meeting starts now', undefined],
      ['Talk to a person', undefined],
      ['Back', 'secondary'],
      ['Help', 'secondary'],
      ['Show all steps', 'secondary'],
    ]);
  });

  it('takes the field along with its own button and with no other', () => {
    const submits = ofType('input', 'Action.Submit');

    expect(submits.filter((node) => node['associatedInputs'] !== 'none').map((node) => node['title'])).to.deep.equal([
      'Get my link',
    ]);
    expect(ofType('input', 'Input.Text')[0]).to.include({
      id: 'link',
      label: 'Join link',
      isRequired: true,
      errorMessage: 'Please paste the join link first.',
      maxLength: 4000,
    });
  });

  it('takes all fields along with whatever has the name of one', () => {
    const submits = ofType('fields', 'Action.Submit').filter((node) => node['associatedInputs'] !== 'none');

    expect(submits.map(({ title, data }) => [title, data])).to.deep.equal([
      ['Send', { verb: 'send', text: '', startsAt: '', email: '', card: 'c1' }],
      ['Keep trying', { verb: 'back', text: '', startsAt: '', email: '', card: 'c1' }],
    ]);
  });

  it('draws each field by its kind, with what stands in it at first', () => {
    const [text, time, email] = drawn('fields').body.slice(1, 4);

    expect(text).to.include({ type: 'Input.Text', id: 'text', isMultiline: true, value: 'It says “43”.\nEvery time.' });
    expect(text).to.not.have.property('isRequired');
    expect(time).to.include({ type: 'Input.Time', id: 'startsAt', value: '09:30' });
    expect(email).to.include({ type: 'Input.Text', id: 'email', style: 'Email', maxLength: 254 });
  });

  it('holds in a field what was typed, not what a client would make of it', () => {
    const typed = '{{DATE(2017-02-14T06:00:00Z, SHORT)}} **x**';
    const field = { kind: 'input', id: 'text', label: 'L', placeholder: 'P', maxLength: 100, value: typed } as const;
    const view: CardView = { ...viewOf('T', field), actions: [{ kind: 'submit', label: 'Send', action: SEND }] };

    const [, drawnField] = renderAdaptiveCard(view, 'c1')['body'] as Record<string, unknown>[];

    expect(drawnField?.['value']).to.equal(typed);
  });

  it('draws a list to choose from, and the people of the conversation', () => {
    const [who, also] = ofType('picks', 'Input.ChoiceSet');

    expect(who).to.deep.equal({
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Colleague',
      isRequired: true,
      errorMessage: 'Please choose somebody first.',
      choices: [
        { title: 'Ana', value: 'page:ana' },
        { title: 'Ben', value: 'page:ben' },
      ],
      value: 'page:ben',
    });
    expect(also?.['choices.data']).to.deep.equal({
      type: 'Data.Query',
      dataset: 'graph.microsoft.com/users?scope=currentContext',
    });
  });

  it('draws shares as words and bars', () => {
    const bars = ofType('bars', 'ColumnSet').map(({ columns }) =>
      (columns as Record<string, unknown>[]).map(({ width, style }) => [width, style]),
    );
    const words = ofType('bars', 'RichTextBlock').map(({ inlines }) =>
      (inlines as Record<string, unknown>[]).map(({ text }) => text).join(''),
    );

    expect(words).to.deep.equal(['Waiting: 3', 'Closed: 9', 'Solved: 0']);
    expect(bars).to.deep.equal([
      [
        [25, 'accent'],
        [75, 'emphasis'],
      ],
      [
        [75, 'accent'],
        [25, 'emphasis'],
      ],
      [[100, 'emphasis']],
    ]);
  });

  it('names the place of a case’s link, so that the page can put it there', () => {
    expect(ofType('caseLink', 'Container')[0]).to.include({ id: 'case-link-UN-7K3Q-M2' });
  });

  it('leaves nothing but links to click without a card', () => {
    const names = Object.keys(exampleViews);

    expect(
      names.flatMap((name) =>
        drawn(name, null).nodes.filter(({ type }) => type === 'Action.Submit' || String(type).startsWith('Input.')),
      ),
    ).to.deep.equal([]);
    expect(ofType('actions', 'Action.OpenUrl', null)).to.have.lengthOf(1);
  });

  it('draws a bar of empty columns in the share of what is done', () => {
    const bars = ['progress', 'progressNone', 'progressAll'].map((name) =>
      ofType(name, 'Column').map(({ width, style, items }) => ({ width, style, items })),
    );

    expect(bars).to.deep.equal([
      [
        { width: 3, style: 'accent', items: undefined },
        { width: 3, style: 'emphasis', items: undefined },
      ],
      [{ width: 4, style: 'emphasis', items: undefined }],
      [{ width: 4, style: 'accent', items: undefined }],
    ]);
  });

  it('tells the marked row of a table by its word too', () => {
    const rows = ofType('table', 'TableRow');
    const words = rows.map((row) =>
      nodesOf(row).flatMap(({ node }) => (node['type'] === 'TextRun' ? [node['text']] : [])),
    );

    expect(words).to.deep.equal([
      ['If it is…', 'It is usually…'],
      ['Just you, inside', 'the computer'],
      ['Your case: ', 'Several, inside', 'the network'],
    ]);
    expect(rows.map((row) => row['style'])).to.deep.equal([undefined, undefined, 'accent']);
  });

  it('numbers steps and letters what is under them, as text', () => {
    const words = ofType('steps', 'TextRun').map((node) => node['text']);

    expect(words.filter((word) => /^\w\.$/.test(String(word)))).to.deep.equal(['1.', 'a.', 'b.', '2.', '3.', 'a.']);
  });

  it('names what is to be copied, so that the page can add a button', () => {
    const [box] = ofType('copy', 'Container');

    expect(box).to.include({ id: 'copy-1', style: 'emphasis' });
  });

  it('gives each tone its style, and says what is dangerous in words', () => {
    const notices = ['info', 'success', 'warning', 'fault'].map((name) => {
      const [box] = ofType(name, 'Container');
      return [box?.['style'], nodesOf(box).find(({ node }) => node['type'] === 'TextRun')?.node['text']];
    });

    expect(notices).to.deep.equal([
      ['accent', 'This service closed in July 2021.'],
      ['good', 'The update did it.'],
      ['warning', 'Warning: '],
      ['attention', 'Problem: '],
    ]);
  });

  it('cuts long texts until the card fits', () => {
    const view = viewOf(
      'Long',
      ...Array.from({ length: 12 }, () => ({ kind: 'copy', label: 'L', text: '漢'.repeat(4_000) }) as const),
    );

    expect(checkAdaptiveCard(renderAdaptiveCard(view, 'c1'))).to.deep.equal([]);
  });

  it('fits where nothing has to be cut', () => {
    const view = (length: number) => viewOf('T', { kind: 'copy', label: 'L', text: 'x'.repeat(length) });

    expect([4_000, 4_001, 40_000].map((length) => fitsAdaptiveCard(view(length), 'c1'))).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('keeps a text of 4,000 characters whole where there is room', () => {
    const text = 'x'.repeat(4_000);

    expect(JSON.stringify(renderAdaptiveCard(viewOf('T', { kind: 'copy', label: 'L', text }), 'c1'))).to.contain(text);
  });

  const wrong: Readonly<Record<string, CardView>> = {
    'seven actions': { ...empty, actions: buttons(7) },
    'seven of standing and more': { ...empty, standing: buttons(4), more: buttons(3) },
    'a label of 27 characters': {
      ...empty,
      actions: [{ kind: 'link', label: 'x'.repeat(27), url: 'https://example.com/' }],
    },
    'a button without a label': { ...empty, standing: [{ kind: 'submit', label: ' ', action: { verb: 'start' } }] },
    'a link that runs a script': { ...empty, actions: [{ kind: 'link', label: 'x', url: 'javascript:alert(1)' }] },
    'such a link within a text': {
      ...empty,
      blocks: [{ kind: 'text', text: [{ text: 'x', href: 'javascript:alert(1)' }] }],
    },
    'an uneven table': { ...empty, blocks: [{ kind: 'table', columns: ['a', 'b'], rows: [{ cells: ['a'] }] }] },
    'two fields with one name': {
      ...(exampleViews['inputAlone'] ?? empty),
      blocks: [...(exampleViews['inputAlone']?.blocks ?? []), ...(exampleViews['inputAlone']?.blocks ?? [])],
    },
    'a field that nothing sends': { ...empty, blocks: exampleViews['input']?.blocks ?? [] },
    'a list with nothing to choose': {
      ...(exampleViews['picks'] ?? empty),
      blocks: [{ kind: 'pick', id: 'who', label: 'L', options: [] }],
    },
    'more than fits': {
      ...empty,
      blocks: Array.from({ length: 400 }, () => ({ kind: 'text', text: [{ text: 'x' }] }) as const),
    },
  };
  for (const [name, view] of Object.entries(wrong)) {
    it(`refuses ${name}`, () => {
      expect(() => renderAdaptiveCard(view, 'c1')).to.throw(RangeError);
    });
  }
});
