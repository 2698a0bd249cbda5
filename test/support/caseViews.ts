import type { CardView } from '../../src/cards/model.ts';
import { en } from '../../src/cards/text/en.ts';
import { caseCardView } from '../../src/cards/views/desk/caseCardView.ts';
import { casesView } from '../../src/cards/views/desk/casesView.ts';
import type { DeskContext } from '../../src/cards/views/desk/deskContext.ts';
import { deskFormView } from '../../src/cards/views/desk/deskFormView.ts';
import { deskHelpView } from '../../src/cards/views/desk/deskHelpView.ts';
import { deskTestView } from '../../src/cards/views/desk/deskTestView.ts';
import { diagnosedView } from '../../src/cards/views/desk/diagnosedView.ts';
import { elsewhereView } from '../../src/cards/views/desk/elsewhereView.ts';
import { shortCaseCardView } from '../../src/cards/views/desk/shortCaseCardView.ts';
import { statsView } from '../../src/cards/views/desk/statsView.ts';
import { threadPost } from '../../src/cards/views/desk/threadPost.ts';
import { homeView } from '../../src/cards/views/requests/homeView.ts';
import { newsView } from '../../src/cards/views/requests/newsView.ts';
import { requestsView } from '../../src/cards/views/requests/requestsView.ts';
import { requestView } from '../../src/cards/views/requests/requestView.ts';
import { viewAt } from '../../src/cards/views/viewAt.ts';
import type { ViewContext } from '../../src/cards/views/viewContext.ts';
import { caseRulings } from '../../src/helpdesk/cases/caseRulings.ts';
import type { CaseFigures } from '../../src/helpdesk/cases/caseStore.ts';
import { type HandOver, type LooseFile, partsOf } from '../../src/helpdesk/cases/handOver.ts';
import { newDraft, type Pack } from '../../src/knowledge/index.ts';
import { agentNamed, caseAfter, caseIn, caseStates, everyEntry } from './everyCase.ts';
import type { NamedView } from './everyView.ts';

const FORMS = ['more', 'reply', 'note', 'ask', 'assign', 'diagnose', 'solve', 'escalate'] as const;

export const FIGURES: CaseFigures = {
  counts: { waiting: 2, claimed: 3, solved: 1, closed: 14 },
  causes: [
    { cause: 'client-issue', count: 9 },
    { cause: 'self-solved', count: 3 },
    { cause: 'other', count: 2 },
  ],
  minutesToClaim: 7,
  minutesToSolve: 250,
  selfSolvedShare: 0.214,
};

const NO_FIGURES: CaseFigures = {
  counts: { waiting: 0, claimed: 0, solved: 0, closed: 0 },
  causes: [],
  minutesToClaim: null,
  minutesToSolve: null,
  selfSolvedShare: null,
};

/** What cards for the desk are made from, on a Monday at two in the afternoon. */
export function deskContext(pack: Pack, different: Partial<DeskContext> = {}): DeskContext {
  const now = new Date('2026-03-02T13:00:00.000Z');
  return {
    pack,
    texts: en,
    contact: 'helpdesk@contoso.com or extension 100',
    clock: { now, zone: 'Europe/Berlin', isReaders: true },
    promise: () => ({ kind: 'open', until: new Date('2026-03-02T16:00:00.000Z') }),
    caseLink: 'https://unstuck.example/desk/c/abc?until=1',
    attachHint: true,
    rulings: caseRulings({ escalatesTo: 'desk' }, now),
    members: [],
    peoplePicker: false,
    fitsSlack: true,
    ...different,
  };
}

/** A file that goes with no case yet. */
export function looseFile(id: string, name: string): LooseFile {
  return { id, name, size: 240_000, at: '2026-03-02T12:55:00.000Z' };
}

/** What the bot's own cards are made from where there is a helpdesk. */
export function personContext(
  pack: Pack,
  { files = [], ...desk }: Partial<ViewContext['desk']> & { readonly files?: readonly LooseFile[] } = {},
): ViewContext {
  const { texts, contact, clock, promise, rulings } = deskContext(pack);
  const handOver: HandOver = desk.handOver ?? { text: '' };
  const side = {
    live: null,
    ended: null,
    handOver,
    parts: partsOf(handOver, files),
    isGuest: false,
    keepsFields: true,
    mails: false,
    ...{ clock, promise, rulings },
    ...desk,
  };
  return { pack, texts, contact, draft: { ...newDraft(pack), started: true, aside: 'person' }, desk: side };
}

