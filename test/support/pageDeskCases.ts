import type { CardView, SubmitAction } from '../../src/cards/model.ts';
import { renderAdaptiveCard } from '../../src/cards/renderAdaptiveCard.ts';
import { plain } from '../../src/cards/richText.ts';
import type { TrailLine } from '../../src/channels/desk/deskPort.ts';
import type { DeskCase } from './pageDeskState.ts';

const LUIS = 'UN-7K3Q-M4';

function click(label: string, action: SubmitAction['action'], style?: 'primary'): SubmitAction {
  return { kind: 'submit', label, action, ...(style ? { style } : {}) };
}

/** The desk's card of a case, as long as real ones are. */
export function deskView(id: string, title: string, holder: string | null = null): CardView {
  return {
    title,
    blocks: [
      { kind: 'notice', tone: 'warning', text: plain('The meeting starts at 14:00.') },
      {
        kind: 'facts',
        facts: [
          { label: 'Who', value: 'Luis Ortega, a guest, on the web page' },
          { label: 'State', value: holder === null ? 'Waiting for 12 minutes' : `${holder} has it` },
          { label: 'How many', value: 'just me, outside' },
          { label: 'Most likely', value: 'Client issue' },
        ],
      },
      { kind: 'steps', items: [{ text: plain('Run Windows Update: did not help') }] },
      { kind: 'text', text: plain('“It freezes each time I click on Join.”') },
    ],
    actions: [
      holder === null
        ? click('Claim', { verb: 'desk-claim', case: id }, 'primary')
        : click('Release', { verb: 'desk-release', case: id }),
      click('Reply…', { verb: 'desk-form', case: id, form: 'reply' }),
      click('Solved…', { verb: 'desk-form', case: id, form: 'solve' }),
    ],
    standing: [],
    more: [click('Note…', { verb: 'desk-form', case: id, form: 'note' })],
  };
}

/** The form of *Reply…*. */
export const replyForm = renderAdaptiveCard(
  {
    title: 'Write to Luis',
    blocks: [
      {
        kind: 'input',
        id: 'text',
        label: 'Your answer',
        placeholder: 'Luis reads it in the chat',
        required: 'Please write something first.',
        maxLength: 4000,
        multiline: true,
      },
    ],
    actions: [click('Send to Luis', { verb: 'desk-reply', case: LUIS, text: '' }, 'primary')],
    standing: [],
    more: [],
  },
  'form-1',
);

/** The form of *Solved…*. */
export const solveForm = renderAdaptiveCard(
  {
    title: 'What was it?',
    blocks: [
      {
        kind: 'pick',
        id: 'cause',
        label: 'The true cause',
        required: 'Please choose one.',
        options: [
          { label: 'Client issue', value: 'client-issue' },
          { label: 'Network issue', value: 'network-issue' },
        ],
      },
    ],
    actions: [click('Solved', { verb: 'desk-solve', case: LUIS, cause: '' }, 'primary')],
    standing: [],
    more: [],
  },
  'form-2',
);

/** What `stats` answers with. */
export const statsCard = renderAdaptiveCard(
  {
    title: 'Figures',
    blocks: [
      {
        kind: 'bars',
        bars: [
          { label: 'Open', value: '3 cases', share: 0.6 },
          { label: 'Solved without the desk', value: '41 of 50', share: 0.82 },
        ],
      },
    ],
    actions: [],
    standing: [],
    more: [],
  },
  null,
);

/** A line of a trail. @param minute of the hour after 14:00 */
export function line(minute: number, rest: Partial<TrailLine>): TrailLine {
  const at = new Date(Date.UTC(2026, 2, 2, 14, minute)).toISOString();
  const time = `14:${String(minute).padStart(2, '0')}`;
  return {
    id: `e${minute}`,
    ...{ at, time },
    who: 'Luis',
    kind: 'said',
    side: 'person',
    text: '',
    file: null,
    ...rest,
  };
}

const trail: readonly TrailLine[] = [
  line(0, { kind: 'event', side: 'person', text: 'Luis opened the case' }),
  line(1, { text: 'It freezes each time I click on Join.\nI have to restart.' }),
  line(2, { kind: 'event', side: 'desk', who: 'Ana', text: 'Ana took the case' }),
  line(3, { kind: 'note', side: 'desk', who: 'Ana', text: 'Looks like the old client. <b>Ask</b> for the version.' }),
  line(4, { side: 'desk', who: 'Ana', text: 'Hello Luis, which version is it? You find it under Help › About.' }),
  line(5, { kind: 'event', side: 'bot', who: '', text: 'Read at 14:05' }),
];

/** Luis’s case: urgent, and nobody has it. */
export function luisCase(more: { readonly lines?: readonly TrailLine[]; readonly holder?: string } = {}): DeskCase {
  const holder = more.holder ?? null;
  return {
    listed: {
      ...{ id: LUIS, revision: 1, title: 'Lync freezes', who: 'Luis Ortega, a guest' },
      status: holder === null ? 'waiting' : 'claimed',
      state: holder === null ? 'Waiting for 12 minutes' : `${holder} has it`,
      urgency: 'Meeting at 14:00',
    },
    shown: {
      ...{ id: LUIS, revision: 1 },
      card: renderAdaptiveCard(deskView(LUIS, 'Lync freezes', holder), LUIS),
      trail: [...trail, ...(more.lines ?? [])],
    },
  };
}

/** Another case. */
export function otherCase(id: string, rest: Partial<DeskCase['listed']> = {}): DeskCase {
  const title = 'A security warning comes up, and nobody in the department can join';
  return {
    listed: {
      ...{ id, revision: 1, title, who: 'Maja Nováková, Contoso', status: 'claimed', state: 'Ana has it' },
      urgency: null,
      ...rest,
    },
    shown: { ...{ id, revision: 1 }, card: renderAdaptiveCard(deskView(id, title, 'Ana'), id), trail: [] },
  };
}
