import type { CardView, Choice, SubmitAction } from '../../src/cards/model.ts';
import { plain, rich } from '../../src/cards/richText.ts';
import { sampleCaseViews } from './sampleCaseViews.ts';

const standing: SubmitAction[] = [
  { kind: 'submit', label: 'My meeting starts now', action: { verb: 'workaround' } },
  { kind: 'submit', label: 'Talk to a person', action: { verb: 'escalate' } },
];
const back: SubmitAction = { kind: 'submit', label: 'Back', action: { verb: 'back' } };
const help: SubmitAction = { kind: 'submit', label: 'Help', action: { verb: 'help' } };
const allSteps: SubmitAction = { kind: 'submit', label: 'Show all steps', action: { verb: 'all-steps' } };

function symptom(label: string, detail?: string): Choice {
  return { label, ...(detail ? { detail } : {}), action: { verb: 'symptom', symptom: 'ie-error' }, words: [] };
}

function option(label: string, id: string): Choice {
  return { label, action: { verb: 'answer', question: 'users', option: id }, words: [] };
}

/** A card of every kind and with every block, as long as real ones get; what most of them say is made up. */
export const sampleViews = {
  hello: {
    title: 'Can’t join a meeting?',
    blocks: [
      {
        kind: 'text',
        text: plain(
          'I’m Unstuck, a bot. Answer three short questions and pick what you see, and I’ll go through the fix with you, one step at a time.',
        ),
      },
      { kind: 'text', text: plain('A person is one tap away the whole time.') },
      {
        kind: 'notice',
        tone: 'info',
        text: plain('The online service was closed on 31 July 2021. Servers of companies may still run.'),
      },
    ],
    actions: [
      { kind: 'submit', label: 'Start', action: { verb: 'start' }, style: 'primary' },
      { kind: 'submit', label: 'Help', action: { verb: 'help' } },
    ],
    standing,
    more: [],
  },
  question: {
    title: 'How many people can’t join?',
    blocks: [
      { kind: 'progress', label: '2 of 4', done: 1, total: 4 },
      {
        kind: 'choices',
        label: 'Tap one, or type it:',
        choices: [option('Just me', 'single'), option('Several people', 'multiple')],
      },
    ],
    actions: [
      { kind: 'submit', label: 'I don’t know', action: { verb: 'answer', question: 'users', option: 'unknown' } },
    ],
    standing,
    more: [back, help],
  },
  symptoms: {
    title: 'What happens when you try to join?',
    blocks: [
      { kind: 'progress', label: '4 of 4', done: 3, total: 4 },
      {
        kind: 'choices',
        label: 'Tap one, or type it:',
        choices: [
          symptom('Internet Explorer shows an error', 'On screen: “Internet Explorer cannot display the webpage”'),
          symptom('The program freezes or closes'),
          symptom(
            'A security warning comes up',
            'On screen: “There was a problem verifying the certificate from the server” or “0x80090325”',
          ),
          symptom('A window asks what to open the file with', 'On screen: “Windows can’t open this file”'),
          symptom('None of these'),
        ],
      },
    ],
    actions: [{ kind: 'submit', label: 'I don’t know', action: { verb: 'symptom', symptom: 'none' } }],
    standing,
    more: [back, help],
  },
  diagnosis: {
    title: 'Most likely: a problem with the program on your computer',
    blocks: [
      {
        kind: 'text',
        text: rich(
          'The meeting itself is fine; the program that should open it **isn’t set up right** on your computer.',
        ),
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Who', value: 'just me' },
          { label: 'Where', value: 'inside the company' },
          { label: 'Computers', value: 'one' },
          { label: 'What you see', value: 'Internet Explorer shows an error' },
          { label: 'Who can fix it', value: 'you, in about ten minutes' },
        ],
      },
      { kind: 'text', text: rich('**Why I think so.** One computer alone points to that computer.') },
      {
        kind: 'table',
        columns: ['If it is…', 'It is usually…'],
        rows: [
          { cells: ['one person, inside, one computer', 'Client issue'], mark: 'Your case' },
          { cells: ['one person, inside, several computers', 'User identity issue, then provisioning issue'] },
          { cells: ['several people, outside', 'External network issue'] },
        ],
      },
      {
        kind: 'text',
        tone: 'quiet',
        text: plain('Source: Microsoft KB2423848, revision 38.0, reviewed 31 May 2013. Pack 1.0.0.'),
      },
    ],
    actions: [
      { kind: 'submit', label: 'Show me the fix', action: { verb: 'confirm' }, style: 'primary' },
      { kind: 'submit', label: 'Change an answer', action: { verb: 'change' } },
    ],
    standing,
    more: [back, help],
  },
  step: {
    title: 'Run Windows Update',
    blocks: [
      { kind: 'progress', label: 'Guide 1 of 2 · step 3 of 6', done: 2, total: 6 },
      {
        kind: 'text',
        text: rich('Missing updates keep the program from opening meetings. Install all that are **important**.'),
      },
      {
        kind: 'steps',
        items: [
          { text: rich('Open `Control Panel › System and Security › Windows Update`.') },
          {
            text: rich(
              'Choose `Check for updates` and wait until it is done. It can take some minutes, and the window may look as if nothing happens.',
            ),
          },
          {
            text: rich('Choose `Install updates`.'),
            substeps: [rich('Accept the terms.'), rich('Restart when it asks.')],
          },
        ],
      },
      {
        kind: 'text',
        text: [
          { text: 'Windows Update: frequently asked questions', href: 'https://support.example.com/windows-update' },
        ],
      },
      { kind: 'text', tone: 'quiet', text: plain('Takes about 10 minutes.') },
    ],
    actions: [
      { kind: 'submit', label: 'Fixed it', action: { verb: 'step', outcome: 'fixed' }, style: 'primary' },
      { kind: 'submit', label: 'Still broken', action: { verb: 'step', outcome: 'still-broken' } },
      { kind: 'submit', label: 'Can’t do this', action: { verb: 'step', outcome: 'cannot' } },
    ],
    standing,
    more: [back, allSteps, help],
  },
  warning: {
    title: 'Careful: delete the saved certificate',
    blocks: [
      {
        kind: 'notice',
        tone: 'warning',
        text: rich('This deletes the certificate that signs you in. You need your **password** afterwards.'),
      },
      {
        kind: 'text',
        text: plain('You don’t have to do this yourself. I’ll show you how, or the helpdesk can do it for you.'),
      },
    ],
    actions: [
      { kind: 'submit', label: 'Show me how', action: { verb: 'confirm' } },
      { kind: 'submit', label: 'Let the helpdesk do it', action: { verb: 'step', outcome: 'left' }, style: 'primary' },
    ],
    standing,
    more: [back, help],
  },
  wayIn: {
    title: 'The quickest way in',
    blocks: [
      {
        kind: 'text',
        text: plain('Paste the join link from the invitation. I’ll turn it into one that opens in the browser.'),
      },
      {
        kind: 'input',
        id: 'link',
        label: 'Join link',
        placeholder: 'https://…',
        required: 'Please paste the join link first.',
        maxLength: 4000,
      },
      { kind: 'text', tone: 'quiet', text: plain('I don’t open the link.') },
    ],
    actions: [
      { kind: 'submit', label: 'Get my link', action: { verb: 'link', link: '' }, style: 'primary' },
      { kind: 'submit', label: 'I’m in', action: { verb: 'step', outcome: 'fixed' } },
      { kind: 'submit', label: 'No luck', action: { verb: 'step', outcome: 'still-broken' } },
    ],
    standing: standing.slice(1),
    more: [back, help],
  },
  link: {
    title: 'Your link for the browser',
    blocks: [
      { kind: 'notice', tone: 'info', text: plain('If your company runs its own server, this link may still work.') },
      {
        kind: 'copy',
        label: 'Link',
        text: 'https://meet.contoso.example/ada/0X7Q2KJ4F5?sl=1&passcode=not-a-real-one-but-a-long-one',
      },
      { kind: 'text', tone: 'quiet', text: plain('You can’t share your own screen there.') },
    ],
    actions: [
      { kind: 'link', label: 'Open in the browser', url: 'https://meet.contoso.example/ada/0X7Q2KJ4F5?sl=1' },
      { kind: 'submit', label: 'I’m in', action: { verb: 'step', outcome: 'fixed' } },
      { kind: 'submit', label: 'No luck', action: { verb: 'step', outcome: 'still-broken' } },
    ],
    standing: standing.slice(1),
    more: [back, help],
  },
  fixed: {
    title: 'You’re in. Good!',
    blocks: [
      { kind: 'notice', tone: 'success', text: rich('What fixed it: **Run Windows Update**.') },
      { kind: 'text', text: plain('Is there anything else?') },
    ],
    actions: [{ kind: 'submit', label: 'Something else', action: { verb: 'restart' } }],
    standing,
    more: [back, help],
  },
  person: {
    title: 'Talk to a person',
    blocks: [
      {
        kind: 'text',
        text: rich('Copy this and send it to your helpdesk: **helpdesk@contoso.example, +44 20 7946 0000**'),
      },
      {
        kind: 'copy',
        label: 'What you told me and what was tried',
        text: 'Can’t join a meeting (Lync)\n\nWho: just me\nWhere: inside the company\nComputers: one\nMost likely: client issue\n\nWhat was tried:\n- Run Windows Update: did not help\n- Repair the program: could not be done',
      },
    ],
    actions: [
      { kind: 'submit', label: 'Keep trying', action: { verb: 'back' }, style: 'primary' },
      { kind: 'submit', label: 'Something else', action: { verb: 'restart' } },
    ],
    standing: standing.slice(0, 1),
    more: [help],
  },
  fault: {
    title: 'Sorry, that went wrong on my side',
    blocks: [
      {
        kind: 'notice',
        tone: 'fault',
        text: plain('What you told me is kept. Please tap the button again or send your message once more.'),
      },
    ],
    actions: [{ kind: 'submit', label: 'Try again', action: { verb: 'confirm' }, style: 'primary' }],
    standing,
    more: [],
  },
  ...sampleCaseViews,
} satisfies Record<string, CardView>;
