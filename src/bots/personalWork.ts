import type { TurnContext } from 'botbuilder';
import type { DialogSet } from 'botbuilder-dialogs';
import { parseBegun } from '../cards/actions.ts';
import { withNotices } from '../cards/views/withNotice.ts';
import { cardActivity } from '../dialogs/cardActivity.ts';
import { CARD_PROMPT } from '../dialogs/cardPrompt.ts';
import { openCardIn } from '../dialogs/openCard.ts';
import { isAtHandOver } from '../dialogs/placeIn.ts';
import { type CaseStep, runCase } from '../dialogs/runCase.ts';
import { sayBesides } from '../dialogs/sayBesides.ts';
import { wholeText } from '../dialogs/wholeText.ts';
import { isAtThePage } from '../helpdesk/cases/backAtThePage.ts';
import type { Case } from '../helpdesk/cases/case.ts';
import { type CaseWork, createCaseWork } from '../helpdesk/cases/caseWork.ts';
import { back, newDraft, type Pack, positionOf, reconcile } from '../knowledge/index.ts';
import type { WorkResult } from '../turn/runTurn.ts';
import type { ConversationState, LoadedTurn } from '../turn/turnStore.ts';
import { caseOnPage, sentTo } from './cases/caseOnPage.ts';
import type { HeldReplies } from './heldReplies.ts';
import { answerRequest } from './requests/answerRequest.ts';
import { createDeskTurn, type RunningDeskTurn } from './requests/createDeskTurn.ts';
import { listedIn, withListed } from './requests/listed.ts';
import type { PersonalDesk } from './requests/personalDesk.ts';
import { requesterOf } from './requests/requesterOf.ts';
import { type Request, requestIn } from './requests/requestIn.ts';
import { type TakenFiles, takeFiles } from './requests/takeFiles.ts';
import { type WebTurn, webMessagesOf } from './webMessages.ts';

export interface PersonalWorkParts {
  readonly dialogs: DialogSet;
  readonly pack: Pack;
  /** Whether a channel delivers by writing: its replies are part of the commit and aren't sent. */
  readonly deliversByWriting: (channelId: string) => boolean;
  /** What stands in the history of such a channel for a join link that was typed. */
  readonly linkGiven: string;
  readonly now: () => Date;
  readonly desk: PersonalDesk;
}

/** What a person did, in the turn in hand. */
export interface PersonalDeed {
  readonly context: TurnContext;
  readonly held: HeldReplies;
  readonly step: CaseStep;
  /** It was done before, and wasn't answered: what is shown is the newest card again. */
  readonly isRepeat?: boolean;
}

/** What a private turn comes to, from where the conversation stands. It may run again: it only computes, and reads. */
export async function personalWork(
  parts: PersonalWorkParts,
  deed: PersonalDeed,
  { state, live }: LoadedTurn,
): Promise<WorkResult<null>> {
  const { context, held } = deed;
  held.clear();
  const at = parts.now();
  const work = createCaseWork(live);
  const done = await play(parts, deed, { state, work, at, files: NO_FILES, besides: [] });
  const works = [work, ...(done.other ? [done.other] : [])];
  if (deed.step !== 'show-again') for (const each of works) noteBack(parts, each, at);
  const cases = works.flatMap((each) => each.writes(parts.desk.rules));
  const byWriting = parts.deliversByWriting(context.activity.channelId);
  const isCovered = held.posts.some(({ attachments = [] }) => attachments.length > 0);
  return {
    // What shows no card, such as a tick, leaves the list the newest.
    state: withListed(done.state, done.listed ?? (isCovered ? [] : listedIn(state))),
    greeted: true,
    messages: byWriting ? webMessagesOf(context.activity, held, webTurnOf(parts, work, done.other)) : [],
    outbox: [...parts.desk.effects(cases, at), ...done.fetches],
    cases,
    reply: null,
  };
}

/** Whoever does something is there, whatever comes of it: what a case takes says so by itself. */
function noteBack({ desk }: PersonalWorkParts, work: CaseWork, at: Date): void {
  if (work.current === null || work.entries.length > 0) return;
  work.take(isAtThePage(work.current, { at, newId: desk.newId, rules: desk.rules }));
}

/** The case of the conversation, or the one that was opened again in its place. */
function webTurnOf({ desk, linkGiven }: PersonalWorkParts, work: CaseWork, other: CaseWork | null): WebTurn {
  const current = liveOf(work) ?? (other && liveOf(other)) ?? work.current;
  return { linkGiven, case: current && caseOnPage(desk.texts, current), to: sentTo(desk.texts, work) };
}

/** What stands in the fields of the hand-over card isn't lost when another card takes its place. */
async function keepBegun(parts: PersonalWorkParts, deed: PersonalDeed, stand: Stand): Promise<Stand['state']> {
  const { state } = stand;
  const begun = parseBegun(deed.context.activity.channelData?.begun);
  if (state === null || begun === null || openCardIn(state.dialogStack, CARD_PROMPT)?.card !== begun.card) return state;
  const desk = await deskTurn(parts, deed, stand);
  if (!isAtHandOver(parts.pack, { draft: reconcile(parts.pack, state.draft), desk })) return state;
  desk?.fill(begun.fields);
  return { ...state, ...(desk && { handOver: desk.handOver }) };
}

interface Stand {
  readonly state: ConversationState | null;
  /** What is done to the case of this conversation. */
  readonly work: CaseWork;
  readonly at: Date;
  /** What became of what came with the message besides its words. */
  readonly files: TakenFiles;
  /** As `DeskTurn` has them. */
  readonly besides: string[];
}

const NO_FILES: TakenFiles = { to: null, fetches: [] };

