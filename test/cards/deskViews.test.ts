import { expect } from 'chai';
import { parseCaseClick } from '../../src/cards/caseActions.ts';
import { choicesOf, fieldsOf, offeredLabel, submitsOf } from '../../src/cards/offers.ts';
import { fitsAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { fitsBlockKit } from '../../src/cards/renderBlockKit.ts';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { en } from '../../src/cards/text/en.ts';
import { answerMail, escalationMail } from '../../src/cards/text/mailText.ts';
import { caseCard } from '../../src/cards/views/desk/caseCard.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { caseLine } from '../../src/cards/views/desk/caseLine.ts';
import { deskFormView } from '../../src/cards/views/desk/deskFormView.ts';
import { personLine } from '../../src/cards/views/desk/personLine.ts';
import { shortCaseCardView } from '../../src/cards/views/desk/shortCaseCardView.ts';
import { statsView } from '../../src/cards/views/desk/statsView.ts';
import { keepFiles } from '../../src/helpdesk/cases/keepWords.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext } from '../support/caseViews.ts';
import { agentNamed, caseIn, caseStates, everyEntry } from '../support/everyCase.ts';

const pack = await readPack('lync-online-meeting-join');
const context = deskContext(pack);
const ANA = agentNamed('Ana');
const AT = '2026-03-02T09:50:00.000Z';

/** The buttons of a case's card, and what *More…* offers besides. */
const OFFERS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['waiting', ['Claim', 'Reply…', 'Solved…', 'More…'], ['Assign to…', 'Ask…', 'Note', 'Diagnose', 'Escalate…']],
  [
    'claimed',
    ['Reply…', 'Solved…', 'More…'],
    ['Assign to…', 'Ask…', 'Note', 'Calling them', 'Release', 'Diagnose', 'Escalate…'],
  ],
  ['claimed, not delivered', ['Solved…', 'More…'], ['Assign to…', 'Note', 'Release', 'Diagnose', 'Escalate…']],
  [
    'claimed, of the next line',
    ['Reply…', 'Solved…', 'More…'],
    ['Assign to…', 'Ask…', 'Note', 'Calling them', 'Release', 'Diagnose'],
  ],
  ['solved', ['Reply…', 'More…'], ['Ask…', 'Note', 'Calling them', 'Diagnose', 'Escalate…', 'Reopen']],
  ['closed', ['Reopen', 'More…'], ['Note', 'Reopen']],
];

