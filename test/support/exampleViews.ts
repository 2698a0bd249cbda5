import type { Block, CardView, SubmitAction } from '../../src/cards/model.ts';
import { plain, rich } from '../../src/cards/richText.ts';

const standing: readonly SubmitAction[] = [
  { kind: 'submit', label: 'My meeting starts now', action: { verb: 'workaround' } },
  { kind: 'submit', label: 'Talk to a person', action: { verb: 'escalate' } },
];

const more: readonly SubmitAction[] = [
  { kind: 'submit', label: 'Back', action: { verb: 'back' } },
  { kind: 'submit', label: 'Help', action: { verb: 'help' } },
];

/** A card of a case with these blocks and nothing else to do. */
export function viewOf(title: string, ...blocks: readonly Block[]): CardView {
  return { title, blocks, actions: [], standing, more };
}

const input: Block = {
  kind: 'input',
  id: 'link',
  label: 'Join link',
  placeholder: 'https://…',
  required: 'Please paste the join link first.',
  maxLength: 4000,
};

/** One view for each kind of block, and for each thing that a renderer decides by itself. */
export const exampleViews: Readonly<Record<string, CardView>> = {
  empty: { title: 'Stopped', blocks: [], actions: [], standing: [], more: [] },
  text: viewOf('Windows Update', {
    kind: 'text',
    text: [
      ...rich('Open **Control Panel › Windows Update** and run `wuapp.exe`. '),
      { text: 'More', href: 'https://support.example.com/a?b=1&c=2' },
    ],
  }),
  quietText: viewOf('A link of yours', { kind: 'text', tone: 'quiet', text: plain('I don’t open the link.') }),
  quietLink: viewOf('More help', {
    kind: 'text',
    tone: 'quiet',
    text: [{ text: 'More help: ' }, { text: 'the article', href: 'https://support.example.com/kb' }],
  }),
  copy: viewOf('Your link', { kind: 'copy', label: 'Link', text: 'https://meet.example.com/anna/ABC?sl=1' }),
  facts: viewOf('Your answers', {
    kind: 'facts',
    facts: [
      { label: 'People', value: 'Just me' },
      { label: 'Place', value: 'Inside' },
    ],
  }),
  steps: viewOf('All steps', {
    kind: 'steps',
    items: [
      {
        text: rich('**Update Windows.** Open the Control Panel.'),
        substeps: [plain('Click Start.'), plain('Click Windows Update.')],
      },
      { text: plain('Restart the computer.') },
      { text: plain('Sign in again.'), substeps: [plain('Use your work account.')] },
    ],
  }),
  info: viewOf('Hello', { kind: 'notice', tone: 'info', text: plain('This service closed in July 2021.') }),
  warning: viewOf('Careful', { kind: 'notice', tone: 'warning', text: plain('The certificate will be deleted.') }),
  success: viewOf('You’re in', { kind: 'notice', tone: 'success', text: plain('The update did it.') }),
  fault: viewOf('Sorry', { kind: 'notice', tone: 'fault', text: plain('That went wrong on my side.') }),
  progress: viewOf('Step', { kind: 'progress', label: 'Guide 1 of 2 · step 3 of 6', done: 3, total: 6 }),
  progressNone: viewOf('Step', { kind: 'progress', label: '0 of 4', done: 0, total: 4 }),
  progressAll: viewOf('Step', { kind: 'progress', label: '4 of 4', done: 4, total: 4 }),
  table: viewOf('Why', {
    kind: 'table',
    columns: ['If it is…', 'It is usually…'],
    rows: [
      { cells: ['Just you, inside', 'the computer'] },
      { cells: ['Several, inside', 'the network'], mark: 'Your case' },
    ],
  }),
  choices: {
    ...viewOf('How many people?', {
      kind: 'choices',
      label: 'Tap one, or type it:',
      choices: [
        { label: 'Just me', action: { verb: 'answer', question: 'users', option: 'single' }, words: ['me'] },
        { label: 'Several people', action: { verb: 'answer', question: 'users', option: 'multiple' }, words: ['us'] },
      ],
    }),
    actions: [
      { kind: 'submit', label: 'I don’t know', action: { verb: 'answer', question: 'users', option: 'unknown' } },
    ],
  },
  detailedChoices: viewOf('What happens?', {
    kind: 'choices',
    label: 'Tap one, or type it:',
    choices: [
      {
        label: 'The client freezes at “Connecting to the meeting”',
        detail: 'On screen: “Not responding”',
        action: { verb: 'symptom', symptom: 'client-freezes' },
        words: [],
      },
      { label: 'None of these', action: { verb: 'symptom', symptom: 'none' }, words: [] },
    ],
  }),
  input: {
    ...viewOf('The quickest way in', input),
    actions: [
      { kind: 'submit', label: 'Get my link', action: { verb: 'link', link: '' }, style: 'primary' },
      { kind: 'submit', label: 'I’m in', action: { verb: 'step', outcome: 'fixed' } },
    ],
  },
  inputAlone: {
    ...viewOf('Paste it here, in this conversation', input),
    actions: [{ kind: 'submit', label: 'Get my link', action: { verb: 'link', link: '' } }],
  },
  fields: {
    ...viewOf(
      'Talk to a person',
      {
        kind: 'input',
        id: 'text',
        label: 'What should they know?',
        placeholder: 'What you saw',
        maxLength: 4000,
        multiline: true,
        value: 'It says “43”.\nEvery time.',
      },
      {
        kind: 'input',
        id: 'startsAt',
        type: 'time',
        label: 'Starts at',
        placeholder: '14:30',
        maxLength: 5,
        value: '09:30',
      },
      { kind: 'input', id: 'email', type: 'email', label: 'E-mail', placeholder: 'name@example.com', maxLength: 254 },
    ),
    actions: [
      {
        kind: 'submit',
        label: 'Send',
        action: { verb: 'send', text: '', startsAt: '', email: '' },
        style: 'primary',
      },
      { kind: 'submit', label: 'Keep trying', action: { verb: 'back', text: '', startsAt: '', email: '' } },
      { kind: 'submit', label: 'Start over', action: { verb: 'restart' } },
    ],
  },
  picks: {
    ...viewOf(
      'Who takes it?',
      {
        kind: 'pick',
        id: 'who',
        label: 'Colleague',
        required: 'Please choose somebody first.',
        options: [
          { label: 'Ana', value: 'page:ana' },
          { label: 'Ben', value: 'page:ben' },
        ],
        value: 'page:ben',
      },
      { kind: 'pick', id: 'also', label: 'And', options: [], people: true },
    ),
    actions: [{ kind: 'submit', label: 'Assign', action: { verb: 'desk-assign', case: 'UN-7K3Q-M2', who: '' } }],
  },
  bars: viewOf('Figures', {
    kind: 'bars',
    bars: [
      { label: 'Waiting', value: '3', share: 0.25 },
      { label: 'Closed', value: '9', share: 0.75 },
      { label: 'Solved', value: '0', share: 0 },
    ],
  }),
  caseLink: viewOf('Your case', {
    kind: 'case-link',
    case: 'UN-7K3Q-M2',
    text: 'Keep this page, or the link to your case.',
  }),
  actions: {
    title: 'Step 1',
    blocks: [],
    actions: [
      { kind: 'submit', label: 'Fixed it', action: { verb: 'step', outcome: 'fixed' }, style: 'primary' },
      { kind: 'submit', label: 'Still broken', action: { verb: 'step', outcome: 'still-broken' } },
      { kind: 'link', label: 'Open in the browser', url: 'https://teams.example.com/l/meetup?x=1&y=2#z' },
    ],
    standing,
    more: [...more, { kind: 'submit', label: 'Show all steps', action: { verb: 'all-steps' } }],
  },
  oneMore: { title: 'Help', blocks: [], actions: [], standing, more: more.slice(0, 1) },
};

