import type { Case } from '../../../helpdesk/cases/case.ts';
import type { Block } from '../../model.ts';
import type { Texts } from '../../text/en.ts';
import { agentName } from './agentName.ts';

/** Who hears what the person types, and what the case is at: one quiet line, on every card while there is a case. */
export function whoHears(texts: Texts, current: Case): Block {
  const { requests } = texts;
  const who = current.hears === 'agent' ? agentName(texts, current) : requests.bot;
  return {
    kind: 'text',
    tone: 'quiet',
    text: [{ text: requests.hears }, { text: who, style: 'strong' }, { text: standingOf(texts, current) }],
  };
}

function standingOf(texts: Texts, current: Case): string {
  const { standing, ofAgent } = texts.requests;
  if (current.hears === 'agent') return ofAgent(current.id);
  switch (current.status) {
    case 'waiting':
      return standing.waiting(current.id);
    case 'claimed':
      return standing.claimed(current.id, agentName(texts, current));
    case 'solved':
      return standing.solved(current.id, agentName(texts, current));
    case 'closed':
      return standing.closed(current.id);
  }
}