describe('the card of a case, on the desk', () => {
  for (const [state, buttons, more] of OFFERS) {
    it(`offers what can be done: ${state}`, () => {
      const current = caseIn(state, 'Luis');

      const labels = submitsOf(caseCardView(context, current)).map(({ label }) => label);
      const others = choicesOf(deskFormView(context, current, 'more', ANA)).map(({ label }) => label);

      expect(labels).to.deep.equal(buttons);
      expect(others).to.deep.equal(more);
    });
  }

  for (const [state, current] of Object.entries(caseStates('Luis'))) {
    it(`offers nothing that the case would refuse: ${state}`, () => {
      const can: readonly string[] = context.rulings.agentChoices(current);
      const onCard = submitsOf(caseCardView(context, current)).map(({ action }) => action);
      const inMore = choicesOf(deskFormView(context, current, 'more', ANA)).map(({ action }) => action);

      const deeds = [...onCard, ...inMore].map((action) =>
        action.verb === 'desk-form' ? action.form : action.verb.replace('desk-', ''),
      );

      expect(deeds.filter((deed) => deed !== 'more' && !can.includes(deed))).to.deep.equal([]);
    });
  }

  it('says of a meeting that is running that it has started', () => {
    const { urgency } = caseLine(context, { ...caseIn('waiting', 'Luis'), startsAt: '2026-03-02T12:55:00.000Z' });

    expect(urgency).to.equal('Urgent, the meeting started at 13:55');
  });

  it('names the workspace of somebody in Slack as Slack does', () => {
    const { requester, ...rest } = caseIn('waiting', 'Luis');
    const inSlack = {
      ...rest,
      requester: { ...requester, channel: 'slack', tenant: 'T0123', isGuest: false },
    } as const;

    expect(personLine(en, inSlack)).to.equal('Luis · Slack · workspace T0123');
  });

  it('says everything that is known, whole, where it fits', () => {
    const { view, isShort, rest } = caseCard(context, caseIn('claimed, for an admin', 'Luis'));

    const text = renderPlainText(view);

    expect(isShort).to.equal(false);
    expect(rest).to.deep.equal([]);
    for (const said of [
      'UN-7K3Q-M2 · Luis has it, since 14:02',
      'From: Luis · the web page · tenant Luis · guest',
      'Sent: 10:30',
      'People affected: Several people',
      'Inside or outside: Outside',
      'Computers: Several computers',
      'What they see: none of the listed symptoms',
      'Most likely: Lync federation issue or External network issue',
      'Why: It happens to several people outside',
      'Files: 2 (Luis, screen.png)',
      'In their words: Luis',
      'Added: Luis',
      '1. Run Windows Update: did not help',
      '3. Joining in the browser: did not work',
      'What an admin should do next',
      '1. Check the DNS record for anonymous join.',
    ]) {
      expect(text).to.contain(said);
    }
  });

  it('has no field: whoever types in one would lose it when the card changes', () => {
    const fields = Object.values(caseStates('Luis')).flatMap((current) => fieldsOf(caseCard(context, current).view));

    expect(fields).to.deep.equal([]);
  });

  for (const [state, said] of [
    ['claimed, on its way', 'Last answer: on its way'],
    ['claimed, not read', 'Last answer: sent 14:02, not read yet'],
    ['claimed, read', 'Last answer: read 14:02'],
    ['claimed, not mailed', 'Last answer: not read yet; the mail was not accepted: the mail server refused it (550)'],
    ['claimed, mailed', 'Last answer: not read yet, mailed 14:02'],
    ['claimed, not delivered', 'Last answer: not delivered: they have blocked the bot or left, or it was removed'],
    ['waiting, urgent', 'Urgent, the meeting starts at 14:05: Client issue'],
    ['waiting, soon', 'The meeting starts at 14:45: Client issue'],
    ['claimed, talks to the bot', 'Luis talks to the bot for now'],
    ['claimed, not read', 'it is Luis’s turn'],
    ['waiting, of a pack unknown here', 'Made with pack other 9.9.9, which isn’t used here any more.'],
  ] as const) {
    it(`says of a case that is ${state}: ${said}`, () => {
      expect(renderPlainText(caseCardView(context, caseIn(state, 'Luis')))).to.contain(said);
    });
  }

  for (const [state, said] of [
    ['closed', 'Closed: Luis is in'],
    ['closed by silence', 'Closed: nothing more was heard of Luis for 24 hours'],
    ['withdrawn', 'Closed: Luis withdrew it'],
    ['self-solved', 'Closed: Luis solved it without the helpdesk'],
    ['handed over', 'Closed here: the next line has it'],
  ] as const) {
    it(`says of a case how it ended: ${state}`, () => {
      expect(renderPlainText(caseCardView(context, caseIn(state, 'Luis')))).to.contain(`UN-7K3Q-M2 · ${said}\n`);
    });
  }

  for (const [where, caseLink, page] of [
    [
      'the page of the case',
      'https://unstuck.example/desk#link=x',
      'the case page (https://unstuck.example/desk#link=x)',
    ],
    ['the desk’s page', null, 'the desk’s page'],
  ] as const) {
    it(`says where files can be attached and are shown: on ${where}`, () => {
      const said = (files: readonly string[]) =>
        renderPlainText(caseCardView({ ...context, caseLink }, { ...caseIn('waiting', 'Luis'), files }));

      expect(said([])).to.contain(`Files can’t be attached here, but on ${page}.\n`);
      expect(said(['screen.png'])).to.contain(`Files are shown, and can be attached, on ${page}.\n`);
    });
  }

  it('says nothing of attaching where nothing can be sent to the person: in Teams, without a public address', () => {
    const said = (files: readonly string[]) =>
      renderPlainText(caseCardView({ ...context, caseLink: null }, { ...caseIn('waiting, in Teams', 'Luis'), files }));

    expect(said([])).to.not.match(/attached|desk’s page/);
    expect(said(['screen.png'])).to.contain('Files are shown on the desk’s page.\n');
  });

  it('says nothing of attaching where that can be done at once, or nowhere, and on a closed case', () => {
    const views = [
      caseCardView({ ...context, attachHint: false }, caseIn('waiting', 'Luis')),
      caseCardView(context, caseIn('closed', 'Luis')),
    ];

    expect(views.map(renderPlainText).join('\n')).to.not.match(/attached|case page|desk’s page/);
  });

  it('says nothing of reading where the channel doesn’t tell', () => {
    const current = caseIn('claimed, not read', 'Luis');
    const inTeams = { ...current, requester: { ...current.requester, channel: 'teams' as const } };

    expect(renderPlainText(caseCardView(context, inTeams))).to.contain('Last answer: sent 14:02\n');
  });
});

