import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Choice } from '../../model.ts';
import { caseSubject } from '../caseSubject.ts';
import { agentName } from './agentName.ts';
import type { CaseContext } from './caseContext.ts';

/** A case as a row in a list of somebody's own: its number, what it is about, where it stands and since when. */
export function requestRow(context: Pick<CaseContext, 'pack' | 'texts' | 'clock'>, current: Case): Choice {
  const { texts, clock } = context;
  const { list } = texts.requests;
  const opened = list.opened(texts.times.moment(new Date(current.openedAt), clock));
  return {
    label: `${current.id}: ${caseSubject(context, current)}`,
    detail: `${stateOf(context, current)}, ${opened}`,
    action: { verb: 'my-request', case: current.id },
    words: [],
  };
}

function stateOf({ texts }: Pick<CaseContext, 'texts'>, current: Case): string {
  const { states } = texts.requests.list;
  return current.status === 'claimed' ? states.claimed(agentName(texts, current)) : states[current.status];
}