interface Done {
  readonly state: ConversationState;
  /** What was done to another case of theirs. */
  readonly other: CaseWork | null;
  /** The cases on the card that was shown, where it lists any. */
  readonly listed?: readonly string[] | undefined;
}

async function play(
  parts: PersonalWorkParts,
  deed: PersonalDeed,
  stand: Stand,
): Promise<Done & Pick<TakenFiles, 'fetches'>> {
  if (deed.step === 'show-again') return { ...(await showAgain(parts, deed, stand)), fetches: [] };
  const files = await takeFiles(parts.desk, deed.context, stand);
  return { ...(await goOn(parts, deed, { ...stand, files })), fetches: files.fetches };
}

function showAgain(parts: PersonalWorkParts, deed: PersonalDeed, stand: Stand): Promise<Done> {
  const live = liveOf(stand.work);
  if (deed.isRepeat && listedIn(stand.state).length > 0) {
    return answer(parts, deed, { ...stand, request: { kind: 'action', action: { verb: 'my-requests' } } });
  }
  // Whoever talks to an agent, or is asked whether they are in, is there and not in the fix.
  const isThere = live !== null && (live.hears === 'agent' || live.status === 'solved');
  const again = isThere ? ({ verb: 'my-request', case: live.id } as const) : null;
  return again
    ? answer(parts, deed, { ...stand, request: { kind: 'action', action: again } })
    : walk(parts, deed, stand);
}

async function goOn(parts: PersonalWorkParts, deed: PersonalDeed, stand: Stand): Promise<Done> {
  const { context } = deed;
  const live = liveOf(stand.work);
  const request = requestIn(context.activity, { live, listed: listedIn(stand.state) }, parts.desk.texts);
  if (request !== null) {
    const state = await keepBegun(parts, deed, stand);
    return answer(parts, deed, { ...stand, state, request });
  }
  if (!isWordless(context.activity)) return walk(parts, deed, stand);
  const isHeard = live?.hears === 'agent';
  // What has neither words nor a file that can be had, such as a sticker, doesn't get to the agent.
  if (isHeard && stand.files.to === null && stand.besides.length === 0) {
    stand.besides.push(parts.desk.texts.handOver.notTaken.kind);
  }
  if (live?.status === 'solved') {
    // No answer to "Are you in?".
    if (stand.files.to === 'case') stand.besides.unshift(parts.desk.texts.handOver.added(live.id));
    const request = { kind: 'action', action: { verb: 'my-request', case: live.id } } as const;
    return answer(parts, deed, { ...stand, request });
  }
  // A file alone is no answer to the bot, and where an agent hears it the bot has no card to show.
  return isHeard || stand.files.to === 'case' ? withoutCard(parts, deed, stand) : walk(parts, deed, stand);
}

function isWordless(activity: PersonalDeed['context']['activity']): boolean {
  return (activity.value ?? null) === null && wholeText(activity) === '';
}

/** No card answers. */
async function withoutCard({ pack }: PersonalWorkParts, { context }: PersonalDeed, stand: Stand): Promise<Done> {
  await sayBesides(context, stand.besides);
  return { state: stand.state ?? begun(pack), other: null };
}

async function walk(parts: PersonalWorkParts, deed: PersonalDeed, stand: Stand): Promise<Done> {
  const desk = await deskTurn(parts, deed, stand);
  const state = await runCase(parts, deed.context, { state: stand.state, step: deed.step, desk });
  if (!desk?.asked) return { state, other: null };
  return answer(parts, deed, { ...stand, state, request: { kind: 'action', action: desk.asked } });
}

async function answer(
  parts: PersonalWorkParts,
  deed: PersonalDeed,
  { request, ...stand }: Stand & { readonly request: Request },
): Promise<Done> {
  const { context } = deed;
  const { person, timeZone } = requesterOf(context.activity);
  const { shown, other } = await answerRequest(parts.desk, { person, timeZone, ...stand }, request);
  switch (shown.kind) {
    case 'view':
      await context.sendActivity(cardActivity({ view: withNotices(shown.view, stand.besides), card: shown.card }));
      return { state: stand.state ?? begun(parts.pack), other, listed: shown.listed };
    case 'silent':
      return { ...(await withoutCard(parts, deed, stand)), other };
    case 'go-on': {
      const desk = await deskTurn(parts, deed, stand);
      const state = stand.state && leaveTheDesk(parts.pack, stand.state);
      return { state: await runCase(parts, context, { state, step: 'show-again', desk }), other };
    }
  }
}

/** Closes the way to a person, where it was opened over the fix. */
function leaveTheDesk(pack: Pack, state: ConversationState): ConversationState {
  const draft = reconcile(pack, state.draft);
  const position = positionOf(pack, draft);
  return position.at === 'person' && position.asked ? { ...state, draft: back(pack, draft) } : state;
}

async function deskTurn(
  { desk }: PersonalWorkParts,
  { context }: PersonalDeed,
  { state, work, at, files, besides }: Stand,
): Promise<RunningDeskTurn | null> {
  const live = liveOf(work);
  if (live === null && !desk.isThere()) return null;
  const requester = requesterOf(context.activity);
  // Files that go with no case yet: the turn may come to the card that has them all, wherever it begins.
  const looseFiles = live === null && state !== null ? await desk.files.loose(requester.person) : [];
  const setting = { at, newId: desk.newId, rules: desk.rules };
  return createDeskTurn(
    { ...desk, work, setting, requester, looseFiles, besides, keepsFiles: files.to === 'kept' },
    state?.handOver,
  );
}

function liveOf({ current }: CaseWork): Case | null {
  return current?.status === 'closed' ? null : current;
}

function begun(pack: Pack): ConversationState {
  return { draft: newDraft(pack), dialogStack: [] };
}