describe('a case that is too long for one card', () => {
  const current = { ...caseIn('claimed', '漢'.repeat(4_000)), files: [] };

  it('is a short card that leads to the rest', () => {
    const { view, isShort, rest } = caseCard(context, current);

    expect(isShort).to.equal(true);
    expect(rest).to.deep.equal([]);
    expect(view.actions[0]).to.deep.equal({ kind: 'link', label: 'Open the case', url: context.caseLink });
    expect(submitsOf(view).map(({ label }) => label)).to.deep.equal(['Reply…', 'Solved…', 'More…']);
  });

  it('goes on in the thread where there is no address to lead to, with nothing left out', () => {
    const { view, rest } = caseCard({ ...context, caseLink: null }, current);

    expect(view.actions.filter(({ kind }) => kind === 'link')).to.deep.equal([]);
    expect(rest.join('\n')).to.contain('1. Run Windows Update: did not help');
    expect(Math.max(...rest.map((text) => text.length))).to.be.at.most(5_000);
  });

  for (const length of [3_983, 3_984, 3_999, 4_000]) {
    it(`goes on with all of what was typed: ${length.toLocaleString('en')} characters and an added text`, () => {
      const full = { ...caseIn('claimed', 'Luis'), text: '漢'.repeat(length), added: ['語'.repeat(length)] };

      const { rest } = caseCard({ ...context, caseLink: null }, full);

      expect([...'漢語'].map((each) => rest.join('').split(each).length - 1)).to.deep.equal([length, length]);
    });
  }
});

describe('a case at a desk in Slack, which takes less than Teams', () => {
  const typed = (text: string, added: readonly string[]) => ({
    ...caseIn('claimed, for an admin', 'Luis'),
    text,
    added,
  });

  it('is whole with one text as long as anybody can type', () => {
    const { isShort } = caseCard(context, typed('word '.repeat(780), []));

    expect(isShort).to.equal(false);
  });

  it('is a short card where Slack would cut, though Teams wouldn’t', () => {
    const current = typed(
      'word '.repeat(780),
      Array.from({ length: 6 }, () => 'more '.repeat(200)),
    );

    expect(fitsAdaptiveCard(caseCardView(context, current), current.id)).to.equal(true);
    expect(caseCard(context, current).isShort).to.equal(true);
    expect(caseCard({ ...context, fitsSlack: false }, current).isShort, 'where nobody has Slack').to.equal(false);
  });

  for (const [state, current] of Object.entries(caseStates('漢'.repeat(4_000)))) {
    for (const caseLink of ['https://unstuck.example/desk/c/abc?until=1', null]) {
      it(`shows a short card without a cut, ${caseLink === null ? 'alone' : 'with a link'}: ${state}`, () => {
        const files = keepFiles(Array.from({ length: 12 }, () => '漢'.repeat(300)));

        const view = shortCaseCardView({ ...context, caseLink }, { ...current, files });

        expect(fitsBlockKit(view, current.id)).to.equal(true);
      });
    }
  }

  for (const text of ['word '.repeat(780), '漢'.repeat(4_000), 'x\n'.repeat(1_500)]) {
    it(`shows every card without a cut, with a text of ${text.length} characters`, () => {
      const cut = Object.values(caseStates('Luis')).flatMap((current) =>
        [0, 1, 5, 10].filter((count) => {
          const added = Array.from({ length: count }, () => text.slice(0, 1_000));
          return !fitsBlockKit(caseCard(context, { ...current, text, added }).view, current.id);
        }),
      );

      expect(cut).to.deep.equal([]);
    });
  }
});

