import { expect } from 'chai';
import { renderPlainText } from '../../src/cards/renderPlainText.ts';
import { en } from '../../src/cards/text/en.ts';
import { entryWords } from '../../src/cards/views/desk/entryWords.ts';
import { firstThreadLine } from '../../src/cards/views/desk/firstThreadLine.ts';
import { newCaseLine } from '../../src/cards/views/desk/newCaseLine.ts';
import { type FilesAt, threadPost } from '../../src/cards/views/desk/threadPost.ts';
import { trailLine } from '../../src/cards/views/desk/trailLine.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext } from '../support/caseViews.ts';
import { caseAfter, caseIn, everyEntry } from '../support/everyCase.ts';
import { HOSTILE } from '../support/hostileStrings.ts';

const context = deskContext(await readPack('lync-online-meeting-join'));
/** Where the bot sees all that is said. */
const RULES_OF_ALL =
  'In this thread: a message that begins with “reply” goes to the person. Any other is kept as a note. @Unstuck sees them all, also those that don’t mention it.';

const RULES =
  'In this thread: “@Unstuck reply …” goes to the person. Any other message that mentions @Unstuck is kept as a note. What doesn’t mention it, it doesn’t see.';

const HOW = { isCall: false, filesAt: 'case-page' } as const;

/** What the thread says of each thing that happens to the case of a person called Ana, by an agent of that name. */
const POSTS: Readonly<Record<string, string | null>> = {
  'opened by person': RULES,
  'added by person': 'Ana added: Ana',
  'message by person': 'Ana: Ana',
  'file-in by person': 'Ana sent a file: Ana. The case page shows it.',
  'step by person': 'Ana tried “Run Windows Update”: did not help.',
  'way-in by person': 'Joining in the browser: did not work.',
  'answers-changed by person': 'Ana changed an answer; the card shows it.',
  'claimed by agent': 'Ana has it now.',
  'assigned by agent': 'Ana gave it to Ana.',
  'released by agent': 'Ana let go of it: it waits for somebody again.',
  'expired by system': 'It waits for somebody again: nothing was heard of Ana in time.',
  'asked-still by system':
    'Still on it?\n\nAna, UN-7K3Q-M2 is yours, and nothing has happened for a while. It goes back to the others at 14:35.\n\nYou can type: Still on it, Release.',
  'still-on-it by agent': 'Ana is still on it.',
  'reply by agent': 'Ana to Ana: Ana',
  'question by agent': 'Ana asked Ana: Ana',
  'file-out by agent': 'Ana sent Ana a file: Ana',
  'note by agent': 'Note by Ana, not sent to anybody: Ana',
  'calling by agent': 'Ana is calling Ana.',
  'diagnosed by agent': 'Ana filled in answers; the card shows what is most likely now.',
  'solved by agent': 'Ana says that it is solved (Client issue). Ana was asked: “Are you in?”',
  'reopened by agent': 'Ana opened it again.',
  'reopened by person': 'Ana says that it isn’t over. It is open again.',
  'escalated by agent to desk': 'Ana handed it to the next line’s desk, with everything that is on it.',
  'escalated by agent to mail':
    'Ana is handing it to the next line by e-mail, with everything that is on it. Until that is accepted, the case stays here.',
  'not-handed-over by system':
    'The mail to the next line was not accepted: the mail server refused it (550). The case is still here: please go on with it, call the next line, or try “Escalate…” again later.',
  'closed by person confirmed': 'Ana is in. Closed.',
  'closed by system silence': 'Nothing was heard of Ana for 24 hours. Closed.',
  'closed by person withdrawn': 'Ana withdrew it. Closed.',
  'closed by person self-solved': 'Ana solved it without the helpdesk. Closed.',
  'closed by system handed-over': 'The next line has it. Closed here.',
  'stuck by person': 'Ana says that it is stuck.',
  'repeated by system': 'Still waiting: UN-7K3Q-M2 from Ana: Client issue',
  'talks-to by person bot': 'Ana talks to the bot for now; the case stays open.',
  'talks-to by person agent': 'Ana talks to the helpdesk again.',
  'urgency by system soon': null,
  'urgency by system now': null,
  'urgency by system over': null,
  'on-screen by system': null,
  'delivered by system': 'sent to Ana, 14:02',
  'not-delivered by system': 'not delivered: they have blocked the bot or left, or it was removed',
  'read by person': 'read by Ana, 14:02',
  'mailing by system': null,
  'not-mailed by system':
    'not read yet; the mail to Ana was not accepted: the mail server refused it (550). No other one is sent until they are back, so please try to reach them in another way.',
  'mail-called-off by system': null,
  'mailed by system': 'not read yet; a mail went to Ana, 14:02',
  'unreachable by system': 'Ana can’t be reached here any more. The case stays open, and nothing more is sent.',
};

