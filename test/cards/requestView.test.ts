import { expect } from 'chai';
import { submitsOf } from '../../src/cards/offers.ts';
import { readCaseTyped } from '../../src/cards/readCaseTyped.ts';
import { readTyped } from '../../src/cards/readTyped.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { en } from '../../src/cards/text/en.ts';
import { cannotText } from '../../src/cards/views/requests/cannotText.ts';
import { refusedText } from '../../src/cards/views/requests/refusedText.ts';
import { requestsView } from '../../src/cards/views/requests/requestsView.ts';
import { requestView } from '../../src/cards/views/requests/requestView.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import { newDraft } from '../../src/knowledge/index.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext, personContext } from '../support/caseViews.ts';
import { agentNamed, caseIn, caseStates } from '../support/everyCase.ts';

const pack = await readPack('lync-online-meeting-join');
const context = deskContext(pack);

/** What is on the card of a case in each state: its title, whom the person talks to, its buttons. */
const CARDS: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'waiting',
    'Your case is with the helpdesk',
    'the bot',
    ['Keep trying', 'It’s stuck', 'Withdraw', 'My meeting starts now', 'It’s solved', 'My requests', 'Help'],
  ],
  [
    'waiting on the screen',
    'Your case is with the helpdesk',
    'the bot',
    ['Keep trying', 'Withdraw', 'My meeting starts now', 'It’s solved', 'My requests', 'Help'],
  ],
  ['claimed', 'Ana has your case', 'Ana', ['Back to the bot', 'It’s solved', 'It’s stuck', 'Withdraw', 'My requests']],
  [
    'claimed, talks to the bot',
    'Ana has your case',
    'the bot',
    ['Talk to Ana', 'It’s solved', 'Keep trying', 'It’s stuck', 'Withdraw', 'My requests'],
  ],
  ['solved', 'Are you in?', 'the bot', ['Yes', 'No', 'My requests']],
  ['closed', 'Your case is closed', 'the bot', ['Reopen', 'My requests']],
  ['closed long ago', 'Your case is closed', 'the bot', ['Talk to a person', 'My requests']],
];

describe('the card of a case, for its person', () => {
  for (const [state, title, hears, labels] of CARDS) {
    it(`${state}: ${title}`, () => {
      const view = requestView(context, caseIn(state, 'Ana'));

      const text = renderPlainText(view);

      expect(view.title).to.equal(title);
      expect(text).to.contain('Case number: UN-7K3Q-M2');
      expect(/You are talking to: (.*)/.exec(text)?.[1] ?? null).to.equal(hears);
      expect(submitsOf(view).map(({ label }) => label)).to.deep.equal(labels);
    });
  }

  for (const [state, current] of Object.entries(caseStates('Ana'))) {
    it(`offers nothing that would be refused: ${state}`, () => {
      const can = context.rulings.personChoices(current);
      const verbs = submitsOf(requestView(context, current)).map(({ action }) => action.verb);

      const needed = { 'my-stuck': 'stuck', 'my-withdraw': 'withdraw', 'my-reopen': 'reopen', 'my-in': 'in' } as const;
      for (const [verb, choice] of Object.entries(needed)) {
        if (verbs.includes(verb as (typeof verbs)[number])) expect(can).to.include(choice);
      }
      expect(verbs.includes('my-reopen')).to.equal(can.includes('reopen'));
      expect(verbs.includes('my-solved')).to.equal(can.includes('solved'));
    });
  }

  it('says what happens next by the desk’s hours, and to keep the page or the link', () => {
    const text = renderPlainText(requestView(context, caseIn('waiting', 'Luis')));

    expect(text).to.contain('The helpdesk is open until 17:00; someone will answer you here today.');
    expect(text).to.contain('Keep this page, or copy the link to your case');
  });

  it('has no link in a chat that is always there', () => {
    const view = requestView(context, caseIn('waiting, in Teams', 'Luis'));

    expect(view.blocks.map(({ kind }) => kind)).to.not.include('case-link');
  });

  it('says that the helpdesk sees it only once it does', () => {
    const texts = ['waiting', 'waiting on the screen'].map((state) =>
      renderPlainText(requestView(context, caseIn(state, 'Luis'))),
    );

    expect(texts.map((text) => text.includes('on its screen'))).to.deep.equal([false, true]);
  });

  it('says something new above it', () => {
    const view = requestView(context, caseIn('waiting', 'Luis'), 'Nothing was changed.');

    expect(view.blocks[0]).to.include({ kind: 'notice', tone: 'info' });
  });

  it('cuts a long name to fit its button', () => {
    const view = requestView(context, caseIn('claimed, talks to the bot', 'Maximiliane von Hohenstein'));

    expect(view.actions[0]?.label).to.equal('Talk to Maximiliane von H…');
  });
});

describe('the list of somebody’s cases', () => {
  it('has a row for each, which leads to it', () => {
    const view = requestsView(context, [caseIn('claimed', 'Ana'), caseIn('closed', 'Ana')]);

    expect(renderPlainText(view)).to.contain('1. UN-7K3Q-M2: Client issue (Ana has it, sent today at 10:30)');
    expect(renderPlainText(view)).to.contain('2. UN-7K3Q-M2: Client issue (Closed, sent today at 10:30)');
  });

  it('says what to do where there is none', () => {
    const view = requestsView(context, []);

    expect(renderPlainText(view)).to.contain('You have no requests.');
    expect(submitsOf(view).map(({ action }) => action.verb)).to.deep.equal(['my-go-on']);
  });
});

