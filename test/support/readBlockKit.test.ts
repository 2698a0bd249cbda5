import { expect } from 'chai';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { exampleViews, viewOf } from './exampleViews.ts';
import { fillModal } from './fillModal.ts';
import { readBlockKit } from './readBlockKit.ts';
import { readCard } from './readCard.ts';
import { sampleCaseViews } from './sampleCaseViews.ts';
import { sampleViews } from './sampleViews.ts';

const views = { ...sampleViews, ...sampleCaseViews, ...exampleViews };

const FORM = viewOf(
  'Form',
  { kind: 'input', id: 'text', label: 'Words', placeholder: '…', maxLength: 100, value: 'as it was' },
  { kind: 'input', id: 'email', label: 'Mail', placeholder: '…', maxLength: 100, type: 'email' },
  { kind: 'input', id: 'startsAt', label: 'Start', placeholder: '…', maxLength: 5, type: 'time', value: '10:30' },
  { kind: 'pick', id: 'who', label: 'Colleague', options: [], people: true },
  {
    ...{ kind: 'pick', id: 'name', label: 'Cause', value: 'b' },
    options: [
      { label: 'Client issue', value: 'a' },
      { label: 'Network issue', value: 'b' },
    ],
  },
);
const MODAL = renderBlockKit(
  { ...FORM, actions: [{ kind: 'submit', label: 'Send', action: { verb: 'send', text: '', email: '' } }] },
  'c1',
  'modal',
);
const MODAL_VIEW = { type: 'modal', ...MODAL.modal, blocks: MODAL.blocks };

describe('Block Kit as a person meets it', () => {
  for (const [name, view] of Object.entries(views)) {
    it(`has the same title, buttons and links as in Teams: ${name}`, () => {
      const content = renderAdaptiveCard(view, 'c1');
      const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];

      const slack = readBlockKit({ ...renderBlockKit(view, 'c1', 'message') }, 'm1');
      const teams = readCard({ attachments }, 'm1');

      // Where a row has a detail, its label goes on with it in Teams.
      const missing = teams.offers.filter(({ label }) => !slack.offers.some((offer) => label.startsWith(offer.label)));
      expect(missing).to.deep.equal([]);
      expect(slack.offers).to.have.length(teams.offers.length);
      expect([slack.title, slack.links, slack.fields[0]]).to.deep.equal([teams.title, teams.links, teams.fields[0]]);
    });
  }

  it('reads lists with their numbers, and what is said in a message without blocks', () => {
    const steps = readBlockKit({ ...renderBlockKit(exampleViews['steps'] ?? FORM, null, 'message') }, 'm1');
    const words = readBlockKit({ text: 'a &lt;b&gt; &amp;amp;' }, 'm2');

    expect(steps.text).to.include('1. Update Windows. Open the Control Panel.\n1. Click Start.');
    expect(steps.text).to.include('3. Sign in again.');
    expect([words.title, words.text]).to.deep.equal(['', 'a <b> &amp;']);
  });

  it('reads the fields of a modal and what stands in them', () => {
    const { title, fields, values, offers } = readBlockKit(MODAL_VIEW, 'v1');

    expect([title, fields]).to.deep.equal(['Form', ['text', 'email', 'startsAt', 'who', 'name']]);
    expect(values).to.deep.equal({ text: 'as it was', email: '', startsAt: '10:30', who: '', name: 'b' });
    expect(offers.at(-1)?.label).to.equal('Send');
  });

  it('fills in a modal by ids and labels, and leaves the rest as it was', () => {
    const state = fillModal(MODAL_VIEW, { Mail: 'a@b.example', who: 'U0ANA000000', name: 'Client' });

    expect(state).to.deep.equal({
      text: { text: { type: 'plain_text_input', value: 'as it was' } },
      email: { email: { type: 'email_text_input', value: 'a@b.example' } },
      startsAt: { startsAt: { type: 'timepicker', selected_time: '10:30' } },
      who: { who: { type: 'users_select', selected_user: 'U0ANA000000' } },
      name: {
        name: {
          type: 'static_select',
          selected_option: { text: { type: 'plain_text', text: 'Client issue', emoji: false }, value: 'a' },
        },
      },
    });
    expect(() => fillModal(MODAL_VIEW, { name: 'Nothing' })).to.throw('no “Nothing”');
  });
});