describe('the thread of a case', () => {
  const entries = everyEntry('Ana');

  for (const entry of entries) {
    const { event, by } = entry;
    const how = 'how' in event ? ` ${event.how}` : event.kind === 'talks-to' ? ` ${event.who}` : '';
    const step = event.kind === 'urgency' ? ` ${event.step}` : '';
    const where = event.kind === 'escalated' ? ` to ${event.to}` : '';
    const name = `${event.kind} by ${by.kind}${how}${where}${step}`;

    it(`says of ${name}: ${POSTS[name]}`, () => {
      const post = threadPost(context, caseAfter(entry, 'Ana'), entry, HOW);

      expect(POSTS).to.have.property(name);
      expect(post && ('text' in post ? post.text : renderPlainText(post.view))).to.equal(POSTS[name]);
    });
  }

  it('says nothing of a mail that isn’t wanted any more, which the case page tells', () => {
    const entry = entries.find(({ event }) => event.kind === 'mail-called-off');
    if (entry === undefined) throw new Error('no such entry');
    const current = caseAfter(entry, 'Ana');

    expect(threadPost(context, current, entry, HOW)).to.equal(null);
    expect(entryWords(context, current, entry)).to.equal(
      'no mail went to Ana: the question whether they are in was taken back',
    );
  });

  for (const [kind, said, saidOfAll] of [
    ['opened', ...[RULES, RULES_OF_ALL].map((rules) => `UN-7K3Q-M2 from Ana: Client issue\n\n${rules}`)],
    ['released', 'UN-7K3Q-M2 from Ana: Client issue\n\nAna let go of it: it waits for somebody again.'],
    ['repeated', POSTS['repeated by system']],
  ] as const) {
    it(`begins with which case it is where people are called to one by: ${kind}`, () => {
      const entry = entries.find(({ event }) => event.kind === kind);

      const post = entry && threadPost(context, caseAfter(entry, 'Ana'), entry, { ...HOW, isCall: true });

      expect(post).to.deep.equal({ text: said, ...(saidOfAll && { textIfAllHeard: saidOfAll }) });
    });
  }

  it('says of a meeting that comes near that nobody has its case, where nobody has', () => {
    const entry = entries.find(({ event }) => event.kind === 'urgency' && event.step === 'now');

    const post = entry && threadPost(context, caseIn('waiting', 'Luis'), entry, { ...HOW, isCall: true });

    expect(post).to.deep.equal({ text: 'Nobody has it yet: UN-7K3Q-M2 from Luis: Client issue' });
  });

  it('says of a file where it can be seen, or what has to be done', () => {
    const entry = entries.find(({ event }) => event.kind === 'file-in');

    const saidWhere = (filesAt: FilesAt) =>
      entry && threadPost(context, caseAfter(entry, 'Ana'), entry, { ...HOW, filesAt });

    expect(saidWhere('nowhere')).to.deep.equal({
      text: 'Ana sent a file: Ana. Files can’t be opened here: whoever runs Unstuck has to set PUBLIC_URL.',
    });
    expect(saidWhere('desk-page')).to.deep.equal({ text: 'Ana sent a file: Ana. The desk’s page shows it.' });
  });

  it('is looked at for every kind of thing that happens', () => {
    expect(entries).to.have.lengthOf(Object.keys(POSTS).length);
  });

  it('offers to hold a case no more once that was done four times', () => {
    const entry = entries.find(({ event }) => event.kind === 'asked-still');
    const current = caseIn('claimed', 'Ana');
    const claim = current.claim && { ...current.claim, renewals: 4 };

    const post = entry && threadPost(context, { ...current, claim }, entry, HOW);

    expect(post && 'view' in post && post.view.actions.map(({ label }) => label)).to.deep.equal(['Release']);
  });

  it('marks every line of a longer message, so that none passes for one of ours', () => {
    const [entry] = everyEntry('I’m in.\nsent to Luis, 14:02').filter(({ event }) => event.kind === 'message');
    const current = caseIn('claimed', 'Luis');

    expect(entry && entryWords(context, current, entry)).to.equal('Luis: \n> I’m in.\n> sent to Luis, 14:02');
  });

  for (const [what, typed] of Object.entries(HOSTILE)) {
    it(`keeps what can’t be seen out of its posts: ${what}`, () => {
      const texts = everyEntry(typed).map((entry) => entryWords(context, caseAfter(entry, typed), entry));

      expect(texts.filter((text) => /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u.test(text))).to.deep.equal([]);
      expect(
        texts.filter((text) =>
          text
            .split('\n')
            .slice(1)
            .some((line) => !line.startsWith('> ')),
        ),
      ).to.deep.equal([]);
    });
  }
});