describe('the bot’s own cards while there is a case', () => {
  const question = { ...newDraft(pack), started: true };

  it('say who hears the person, and lead to the case in the place of a person', () => {
    const view = viewAt({ ...personContext(pack, { live: caseIn('waiting', 'Ana') }), draft: question });

    expect(renderPlainText(view)).to.contain('You are talking to: the bot · UN-7K3Q-M2 waits for the helpdesk');
    expect(view.standing.map(({ label }) => label)).to.deep.equal(['My meeting starts now', 'My request']);
  });

  it('don’t ask to type while an agent hears the person, and lead back', () => {
    const view = viewAt({ ...personContext(pack, { live: caseIn('claimed', 'Ana') }), draft: question });

    const text = renderPlainText(view);
    expect(text).to.contain('You are talking to: Ana');
    expect(text).to.contain('Tap one:');
    expect(text).to.not.contain('type it');
    expect(view.standing.map(({ label }) => label)).to.include('Back to the bot');
  });

  it('say that the case is closed once it was fixed without the helpdesk, and let it be reopened', () => {
    const fixed = { ...newDraft(pack), started: true, wayIn: 'got-in' } as const;
    const view = viewAt({ ...personContext(pack, { ended: caseIn('closed', 'Ana') }), draft: fixed });

    expect(renderPlainText(view)).to.contain('I’ve closed UN-7K3Q-M2');
    expect(renderPlainText(view)).to.contain('You are talking to: the bot · UN-7K3Q-M2 is closed');
    expect(view.actions.map(({ label }) => label)).to.deep.equal(['Something else', 'Reopen', 'My requests']);
  });

  for (const [state, says, words] of [
    ['waiting', 'UN-7K3Q-M2 is with the helpdesk', ['it’s stuck', 'it’s solved', 'withdraw', 'my request', 'restart']],
    ['claimed', 'What you type goes to Ana', ['/bot', 'it’s solved']],
    [
      'claimed, talks to the bot',
      'UN-7K3Q-M2 is with the helpdesk',
      ['/agent', 'it’s stuck', 'it’s solved', 'withdraw'],
    ],
    ['solved', 'UN-7K3Q-M2 is with the helpdesk', ['yes', 'it’s solved']],
  ] as const) {
    it(`say truly what is passed on, and what can be typed: ${state}`, () => {
      const live = caseIn(state, 'Ana');
      const view = viewAt({ ...personContext(pack, { live }), draft: { ...question, aside: 'help' } });

      const text = renderPlainText(view);
      expect(text).to.contain(says);
      expect(text).to.not.contain('I pass nothing on');
      for (const word of words) {
        expect(text).to.contain(word);
        const isMeant = readCaseTyped(live, word, en) ?? readTyped(view, word, en);
        expect(isMeant, `what “${word}” means`).to.not.equal(null);
      }
      if (live.hears === 'agent') expect(text).to.not.match(/restart|withdraw|stuck|get.* to a person/);
    });
  }

  it('are the case itself where the way to a person would be', () => {
    const view = viewAt(personContext(pack, { live: caseIn('claimed', 'Ana') }));

    expect(view).to.deep.equal(requestView(context, caseIn('claimed', 'Ana')));
  });

  it('say after *Stop* that the case stays', () => {
    const live = caseIn('waiting', 'Ana');

    const view = viewAt({ ...personContext(pack, { live }), draft: { ...newDraft(pack), cancelled: true } });

    expect(renderPlainText(view)).to.contain('UN-7K3Q-M2 stays with the helpdesk');
  });

  it('are what they were where there is no case', () => {
    const { desk: _, ...without } = personContext(pack);

    const views = [null, personContext(pack).desk].map((desk) => viewAt({ ...without, desk, draft: question }));

    expect(views[1]).to.deep.equal(views[0]);
  });

  it('are put into the person’s own hands where there is no helpdesk', () => {
    const view = viewAt({ ...personContext(pack), desk: null });

    expect(view.blocks.map(({ kind }) => kind)).to.include('copy');
    expect(submitsOf(view).map(({ action }) => action.verb)).to.not.include('send');
  });
});

describe('why something wasn’t done', () => {
  for (const why of Object.keys(en.requests.refused) as (keyof typeof en.requests.refused)[]) {
    it(`has a sentence of its own: ${why}`, () => {
      const said = [agentNamed('Ana'), null].map((holder) => refusedText(en, why, holder));

      for (const text of said) expect(text).to.match(/^\p{Lu}.*\.$/u);
    });
  }

  for (const why of Object.keys(en.requests.refused) as (keyof typeof en.requests.refused)[]) {
    it(`tells the person nothing that only the desk can do: ${why}`, () => {
      expect(cannotText(en, why)).to.match(/^\p{Lu}.*\.$/u);
      expect(cannotText(en, why)).to.not.match(/claim|colleague|assign|reopen it first|this person/i);
    });
  }

  it('names who has it', () => {
    expect(refusedText(en, 'taken', agentNamed('Ana\n\nfake'))).to.equal(
      'Ana fake has this case already, so nothing was changed.',
    );
  });
});