/** Texts that would be markup, a mention, a link or a trick somewhere. */
export const hostileTexts = {
  markdown: '**bold** _it_ [click](https://evil.example) `x` # h\n- item\n1. one',
  list: '1. first',
  html: '<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt;',
  mrkdwn: '*bold* ~gone~ <https://evil.example|click> &amp; <#C012AB3CD>',
  mention: '<!channel> <!here> <@U012AB3CD> <at>Everyone</at> @everyone',
  emojiName: ':fire: :slack:',
  dates: '{{DATE(2017-02-14T06:00:00Z, SHORT)}} \u0024{secret} {{TIME(2017-02-14T06:00:00Z)}}',
  bidi: 'safe\u202Egnp.exe\u202C \u2066x\u2069',
  control: 'a\u0000b\u0007c\u001B[31mred\u009Fd\te',
  halfEmoji: 'x\uD83D',
  emoji: '👩‍💻🏳️‍🌈'.repeat(40),
  long: 'word '.repeat(2_000),
  oneWord: 'x'.repeat(10_000),
  wide: '漢'.repeat(10_000),
  quotes: '"\\'.repeat(2_000),
  blank: ' \n ',
  empty: '',
  lines: 'first\r\nsecond\u2028third',
} satisfies Record<string, string>;

/** A view with that text in every place that a text can have. */
export function viewFullOf(text: string): CardView {
  const span = plain(text);
  return {
    title: text,
    blocks: [
      { kind: 'text', text: [...span, { text, style: 'strong' }, { text, style: 'code' }] },
      { kind: 'text', text: span, tone: 'quiet' },
      { kind: 'text', text: [{ text, href: 'https://support.example.com/' }] },
      { kind: 'copy', label: text, text },
      { kind: 'facts', facts: [{ label: text, value: text }] },
      { kind: 'steps', items: [{ text: span, substeps: [span] }] },
      { kind: 'notice', tone: 'warning', text: span },
      { kind: 'progress', label: text, done: 1, total: 3 },
      { kind: 'table', columns: [text, text], rows: [{ cells: [text, text], mark: text }] },
      {
        kind: 'choices',
        label: text,
        choices: [{ label: text, detail: text, action: { verb: 'start' }, words: [text] }],
      },
      { kind: 'bars', bars: [{ label: text, value: text, share: 0.5 }] },
      { kind: 'case-link', case: 'UN-7K3Q-M2', text },
      { kind: 'input', id: 'link', label: text, placeholder: text, required: text, maxLength: 4000 },
      { kind: 'input', id: 'text', label: text, placeholder: text, maxLength: 1000, multiline: true, value: text },
      { kind: 'pick', id: 'who', label: text, required: text, options: [{ label: text, value: 'a' }], value: 'a' },
    ],
    actions: [{ kind: 'submit', label: 'Get my link', action: { verb: 'link', link: '' }, style: 'primary' }],
    standing,
    more,
  };
}