describe('the first lines of a case', () => {
  it('say in the thread what goes out, what is a note and what isn’t seen', () => {
    expect(firstThreadLine(en, 'Unstuck', 'mentions')).to.equal(RULES);
    expect(firstThreadLine(en, 'Unstuck', 'all')).to.equal(RULES_OF_ALL);
  });

  for (const [state, line] of [
    ['waiting', 'UN-7K3Q-M2 from Luis: Client issue'],
    ['waiting, urgent', 'Urgent, the meeting starts at 14:05. UN-7K3Q-M2 from Luis: Client issue'],
    ['waiting, soon', 'The meeting starts at 14:45. UN-7K3Q-M2 from Luis: Client issue'],
    ['waiting, with nothing said', 'UN-7K3Q-M2 from Luis: Can’t join a Lync Online meeting'],
  ] as const) {
    it(`tell a case that is ${state} in one line`, () => {
      expect(newCaseLine(context, caseIn(state, 'Luis'))).to.equal(line);
    });
  }

  it('say where nobody knows whether it is there already', () => {
    expect(newCaseLine(context, caseIn('waiting', 'Luis'), true)).to.equal(
      '(may be a repeat) UN-7K3Q-M2 from Luis: Client issue',
    );
  });

  it('stay one line, whatever the person is called', () => {
    for (const typed of Object.values(HOSTILE)) {
      expect(newCaseLine(context, caseIn('waiting', typed))).to.not.match(/[\n\r\u2028\u2029]/);
    }
  });
});

describe('the trail of a case', () => {
  it('has each thing that happened, with who did it and on which side they are', () => {
    const lines = everyEntry('Ana').map((entry) => trailLine(context, caseAfter(entry, 'Ana'), entry));

    expect(lines.map(({ side }) => side).filter((side) => side === 'bot')).to.have.lengthOf(17);
    expect(lines.filter(({ kind }) => kind === 'note').map(({ text }) => text)).to.deep.equal(['Ana']);
    expect(lines.filter(({ kind }) => kind === 'said')).to.have.lengthOf(6);
    expect(lines.filter(({ file }) => file !== null)).to.have.lengthOf(2);
  });
});
