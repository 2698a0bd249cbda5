import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Block, CardView } from '../../model.ts';
import { plain } from '../../richText.ts';
import { agentName } from './agentName.ts';
import type { CaseContext } from './caseContext.ts';
import { requestActions } from './requestActions.ts';

/** A case as whoever it is for sees it: its number, what happens next, who hears what they type, what they can do. */
export function requestView(context: CaseContext, current: Case, news?: string): CardView {
  return {
    ...requestActions(context, current),
    title: titleOf(context, current),
    blocks: [
      ...(news === undefined ? [] : [{ kind: 'notice', tone: 'info', text: plain(news) } as const]),
      number(context, current),
      ...stateBlocks(context, current),
      ...lastAnswer(context, current),
      hears(context, current),
      ...caseLink(context, current),
    ],
  };
}

function titleOf({ texts }: CaseContext, current: Case): string {
  const { titles } = texts.requests;
  return current.status === 'claimed' ? titles.claimed(agentName(texts, current)) : titles[current.status];
}

function number({ texts }: CaseContext, { id, files }: Case): Block {
  const along = files.length === 0 ? [] : [{ text: texts.requests.files(files.length) }];
  return { kind: 'text', text: [{ text: texts.requests.number }, { text: id, style: 'strong' }, ...along] };
}

/** What happens next. */
function stateBlocks(context: CaseContext, current: Case): Block[] {
  const { texts, promise, clock, contact } = context;
  const { requests, handOver } = texts;
  const agent = agentName(texts, current);
  switch (current.status) {
    case 'waiting':
      return [
        paragraph(handOver.promise(promise(current.line), clock, contact)),
        ...(current.isOnScreen ? [paragraph(requests.waiting.onScreen)] : []),
        paragraph(requests.waiting.next),
      ];
    case 'claimed':
      return [
        paragraph(current.hears === 'agent' ? requests.claimed.hearsAgent(agent) : requests.claimed.hearsBot(agent)),
      ];
    case 'solved':
      return [paragraph(requests.solved(agent))];
    case 'closed':
      return [paragraph(requests.closed[current.closed?.how ?? 'confirmed']), ...afterClosing(context, current)];
  }
}

function afterClosing(context: CaseContext, current: Case): Block[] {
  const { texts, clock, rulings } = context;
  const until = rulings.reopenUntil(current);
  if (until === null) return [];
  const said = rulings.personChoices(current).includes('reopen')
    ? texts.requests.reopen(texts.times.day(until, clock))
    : texts.requests.tooOld;
  return [paragraph(said)];
}

function lastAnswer({ texts, clock }: CaseContext, { lastAnswer: last, status, isUnreachable }: Case): Block[] {
  if (isUnreachable && status !== 'closed') return [paragraph(texts.requests.unreachable)];
  if (last === null || status !== 'claimed') return [];
  return [paragraph(texts.requests.lastAnswer(texts.times.moment(new Date(last.at), clock)))];
}

function hears({ texts }: CaseContext, current: Case): Block {
  const who = current.hears === 'agent' ? agentName(texts, current) : texts.requests.bot;
  return { kind: 'text', text: [{ text: texts.requests.hears }, { text: who, style: 'strong' }] };
}

/** A guest's page is all that they have of it; everybody else finds the chat again. */
function caseLink({ texts }: CaseContext, { id, requester, status }: Case): Block[] {
  const isGuest = requester.channel === 'web' && status !== 'closed';
  return isGuest ? [{ kind: 'case-link', case: id, text: texts.requests.link }] : [];
}

function paragraph(text: string): Block {
  return { kind: 'text', text: plain(text) };
}
