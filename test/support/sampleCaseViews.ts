import type { CardView } from '../../src/cards/model.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { deskFormView } from '../../src/cards/views/desk/deskFormView.ts';
import { statsView } from '../../src/cards/views/desk/statsView.ts';
import { newsView } from '../../src/cards/views/requests/newsView.ts';
import { requestsView } from '../../src/cards/views/requests/requestsView.ts';
import { requestView } from '../../src/cards/views/requests/requestView.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import type { Case } from '../../src/helpdesk/cases/case.ts';
import { readPack } from '../../src/readPack.ts';
import { deskContext, FIGURES, looseFile, personContext } from './caseViews.ts';
import { agentNamed, caseIn } from './everyCase.ts';

const pack = await readPack('lync-online-meeting-join');
const ana = agentNamed('Ana Ruiz');
const context = deskContext(pack, {
  members: [
    { id: 'page:ana', name: 'Ana Ruiz', account: null },
    { id: 'page:ben', name: 'Ben Okafor', account: null },
  ],
});

/** The case of Luis in that state, with what he might have written. */
function luisIn(state: string): Case {
  const current = caseIn(state, 'Luis Vega');
  return {
    ...current,
    requester: { ...current.requester, tenant: null },
    claim: current.claim && { ...current.claim, by: ana },
    text: 'I am to present in ten minutes. Lync opens, then it goes back to the calendar, every time.',
    added: ['A colleague beside me can join without any trouble.'],
    files: ['screen.png', 'what it says.png'],
  };
}

const handOver = { text: 'Lync opens, then it goes back to the calendar.', startsAt: '2026-03-02T13:30:00.000Z' };
const reply = {
  kind: 'reply',
  text: 'Hello Luis, I can see your account.\nPlease sign out of Lync, wait a minute, and sign in again.',
} as const;
const news = newsView(context, luisIn('claimed'), {
  id: 'e1',
  case: 'UN-7K3Q-M2',
  at: '2026-03-02T13:02:00.000Z',
  by: { kind: 'agent', agent: ana },
  event: reply,
});

/** A card about a case of every kind, for the person and for the desk, as they really are. */
export const sampleCaseViews = {
  handOver: viewAt(personContext(pack, { handOver: { ...handOver, isMasked: true }, isGuest: true })),
  handOverChoosing: viewAt(
    personContext(pack, {
      handOver: {
        ...handOver,
        chat: ['It says error 5 now.', 'My colleague can join.'],
        leftOut: ['file:2'],
        choosing: 0,
      },
      files: ['screen.png', 'my calendar for March.pdf', 'what it says.png'].map((name, at) =>
        looseFile(`${at}`, name),
      ),
    }),
  ),
  requestWaits: requestView(context, luisIn('waiting on the screen')),
  requestTaken: requestView(context, luisIn('claimed')),
  answer: news ?? requestView(context, luisIn('claimed')),
  areYouIn: requestView(context, luisIn('solved')),
  requests: requestsView(context, [luisIn('claimed'), luisIn('closed')]),
  deskCase: caseCardView(context, {
    ...luisIn('claimed, for an admin'),
    status: 'waiting',
    claim: null,
    hears: 'bot',
    startsAt: '2026-03-02T13:05:00.000Z',
  }),
  deskReply: deskFormView(context, luisIn('claimed'), 'reply', ana),
  deskMore: deskFormView(context, luisIn('claimed'), 'more', ana),
  deskAssign: deskFormView(context, luisIn('claimed'), 'assign', ana),
  deskDiagnose: deskFormView(context, luisIn('claimed'), 'diagnose', ana),
  deskFigures: statsView(context, FIGURES, 30),
} satisfies Record<string, CardView>;
