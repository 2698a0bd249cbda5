import type { Case } from '../../../helpdesk/cases/case.ts';
import { type Draft, diagnose } from '../../../knowledge/index.ts';
import type { Block, CardView, Span } from '../../model.ts';
import { plain, rich } from '../../richText.ts';
import { stepsForAdmin } from '../stepsForAdmin.ts';
import { triedSteps } from '../triedSteps.ts';
import { caseDraft } from './caseDraft.ts';
import { caseFacts } from './caseFacts.ts';
import { caseTitle } from './caseTitle.ts';
import { deskActions } from './deskActions.ts';
import type { DeskContext } from './deskContext.ts';
import { stateWords } from './stateWords.ts';

type Detail = NonNullable<CardView['details']>[number];

/** A case on the desk, whole. Without fields: whoever types in one would lose it each time that the card changes. */
export function caseCardView(context: DeskContext, current: Case): CardView {
  return {
    title: caseTitle(context, current),
    blocks: [
      { kind: 'text', text: [{ text: current.id, style: 'strong' }, { text: ` · ${stateWords(context, current)}` }] },
      { kind: 'facts', facts: caseFacts(context, current) },
      ...theirWords(context, current),
      ...fileHint(context, current),
    ],
    actions: deskActions(context, current),
    details: whatToDo(context, current),
    standing: [],
    more: [],
  };
}

/** What a short card has no room for, or not for all of it. */
export function restOfCaseCard(context: DeskContext, current: Case): CardView {
  const details = whatToDo(context, current);
  // Apart from its label a text is never too long for its block.
  const blocks = theirWords(context, current).flatMap((block): Block[] =>
    block.kind === 'text' ? block.text.map((span) => ({ kind: 'text', text: [span] })) : [block],
  );
  return { title: '', blocks, actions: [], details, standing: [], more: [] };
}

/** What the person wrote, as they wrote it. */
function theirWords({ texts }: DeskContext, { text, added }: Case): Block[] {
  const { desk } = texts;
  const own: Block = text === '' ? quiet(desk.noWords) : quoted(desk.words, text);
  return [own, ...added.map((each) => quoted(desk.added, each))];
}

function quoted(label: string, text: string): Block {
  return { kind: 'text', text: [{ text: label, style: 'strong' }, ...plain(text)] };
}

function quiet(text: string): Block {
  return { kind: 'text', tone: 'quiet', text: plain(text) };
}

/** Where a bot can't be given files, the page of the case can, or the desk's. */
function fileHint({ texts, attachHint, caseLink }: DeskContext, { files, status, requester }: Case): Block[] {
  const { seeAndAttach, see, attach, casePage, deskPage } = texts.desk;
  // Without a public address, files reach people on the web page alone.
  const canAttach = caseLink !== null || requester.channel === 'web';
  if (!attachHint || status === 'closed' || (!canAttach && files.length === 0)) return [];
  const page: Span = caseLink === null ? { text: deskPage } : { text: casePage, href: caseLink };
  const said = files.length === 0 ? attach : canAttach ? seeAndAttach : see;
  return [{ kind: 'text', tone: 'quiet', text: [{ text: said }, page, { text: '.' }] }];
}

/** What was tried, what comes next, and what all of it is based on. */
function whatToDo(context: DeskContext, current: Case): Detail[] {
  const { pack, texts } = context;
  const draft = caseDraft(pack, current);
  const { article } = pack.source;
  const { pack: id, version } = current.draft;
  const basis = id === pack.id ? texts.summary.source({ id, version, article }) : texts.desk.otherPack(id, version);
  return [...tried(context, draft), ...forAdmin(context, draft), { kind: 'text', tone: 'quiet', text: plain(basis) }];
}

function tried({ pack, texts }: DeskContext, draft: Draft): Detail[] {
  const lines = triedSteps({ pack, draft, texts });
  const platform: Detail[] = draft.platform === 'other' ? [{ kind: 'text', text: plain(texts.summary.platform) }] : [];
  if (lines.length === 0) return [{ kind: 'text', text: plain(texts.desk.nothingTried) }, ...platform];
  return [
    heading(texts.desk.tried),
    { kind: 'steps', items: lines.map((line) => ({ text: plain(line) })) },
    ...platform,
  ];
}

function forAdmin({ pack, texts }: DeskContext, draft: Draft): Detail[] {
  const steps = stepsForAdmin({ pack, draft }, diagnose(pack, draft.answers, draft.symptom));
  if (steps.length === 0) return [];
  const items = steps.map(({ title, text, links }) => ({
    text: [{ text: `${title}. `, style: 'strong' } as const, ...rich(text)],
    substeps: links.map(({ label, url }) => [{ text: label, href: url }]),
  }));
  return [heading(texts.desk.adminSteps), { kind: 'steps', items }];
}

function heading(text: string): Detail {
  return { kind: 'text', text: [{ text, style: 'strong' }] };
}