describe('the small cards of the desk', () => {
  const current = caseIn('claimed', 'Luis');

  for (const form of ['reply', 'note', 'assign', 'diagnose'] as const) {
    it(`${form} sends its fields as a click that is read`, () => {
      const members = [{ id: 'page:ben', name: 'Ben', account: null }];
      const view = deskFormView({ ...context, members }, current, form, ANA);
      const [sender] = submitsOf(view);
      const filled = Object.fromEntries(fieldsOf(view).map(({ id }) => [id, 'single']));

      const action = parseCaseClick({ card: current.id, ...sender?.action, ...filled });

      expect(action).to.deep.equal({ ...sender?.action, ...filled });
      expect(action && offeredLabel(view, action)).to.equal(sender?.label);
    });
  }

  for (const form of ['more', 'ask', 'solve', 'escalate'] as const) {
    it(`${form} offers clicks that are read`, () => {
      const view = deskFormView(context, current, form, ANA);
      const offered = [...choicesOf(view), ...submitsOf(view)].map(({ action }) => action);

      expect(offered).to.not.deep.equal([]);
      expect(offered.map((action) => parseCaseClick({ card: 'c', ...action }))).to.deep.equal(offered);
    });
  }

  it('don’t say that somebody is asked or told who can’t be reached', () => {
    const current = caseIn('claimed, not delivered', 'Luis');
    const said = (['solve', 'escalate'] as const).map((form) =>
      renderPlainText(deskFormView(context, current, form, ANA)),
    );

    expect(said[0]).to.include('Luis can’t be reached here any more, so nobody is asked');
    expect(said[1]).to.include('Luis can’t be reached here any more, so they aren’t told');
    expect(said.join()).to.not.match(/is asked:|is told/);
  });

  it('say who is writing to whom, and that a note stays', () => {
    const texts = (['reply', 'note'] as const).map((form) =>
      renderPlainText(deskFormView(context, current, form, agentNamed('Ana'))),
    );

    expect(texts[0]).to.contain('Ana is writing to Luis').and.to.contain('Luis sees it in their chat');
    expect(texts[1]).to.contain('Ana is writing a note').and.to.contain('Luis doesn’t see it');
  });

  it('fill in the case’s answers to the bot’s questions', () => {
    const view = deskFormView(context, current, 'diagnose', ANA);

    expect(fieldsOf(view).map(({ id, value }) => [id, value])).to.deep.equal([
      ['q-users', 'single'],
      ['q-location', 'inside'],
      ['q-computers', 'single'],
      ['q-symptom', 'none'],
    ]);
  });

  it('name the pack’s questions and causes, and one for all else', () => {
    const asks = choicesOf(deskFormView(context, current, 'ask', ANA)).map(({ label }) => label);
    const causes = choicesOf(deskFormView(context, current, 'solve', ANA)).map(({ label }) => label);

    expect(asks).to.deep.equal(pack.asks);
    expect(causes).to.deep.equal([...pack.categories.map(({ label }) => label), 'Something else']);
  });
});