/** Every card about a case, in every state, with `typed` wherever something of a person's can be. */
export function caseViews(pack: Pack, typed: string): NamedView[] {
  const members = [{ id: 'page:ana', name: typed, account: null }];
  const context = deskContext(pack, { members });
  const states = Object.entries(caseStates(typed));
  const all = states.map(([, current]) => current);
  return [
    ...states.flatMap(([state, current]) => [
      { name: `request, ${state}`, view: requestView(context, current) },
      { name: `request with news, ${state}`, view: requestView(context, current, typed) },
      { name: `beside the fix, ${state}`, view: beside(pack, current) },
      { name: `case, ${state}`, view: caseCardView(context, current) },
      { name: `case, short, ${state}`, view: shortCaseCardView(context, current) },
      { name: `more, ${state}`, view: deskFormView(context, current, 'more', agentNamed(typed)) },
    ]),
    ...handOvers(pack, typed),
    ...forms(pack, typed),
    ...happened(pack, typed),
    { name: 'requests', view: requestsView(context, all) },
    { name: 'no requests', view: requestsView(context, []) },
    { name: 'home', view: homeView(context, { isUnderWay: true, cases: all }) },
    { name: 'home, nothing open', view: homeView(context, { isUnderWay: false, cases: [] }) },
    { name: 'home without a helpdesk', view: homeView(context, { isUnderWay: false, cases: null }) },
    { name: 'cases', view: casesView(context, all, 'open') },
    { name: 'no cases', view: casesView(context, [], 'closed') },
    { name: 'figures', view: statsView(context, FIGURES, 30) },
    { name: 'no figures', view: statsView(context, NO_FIGURES, 30) },
    { name: 'desk here', view: deskTestView(context) },
    { name: 'help at the desk', view: deskHelpView(context) },
  ];
}

function beside(pack: Pack, live: Parameters<typeof requestView>[1]): CardView {
  const context = personContext(pack, { live });
  return viewAt({ ...context, draft: { ...newDraft(pack), started: true } });
}

function handOvers(pack: Pack, typed: string): NamedView[] {
  const filled = { text: typed, name: typed, email: typed, startsAt: '2026-03-02T13:30:00.000Z' };
  const masked = { ...filled, isMasked: true } as const;
  const parts = {
    handOver: {
      ...masked,
      chat: [`It says ${typed}`, `And ${typed}`],
      leftOut: ['chat:1', 'file:b'],
      choosing: 0,
    },
    files: [looseFile('a', typed), looseFile('b', typed)],
  } as const;
  const end = { ...newDraft(pack), started: true, outcomes: { 'client/windows-update': 'still-broken' } } as const;
  return [
    { name: 'hand-over, empty', view: viewAt(personContext(pack)) },
    { name: 'hand-over, filled', view: viewAt(personContext(pack, { handOver: filled })) },
    { name: 'hand-over of a guest', view: viewAt(personContext(pack, { handOver: filled, isGuest: true })) },
    { name: 'hand-over, masked', view: viewAt(personContext(pack, { handOver: masked, isGuest: true })) },
    { name: 'hand-over, what goes along', view: viewAt(personContext(pack, parts)) },
    {
      name: 'hand-over at the end',
      view: viewAt({ ...personContext(pack, { handOver: filled }), draft: end }, { at: 'person', asked: false }),
    },
  ];
}

function forms(pack: Pack, typed: string): NamedView[] {
  const claimed = caseIn('claimed', typed);
  const members = [
    { id: 'page:ana', name: typed, account: null },
    { id: 'teams:t:b', name: 'Ben', account: {} },
  ];
  const contexts = {
    '': deskContext(pack, { members }),
    ', with a people picker': deskContext(pack, { members: [], peoplePicker: true }),
    ', without anything': deskContext({ ...pack, asks: [] }, { caseLink: null, attachHint: false }),
  };
  return Object.entries(contexts).flatMap(([how, context]) => [
    ...FORMS.map((form) => ({
      name: `form ${form}${how}`,
      view: deskFormView(context, claimed, form, agentNamed(typed)),
    })),
    { name: `diagnosed${how}`, view: diagnosedView(context, claimed) },
    { name: `elsewhere${how}`, view: elsewhereView(context, caseCardView(context, claimed)) },
    { name: `case, short${how}`, view: shortCaseCardView(context, claimed) },
  ]);
}

function happened(pack: Pack, typed: string): NamedView[] {
  const context = deskContext(pack);
  return everyEntry(typed).flatMap((entry): NamedView[] => {
    const current = caseAfter(entry, typed);
    const name = `${entry.event.kind} by ${entry.by.kind}`;
    const news = newsView(context, current, entry);
    const post = threadPost(context, current, entry, { isCall: false, filesAt: 'case-page' });
    return [
      ...(news ? [{ name: `news: ${name}`, view: news }] : []),
      ...(post && 'view' in post ? [{ name: `post: ${name}`, view: post.view }] : []),
    ];
  });
}
