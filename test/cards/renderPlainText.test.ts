import { expect } from 'chai';
import { firstLine, renderPlainText } from '../../src/cards/renderPlainText.ts';
import { exampleViews, hostileTexts, viewFullOf, viewOf } from '../support/exampleViews.ts';

const TYPING = 'You can type: My meeting starts now, Talk to a person, Back, Help.';

function reads(name: keyof typeof exampleViews, ...paragraphs: readonly string[]): void {
  it(`reads alone: ${name}`, () => {
    const view = exampleViews[name] ?? viewOf('');

    expect(renderPlainText(view)).to.equal(paragraphs.join('\n\n'));
  });
}

describe('renderPlainText', () => {
  reads('empty', 'Stopped');
  reads(
    'text',
    'Windows Update',
    'Open Control Panel › Windows Update and run wuapp.exe. More (https://support.example.com/a?b=1&c=2)',
    TYPING,
  );
  reads('copy', 'Your link', 'Link:\nhttps://meet.example.com/anna/ABC?sl=1', TYPING);
  reads('facts', 'Your answers', 'People: Just me\nPlace: Inside', TYPING);
  reads(
    'steps',
    'All steps',
    [
      '1. Update Windows. Open the Control Panel.',
      '   a. Click Start.',
      '   b. Click Windows Update.',
      '2. Restart the computer.',
      '3. Sign in again.',
      '   a. Use your work account.',
    ].join('\n'),
    TYPING,
  );
  reads('info', 'Hello', 'This service closed in July 2021.', TYPING);
  reads('warning', 'Careful', 'Warning: The certificate will be deleted.', TYPING);
  reads('success', 'You’re in', 'The update did it.', TYPING);
  reads('fault', 'Sorry', 'Problem: That went wrong on my side.', TYPING);
  reads('progress', 'Step', 'Guide 1 of 2 · step 3 of 6', TYPING);
  reads(
    'table',
    'Why',
    '- If it is… Just you, inside; It is usually… the computer\n- Your case: If it is… Several, inside; It is usually… the network',
    TYPING,
  );
  reads(
    'choices',
    'How many people?',
    'Tap one, or type it:\n1. Just me\n2. Several people',
    'You can type: I don’t know, My meeting starts now, Talk to a person, Back, Help.',
  );
  reads(
    'detailedChoices',
    'What happens?',
    'Tap one, or type it:\n1. The client freezes at “Connecting to the meeting” (On screen: “Not responding”)\n2. None of these',
    TYPING,
  );
  reads(
    'actions',
    'Step 1',
    'Open in the browser: https://teams.example.com/l/meetup?x=1&y=2#z',
    'You can type: Fixed it, Still broken, My meeting starts now, Talk to a person, Back, Help, Show all steps.',
  );

  it('counts on over several lists of choices', () => {
    const list = exampleViews['choices']?.blocks ?? [];

    const text = renderPlainText(viewOf('Twice', ...list, ...structuredClone(list)));

    expect(text).to.contain('3. Just me\n4. Several people');
  });

  it('doesn’t say a warning twice', () => {
    const view = viewOf('A', { kind: 'notice', tone: 'warning', text: [{ text: 'Warning: it is gone after that.' }] });

    expect(renderPlainText(view)).to.contain('\n\nWarning: it is gone after that.\n\n');
  });

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`has no control characters and no turned lines: ${name}`, () => {
      expect(renderPlainText(viewFullOf(text))).not.to.match(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
    });
  }
});

describe('firstLine', () => {
  it('is the title in one line', () => {
    expect(firstLine(viewOf('Two\nlines', { kind: 'text', text: [{ text: 'more' }] }))).to.equal('Two lines');
  });

  it('is short enough for a notification', () => {
    expect(firstLine(viewOf('x'.repeat(500)))).to.have.lengthOf(150);
  });
});