describe('the figures', () => {
  it('are bars with their numbers', () => {
    const view = statsView(
      context,
      {
        counts: { waiting: 1, claimed: 1, solved: 0, closed: 2 },
        causes: [{ cause: 'client-issue', count: 2 }],
        minutesToClaim: 1,
        minutesToSolve: 150,
        selfSolvedShare: 0.5,
      },
      30,
    );
    const [states, , times, endings] = view.blocks.filter((block) => block.kind === 'bars');

    expect(states?.bars.map(({ value, share }) => [value, share])).to.deep.equal([
      ['1', 0.25],
      ['1', 0.25],
      ['0', 0],
      ['2', 0.5],
    ]);
    expect(times?.bars).to.deep.equal([
      { label: 'Until somebody took it', value: '1 minute', share: 1 / 150 },
      { label: 'Until it was solved', value: '2.5 hours', share: 1 },
    ]);
    expect(endings?.bars).to.deep.equal([{ label: 'Solved without the helpdesk', value: '50%', share: 0.5 }]);
  });

  it('have no minute of what took less than one', () => {
    expect([0, 0.9, 1, 119, 120].map(context.texts.desk.stats.minutes)).to.deep.equal([
      ...['less than a minute', 'less than a minute', '1 minute', '119 minutes', '2 hours'],
    ]);
  });

  it('say what there is no figure of yet', () => {
    const counts = { waiting: 0, claimed: 0, solved: 0, closed: 0 };
    const nothing = { counts, causes: [], minutesToClaim: null, minutesToSolve: null, selfSolvedShare: null };

    const view = statsView(context, nothing, 30);

    const [, times, endings] = view.blocks.filter((block) => block.kind === 'bars');
    expect(times?.bars.map(({ value, share }) => [value, share])).to.deep.equal([
      ['no figure yet', 0],
      ['no figure yet', 0],
    ]);
    expect(endings?.bars).to.deep.equal([{ label: 'Solved without the helpdesk', value: 'no figure yet', share: 0 }]);
  });
});

describe('the mails', () => {
  const current = caseIn('claimed', 'what is in the case');
  const HANDED = { trail: everyEntry('Luis'), attached: [], tooLarge: [], linkHours: 8 };

  it('tell a guest of an answer by the case and its link, without a word of it', () => {
    const { subject, text } = answerMail(context, current, 'https://unstuck.example/c/x');

    expect(subject).to.equal('An answer to UN-7K3Q-M2');
    expect(text).to.contain('https://unstuck.example/c/x');
    expect(text).to.not.contain('what is in the case');
  });

  for (const [what, last, subject, intro] of [
    ['the question whether they are in', { question: 'open' }, 'UN-7K3Q-M2: are you in?', 'asks whether you are in'],
    ['an answer and that question', { question: 'open', unreadSince: AT }, 'An answer to UN-7K3Q-M2', 'has answered'],
    [
      'an answer before one that is void',
      { question: 'void', unreadSince: AT },
      'An answer to UN-7K3Q-M2',
      'has answered',
    ],
  ] as const) {
    it(`tell a guest of ${what}`, () => {
      const lastAnswer = { entry: 'e1', at: AT, deliveredAt: AT, failed: null, readAt: null, ...last };

      const mail = answerMail(context, { ...current, lastAnswer }, null);

      expect(mail.subject).to.equal(subject);
      expect(mail.text).to.contain(intro);
    });
  }

  it('say how to get back where there is no link', () => {
    expect(answerMail(context, current, null).text)
      .to.contain('the page where you wrote to it')
      .and.to.not.contain('link');
  });

  it('hand over everything to the next line', () => {
    const { subject, text } = escalationMail(context, current, { ...HANDED, attached: ['a.png', 'b.pdf'] });

    expect(subject).to.equal('UN-7K3Q-M2: Client issue');
    for (const said of [
      'In their words: what is in the case',
      'luis@example.com',
      '14:02  Note by Luis',
      'Run Windows Update',
      context.caseLink ?? '',
      'The link works for 8 hours.',
      'Attached: a.png and b.pdf.',
    ])
      expect(text).to.contain(said);
    expect(text).to.not.contain('You can type').and.to.not.contain('Too large');
  });

  it('name the files that are too large for them, and say where those are', () => {
    const handed = { ...HANDED, tooLarge: ['big.png'] };

    expect(escalationMail(context, current, handed).text).to.contain('Too large for this mail: big.png. You see them');
    const without = escalationMail({ ...context, caseLink: null }, current, handed).text;
    expect(without).to.contain('Too large for this mail: big.png. The helpdesk').and.to.not.contain('link');
  });

  it('keep their subject in one line', () => {
    const { subject } = escalationMail(context, caseIn('waiting', 'a\r\nBcc: x@example.com'), HANDED);

    expect(subject).to.not.match(/[\r\n]/);
  });
});
