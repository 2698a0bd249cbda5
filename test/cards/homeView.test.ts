import type { KnownBlock } from '@slack/types';
import { expect } from 'chai';
import { HOME_CARD } from '../../src/cards/homeCard.ts';
import { choicesOf } from '../../src/cards/offers.ts';
import { type BlockKit, renderBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { type AtHome, homeView } from '../../src/cards/views/requests/homeView.ts';
import { requestsView } from '../../src/cards/views/requests/requestsView.ts';
import { readPack } from '../../src/readPack.ts';
import { nodesOf } from '../support/adaptiveCardCheck.ts';
import { checkBlockKit } from '../support/blockKitCheck.ts';
import { deskContext } from '../support/caseViews.ts';
import { caseIn } from '../support/everyCase.ts';

const context = deskContext(await readPack('lync-online-meeting-join'));
const open = caseIn('claimed', 'Ana');

function homeOf(different: Partial<AtHome> = {}): { readonly text: string; readonly labels: readonly string[] } {
  const view = homeView(context, { isUnderWay: false, cases: [], ...different });
  return { text: renderPlainText(view), labels: choicesOf(view).map(({ label }) => label) };
}

function drawnHome(cases: AtHome['cases']): BlockKit {
  return renderBlockKit(homeView(context, { isUnderWay: true, cases }), HOME_CARD, 'home');
}

/** The clicks of the buttons, whether they stand in a row or beside a line. */
function clicksIn(blocks: readonly KnownBlock[]): unknown[] {
  const buttons = nodesOf(blocks).filter(({ node }) => node['type'] === 'button');
  return buttons.map(({ node }) => JSON.parse(String(node['value'])));
}

describe('the Home tab', () => {
  it('says that it is a bot, and where the answer comes', () => {
    const { text } = homeOf();

    expect(text).to.contain('I’m Unstuck, a bot');
    expect(text).to.contain('My answer comes in the Messages tab');
  });

  it('begins, or goes on with what is under way', () => {
    expect(homeOf().labels).to.deep.equal(['Start', 'My requests', 'Help']);
    expect(homeOf({ isUnderWay: true }).labels).to.deep.equal(['Go on', 'My requests', 'Help']);
  });

  it('says what to do where nothing is open, by the button that is there', () => {
    expect(homeOf().text).to.contain('tap Start, or write to me in the Messages tab');
    expect(homeOf({ isUnderWay: true }).text).to.contain('Tap Go on to get back to where we were');
  });

  it('has what is open, as the list of requests says it, and nothing that is closed', () => {
    const { text } = homeOf({ cases: [open, caseIn('closed', 'Ana')] });

    const [row] = choicesOf(requestsView(context, [open]));
    expect(text).to.contain(`${row?.label} (Ana has it, sent today at 10:30)`);
    expect(text).to.not.match(/Closed|nothing open/);
  });

  it('lists ten, and says that there are others', () => {
    const [ten, eleven] = [10, 11].map((length) => homeOf({ cases: Array.from({ length }, () => open) }));

    expect([ten?.labels.length, eleven?.labels.length]).to.deep.equal([13, 13]);
    expect(ten?.text).to.not.contain('newest ten');
    expect(eleven?.text).to.contain('The newest ten that are open');
  });

  it('says how to reach the helpdesk otherwise, where that is known', () => {
    const unknown = homeView({ ...context, contact: undefined }, { isUnderWay: false, cases: [] });

    expect(homeOf().text).to.contain('without me: helpdesk@contoso.com or extension 100');
    expect(renderPlainText(unknown)).to.not.contain('without me');
  });

  it('says nothing of requests where there is no helpdesk', () => {
    const { text, labels } = homeOf({ cases: null });

    expect(labels).to.deep.equal(['Start', 'Help']);
    expect(text).to.not.contain('nothing open');
  });

  it('has a button for each, the first ones in a row', () => {
    const { blocks } = drawnHome([open]);

    expect(clicksIn(blocks)).to.deep.equal([
      { card: 'home', verb: 'my-go-on' },
      { card: 'home', verb: 'my-requests' },
      { card: 'home', verb: 'help' },
      { card: 'home', verb: 'my-request', case: open.id },
    ]);
    expect(blocks.filter(({ type }) => type === 'actions')).to.have.lengthOf(1);
  });

  it('is within Slack’s limits with ten cases', () => {
    const drawn = drawnHome(Array.from({ length: 12 }, () => caseIn('claimed', '漢'.repeat(4_000))));

    expect(checkBlockKit(drawn, 'home')).to.deep.equal([]);
  });
});
