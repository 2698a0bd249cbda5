import type { CardView, SubmitAction } from '../../src/cards/model.ts';
import { plain } from '../../src/cards/richText.ts';

const keepTrying: SubmitAction = { kind: 'submit', label: 'Keep trying', action: { verb: 'back' } };

/** Cards with fields, as the helpdesk's are; what they say is made up. */
export const pageViews = {
  handOver: {
    title: 'Talk to a person',
    blocks: [
      { kind: 'text', text: plain('This goes to the helpdesk with what you write:') },
      {
        kind: 'facts',
        facts: [
          { label: 'Who', value: 'just me' },
          { label: 'Most likely', value: 'Client issue' },
        ],
      },
      {
        kind: 'input',
        id: 'text',
        label: 'What should they know?',
        placeholder: 'What happens, and what you see',
        required: 'Please write a sentence or two.',
        maxLength: 4000,
        multiline: true,
      },
      { kind: 'input', id: 'name', label: 'Your name (if you like)', placeholder: 'Luis', maxLength: 80 },
      {
        kind: 'input',
        id: 'startsAt',
        label: 'The meeting starts at',
        placeholder: '14:00',
        maxLength: 5,
        type: 'time',
      },
      {
        kind: 'input',
        id: 'email',
        label: 'Your e-mail address (if you like)',
        placeholder: 'name@example.com',
        maxLength: 200,
        type: 'email',
      },
    ],
    actions: [
      {
        kind: 'submit',
        label: 'Send',
        action: { verb: 'send', text: '', name: '', startsAt: '', email: '' },
        style: 'primary',
      },
      keepTrying,
    ],
    standing: [{ kind: 'submit', label: 'My meeting starts now', action: { verb: 'workaround' } }],
    more: [],
  },
  request: {
    title: 'Your case is with the helpdesk',
    blocks: [
      { kind: 'text', text: plain('Case number: UN-7K3Q-M4') },
      { kind: 'text', text: plain('You are talking to: the bot') },
      { kind: 'case-link', case: 'UN-7K3Q-M4', text: 'Keep this page: with it you get back here.' },
    ],
    actions: [{ kind: 'submit', label: 'Withdraw', action: { verb: 'my-withdraw', case: 'UN-7K3Q-M4' } }],
    standing: [],
    more: [],
  },
} satisfies Record<string, CardView>;
